// Reloads the page when the dataset changes; only pages of `serve --watch` load it. Uses window and document.
import { follow } from "./following.mjs";
import { fromRoot } from "./root.mjs";

const version = document.documentElement.dataset.watch;

const surroundings = {
  async ask(known) {
    const address = new URL(fromRoot("watch"));
    address.searchParams.set("since", known);
    const answer = await fetch(address, { cache: "no-store" });
    return (await answer.json()).version;
  },
  async seen() {
    while (document.visibilityState !== "visible") await next(document, "visibilitychange");
  },
  pause: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
  now: () => performance.now(),
};

/** Settles with the next event of this name. */
function next(target, name) {
  return new Promise((resolve) => { target.addEventListener(name, resolve, { once: true }); });
}

/** Without a server nobody is asked again before the visitor comes back: each failed request is an error on the console. */
async function start() {
  while ((await follow(version, surroundings)) !== "changed") await next(window, "focus");
  window.location.reload(); // the address stays: year, selection and view are in it
}

start();

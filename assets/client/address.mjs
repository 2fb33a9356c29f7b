// Keeps the address the state's shadow. Uses window and document.
import { rootPath } from "./root.mjs";
import { historyMove, read, restore, write } from "./url.mjs";

const firstPath = window.location.pathname;

/** What the address in the browser asks for, with what its page begins with: `/year/2013/` is a page of its own. */
export function asked(story) {
  return read(searchOf(window.location), story);
}

/** What the address gives for one parameter; null if it does not name it. */
export function asksFor(name) {
  return new URLSearchParams(searchOf(window.location)).get(name);
}

/**
 * @param {object} story
 * @param {(state: object) => void} returned called with what to set when the visitor goes Back or Forward
 * @returns {{write: (before: object, after: object, cause: string) => void}}
 */
export function openAddress(story, returned) {
  let lastStepAt = null;
  let written = null;
  for (const link of document.head.querySelectorAll("link[rel=alternate]")) link.href = `${link.href}`; // where they are now
  window.addEventListener("popstate", () => {
    if (window.location.hash !== written) returned(restore(searchOf(window.location), story));
  });
  return {
    write(before, after, cause) {
      const now = performance.now();
      const move = historyMove(before, after, cause, now, lastStepAt);
      if (cause === "step") lastStepAt = now;
      if (move === "none") return;
      const search = write(after, story);
      try {
        const hash = window.location.hash.startsWith("#?") ? "" : window.location.hash;
        window.history[move === "push" ? "pushState" : "replaceState"](null, "", `${rootPath()}${search}${hash}`);
      } catch { // a page opened as a file, or in a frame without an origin, may change nothing but what follows the #
        written = `#${search || "?"}`;
        window.location[move === "push" ? "assign" : "replace"](written);
      }
    },
  };
}

/** The search of an address; that of the page's own beginning after it, as the first of two values is taken. */
function searchOf({ pathname, search, hash }) {
  if (hash.startsWith("#?")) return hash.slice(1);
  const beginning = pathname === firstPath ? document.documentElement.dataset.start : null;
  return beginning ? `${search}${search ? "&" : "?"}${beginning}` : search;
}

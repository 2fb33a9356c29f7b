// Data too large for the first page. It comes as scripts, because a page without an origin of its own (in a sandboxed frame, or
// opened as a file) may run scripts from anywhere, but may fetch nothing. Uses window and document.
import { fromRoot } from "./root.mjs";
import { inFull } from "./short_steps.mjs";

const coming = new Map();

/**
 * @param {string} name of the data
 * @param {string} path of its script below the site's root
 * @returns {Promise<object>} what it holds; rejected if it cannot be had, and asked for again the next time
 */
export function loadData(name, path) {
  return fetchData(name, path).then(() => loaded(name));
}

/** The same, for those who only want to know when it is here: it is not read. */
export function fetchData(name, path) {
  if (!coming.has(name)) {
    coming.set(name, held(name) ? Promise.resolve() : loadScript(fromRoot(path)).then(() => requireHeld(name, path)));
    coming.get(name).catch(() => coming.delete(name));
  }
  return coming.get(name);
}

/** What data holds that is here already; null if it is not. */
export function loaded(name) {
  const text = held(name);
  return text === undefined ? null : inFull(JSON.parse(text));
}

/** Run a script of another file. */
export function loadScript(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, async: true });
    script.addEventListener("load", () => { script.remove(); resolve(); });
    script.addEventListener("error", () => { script.remove(); reject(new Error(`${src} does not come`)); });
    document.head.append(script);
  });
}

/** What is sent in the place of a script, such as a page that says there is none, runs as one that holds nothing. */
function requireHeld(name, path) {
  if (held(name) === undefined) throw new Error(`${path} does not hold ${name}`);
}

/** The text of data whose script has run, with the page or later. */
function held(name) {
  return window.atlasData?.[name];
}

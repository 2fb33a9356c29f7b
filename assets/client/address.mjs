// Keeps the address the state's shadow. Uses window.
import { historyMove, write } from "./url.mjs";

/**
 * @param {object} story
 * @param {(search: string) => void} returned called with the address when the visitor goes Back or Forward
 * @returns {{write: (before: object, after: object, cause: string) => void}}
 */
export function openAddress(story, returned) {
  let lastStepAt = null;
  window.addEventListener("popstate", () => returned(window.location.search));
  return {
    write(before, after, cause) {
      const now = performance.now();
      const move = historyMove(before, after, cause, now, lastStepAt);
      if (cause === "step") lastStepAt = now;
      if (move === "none") return;
      const address = `${window.location.pathname}${write(after, story)}${window.location.hash}`;
      window.history[move === "push" ? "pushState" : "replaceState"](null, "", address);
    },
  };
}

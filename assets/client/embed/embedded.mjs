// What is particular about a page in somebody else's page: its source line, and that it rests while nobody can see it.
// Uses document.
import { openSourceLine } from "./source_line.mjs";
import { watchSeen } from "./on_screen.mjs";

/**
 * @param {object} story
 * @param {Function} t words
 * @param {(held: boolean) => void} hold lets what plays stand still, and go on
 * @returns {(state: object) => void}
 */
export function openEmbedded(story, t, hold) {
  const showLine = openSourceLine(story, t);
  let [mode, seen] = [null, true];
  watchSeen(document.getElementById("map-area"), (now) => {
    seen = now;
    if (mode === "embed") hold(!seen);
  });
  // a link to a part of the page would make an entry in the history, which is the host's
  document.addEventListener("click", (event) => {
    const link = mode === "embed" && event.target.closest?.('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    document.getElementById(link.hash.slice(1))?.focus();
  });
  return (state) => {
    if (mode !== state.mode) {
      mode = state.mode;
      hold(mode === "embed" && !seen);
    }
    if (mode === "embed") showLine(state);
  };
}

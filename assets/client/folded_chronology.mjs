// The chronology below the panel. It is folded away and long: drawn when it is opened, or once nothing else is to be done.
// Uses document.
import { chronology } from "./chronology.mjs";
import { whenIdle } from "./loading.mjs";
import { render } from "./render.mjs";

/**
 * @param {object} story
 * @param {(root: HTMLElement) => void} watch is told when it has been drawn
 * @param {Promise<void>} ready before that it is drawn for nobody
 * @returns {(state: object) => void} says it in the language of the state, and marks what is selected
 */
export function openFoldedChronology(story, watch, ready) {
  const list = document.getElementById("chronology");
  let shown = null;

  function draw() {
    if (!shown) return;
    if (list.lang !== shown.lang) {
      render(list, chronology(shown, story));
      list.lang = shown.lang;
      watch(list);
    }
    for (const entry of list.querySelectorAll("[aria-current]")) entry.removeAttribute("aria-current");
    for (const entry of list.querySelectorAll(`[data-id="${CSS.escape(shown.select ?? "")}"]`)) entry.setAttribute("aria-current", "true");
  }

  list.closest("details").addEventListener("toggle", draw);
  ready.then(() => whenIdle(draw));
  return (state) => {
    shown = state;
    if (list.lang) draw();
  };
}

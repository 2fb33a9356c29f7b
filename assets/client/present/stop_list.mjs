// The list of stops, to jump to one. Uses document.
import { formatYear } from "../numbers.mjs";
import { indexOf, stopsOf } from "../walk.mjs";
import { stopTitle } from "./wording.mjs";

/** The stops as buttons; each carries its index. @returns {HTMLElement[]} */
export function stopButtons(story, state, t) {
  return stopsOf(story, state.walk).map((stop, index) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "stop" });
    button.dataset.stop = index;
    const year = Object.assign(document.createElement("span"), { className: "stop-year", textContent: formatYear(stop.year, t.lang) });
    const title = Object.assign(document.createElement("span"), { className: "stop-title", textContent: stopTitle(stop, story, t) });
    button.append(year, " ", title);
    if (index === indexOf(state, story)) button.setAttribute("aria-current", "step");
    return button;
  });
}

/**
 * @param {(index: number) => void} go
 * @returns {(state: object) => void} opens the list over the stage
 */
export function openStopList(story, t, go) {
  const dialog = document.body.appendChild(Object.assign(document.createElement("dialog"), { className: "stops" }));
  dialog.setAttribute("aria-label", t("stage.stops"));
  dialog.dataset.words = "label:stage.stops";
  dialog.addEventListener("click", (event) => {
    const stop = event.target.closest("[data-stop]");
    if (stop) go(Number(stop.dataset.stop));
    if (stop || event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const all = [...dialog.querySelectorAll(".stop")];
    const here = all.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowRight: here + 1, PageDown: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, PageUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
    } else if (event.key.toLowerCase() === "g") dialog.close();
  });
  return (state) => {
    dialog.replaceChildren(...stopButtons(story, state, t));
    dialog.showModal();
    (dialog.querySelector("[aria-current]") ?? dialog.querySelector(".stop"))?.focus();
  };
}

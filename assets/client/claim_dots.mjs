// The dots of the plots of an attack: arrows move among them, and the line under the plot tells of the chosen one.
// Uses document. A click, Enter or Space on a dot is that of any button with data-id: it selects its source.
import { neighbour } from "./roving.mjs";

const CLEAR = 6; // px between a chosen dot and its line

/** Serve every plot that is or will be in an element, however often it is drawn anew. @param {HTMLElement} panel */
export function openClaimDots(panel) {
  let pressed = null; // a dot under a finger, if its line was not told yet
  panel.addEventListener("focusin", ({ target }) => {
    const dot = dotOf(target);
    if (!dot) return;
    for (const other of plotOf(dot).querySelectorAll(".claim-dot")) other.tabIndex = other === dot ? 0 : -1;
    tellOf(dot);
    requestAnimationFrame(() => keepInSight(dot));
  });
  panel.addEventListener("pointerover", ({ target, pointerType }) => {
    const dot = dotOf(target);
    if (dot && pointerType !== "touch") tellOf(dot);
  });
  panel.addEventListener("pointerdown", ({ target, pointerType }) => {
    const dot = dotOf(target);
    pressed = dot && pointerType === "touch" && !dot.classList.contains("told") ? dot : null;
  });
  panel.addEventListener("pointercancel", () => { pressed = null; }); // it scrolls
  // a finger covers what it points at and cannot hover: its first tap tells, the second leads on
  panel.addEventListener("click", (event) => {
    const dot = dotOf(event.target);
    if (!dot || dot !== pressed) return;
    pressed = null;
    event.stopPropagation();
    tellOf(dot);
    requestAnimationFrame(() => keepInSight(dot));
  });
  panel.addEventListener("keydown", (event) => {
    const dot = dotOf(event.target);
    if (!dot || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = stepFrom(dot, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  });
}

function dotOf(target) {
  return target.closest?.(".claim-dot") ?? null;
}

function plotOf(dot) {
  return dot.closest("[data-roving]");
}

/** The dot that a key leads to, null at an end, undefined for a key that leads nowhere. */
function stepFrom(dot, key) {
  if (!["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"].includes(key)) return undefined;
  const rows = [...plotOf(dot).querySelectorAll("[data-row]")].map((row) => [...row.querySelectorAll(".claim-dot")]
    .map((element) => ({ element, figure: Number(element.dataset.figure) })));
  const from = rows.flat().find(({ element }) => element === dot);
  return neighbour(rows, from, key, getComputedStyle(dot).direction === "rtl")?.element ?? null;
}

/** Tell of a dot under its plot; the line stays until another is chosen, so that its links can be reached. */
function tellOf(dot) {
  const figure = dot.closest("figure");
  for (const told of figure.querySelectorAll(".told")) told.classList.remove("told");
  dot.classList.add("told");
  document.getElementById(dot.dataset.line)?.classList.add("told");
}

/** The line stays at the panel's lower edge while its plot is longer than the panel: no dot may lie under it. */
function keepInSight(dot) {
  const line = document.getElementById(dot.dataset.line);
  if (!line || !dot.isConnected) return; // the page has been turned meanwhile
  const covered = dot.getBoundingClientRect().bottom + CLEAR - line.getBoundingClientRect().top;
  if (covered > 0) dot.closest("#panel").scrollTop += covered;
}

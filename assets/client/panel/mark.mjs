// The small form in front of a list entry: the same that stands on the map. Pure.
import { h } from "../h.mjs";
import { filling, formOf } from "../scene/attacks.mjs";
import { markPath } from "../scene/shapes.mjs";

const BOX = 18; // px
const RADIUS = 5.6;
const INK = {
  solid: 'fill="#000" stroke="#000" stroke-width="1"',
  hollow: 'fill="none" stroke="#000" stroke-width="1.8"',
  unsure: 'fill="none" stroke="#000" stroke-width="1.6" stroke-dasharray="2 1.5"',
};
const POINT = '<circle r="2.4"/>';
const HEAD = '<path d="M1.6 -4L6 0L1.6 4" fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>';
const shaft = (dashes) => `<path d="M-6.8 0H4.6" stroke="#000" stroke-width="1.8" ${dashes}/>`;

/** The form of an attack or operation: filled, hollow (nobody reported killed) or dashed (not known). */
export function attackMark(attack, story) {
  return mark(attack.counted ? "attack" : "operation", form(formOf(attack, story), filling(attack)));
}

/** An arrow: dashed where no number is known, and for an offer, which moves nobody by itself. */
export function relocationMark({ kind, people, low, high }) {
  const known = [people, low, high].some(Number.isFinite) && kind !== "offer";
  return mark("relocation", shaft(known ? "" : 'stroke-dasharray="2.6 2"') + HEAD);
}

/** A point; for armed force a mark as large as an attack's, and for an act by the people of the story also its colour. */
export function contextMark(context, story) {
  const shape = formOf(context, story);
  return shape ? mark(story.kinds[context.kind].counts === "yes" ? "attack" : "operation", form(shape, "solid")) : mark("context", POINT);
}

function form(shape, ink) {
  return `<path d="${markPath(shape, RADIUS)}" ${INK[ink]}/>`;
}

// a mask, so that the colour comes from the style sheet and follows the theme
function mark(tone, shapes) {
  const half = BOX / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-half} ${-half} ${BOX} ${BOX}">${shapes}</svg>`;
  const image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return h("Span", { className: `mark ${tone}`, style: { maskImage: image }, "aria-hidden": "true" });
}

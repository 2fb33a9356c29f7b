// The legend: only what is on the map now, with the very forms that are drawn. Uses document.
import { formatNumber } from "./numbers.mjs";
import { markPath } from "./scene/shapes.mjs";
import { SIZES } from "./scene/sizes.mjs";
import { kindName } from "./text.mjs";

const SVG = "http://www.w3.org/2000/svg";

/** Prepare the legend in an element. @returns {(scene: object, size: {width: number, height: number}) => boolean} whether it changed */
export function openLegend(element, story, t) {
  let before = "";
  return (scene, size) => {
    const seen = ({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height;
    const entries = entriesOf({ circles: scene.circles.filter(seen), lines: scene.lines, cut: scene.cut, marks: scene.marks.filter(seen) }, story, t);
    const now = entries.map(([words]) => words).join("|");
    if (now === before) return false;
    before = now;
    element.replaceChildren(...entries.map(([words, ...shape]) => {
      const row = document.createElement("span");
      row.append(swatch(...shape), words);
      return row;
    }));
    return true;
  };
}

function entriesOf({ circles, lines, cut, marks }, story, t) {
  const seen = new Set(marks.map(({ kind }) => kind));
  const kinds = Object.values(story.kinds).filter(({ id }) => seen.has(id)); // in the order of the table
  const controllers = new Map(circles.filter(({ custody }) => custody != null && custody >= 0).map((it) => [it.custody, it.controller]));
  return [
    circles.some(({ state }) => state === "known") && [t("legend.people"), "circle", "presence known", { r: 6 }],
    circles.some(({ state }) => state === "unknown") && [t("legend.unknown"), "circle", "presence unknown", { r: 6 }],
    circles.some(({ state }) => state === "closed") && [t("legend.closed"), "circle", "presence closed", { r: 4.5 }],
    lines.some(({ now }) => now) && [t("legend.relocation"), "path", "line now", { d: "M-8 0L8 0" }],
    cut && [t("legend.latest_ways", { count: formatNumber(SIZES.mostEarlierLines, t.lang) }), "path", "line earlier", { d: "M-8 0L8 0" }],
    ...kinds.map(({ id, form, counts }) =>
      [kindName(story, id, t), "path", `mark now solid${counts === "yes" ? "" : " operation"}`, { d: markPath(form, 6) }]),
    marks.some(({ filling }) => filling === "hollow") && [t("legend.hollow"), "circle", "mark now hollow", { r: 5.5 }],
    marks.some(({ filling }) => filling === "unsure") && [t("legend.unsure"), "circle", "mark now unsure", { r: 5.5 }],
    ...[...controllers].sort(([a], [b]) => a - b).map(([index, name]) => [t("legend.custody", { name }), "circle", "presence", { r: 6, style: `--ring:var(--custody-${index % 8});fill:none` }]),
  ].filter(Boolean);
}

function swatch(tag, name, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  const shape = document.createElementNS(SVG, tag);
  shape.setAttribute("class", name);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  svg.append(shape);
  return svg;
}

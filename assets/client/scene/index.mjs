// Everything that is drawn over the base map at one moment, as plain figures in screen pixels. Pure.
import { attackMarks } from "./attacks.mjs";
import { placeCircles } from "./places.mjs";
import { relocationLines } from "./relocations.mjs";
import { sceneLabels } from "./wording.mjs";

/**
 * @typedef {object} View what of the map is seen
 * @property {(lon: number, lat: number) => [number, number]} project position → px in the map's box
 * @property {number} zoom
 * @property {number} width px
 * @property {number} height px
 * @property {{left: number, top: number, right: number, bottom: number}[]} covered boxes of the controls on the map
 */

/**
 * @param {object} story the payload
 * @param {object} state what the visitor chose
 * @param {{fraction: number, arriving: boolean}|null} moment how far the year has run, 0–1; null at rest, when the whole
 *   year is shown. `arriving`: attacks and counts appear at their date (playback), not only relocations (a step)
 * @param {View} view
 * @param {{t: Function, measure: (text: string, bold: boolean) => number, sides: Map, towns: object[]}} lettering
 * @returns {object} circles, lines, movers, marks, gathered, labels, and `targets` to point at
 */
export function scene(story, state, moment, view, lettering) {
  const circles = placeCircles(story, state, moment, view);
  const { lines, movers, cut } = relocationLines(story, state, moment, view, circles);
  const { marks, gathered } = attackMarks(story, state, moment, view, circles);
  const parts = { circles, lines, movers, marks, gathered };
  return { ...parts, cut, labels: sceneLabels(story, state, view, parts, lettering), targets: targets(parts) };
}

/** What can be pointed at, the smallest and topmost first. */
function targets({ circles, lines, movers, marks, gathered }) {
  return [
    ...marks.map(({ ref, x, y, r }) => ({ ref, x, y, r })),
    ...gathered.map(({ key, many, refs, x, y, r }) => ({ ref: null, key, many, refs, x, y, r })),
    ...movers.map(({ ref, x, y, r }) => ({ ref, x, y, r })),
    ...[...circles].sort((a, b) => a.r - b.r).map(({ ref, x, y, r }) => ({ ref, x, y, r })),
    ...lines.filter((line) => line.points.length).map(({ ref, points, middle }) => ({ ref, points, x: middle[0], y: middle[1], r: 0 })),
  ];
}

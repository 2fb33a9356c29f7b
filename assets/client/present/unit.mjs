// The measure of the stage: everything on it grows with the screen, so that a hall sees what the laptop shows. Pure.

/** A stage of so many units in height, or so many in width if it is narrow, holds what a small map holds in pixels. */
const HEIGHT = 375;
const WIDTH = 480;

/**
 * How many pixels a unit has: 1 wherever no audience looks on, and on stage never less, so that a phone can be read.
 * The preview in the speaker's window is the stage made small.
 * @param {string} mode
 * @param {{width: number, height: number}} size of the map in px
 */
export function unitOf(mode, { width, height }) {
  const grown = Math.min(height / HEIGHT, width / WIDTH);
  if (mode === "speaker") return Math.max(grown, 0.2);
  return mode === "present" ? Math.max(grown, 1) : 1;
}

/** Zoom levels by which a map of such units looks nearer than one of pixels. */
export function zoomOf(unit) {
  return Math.log2(unit);
}

/**
 * What of a map is seen, in units.
 * @param {number} unit in px
 * @param {{project: Function, zoom: () => number}} map
 * @param {{width: number, height: number}} size of the map in px
 * @param {object[]} covered boxes on it in px, by side
 */
export function viewIn(unit, map, { width, height }, covered) {
  if (unit === 1) return { project: map.project, zoom: map.zoom(), width, height, covered };
  const boxes = covered.map((box) => Object.fromEntries(Object.entries(box).map(([side, px]) => [side, px / unit])));
  return { project: (lon, lat) => map.project(lon, lat).map((px) => px / unit), zoom: map.zoom() - zoomOf(unit), width: width / unit, height: height / unit, covered: boxes };
}

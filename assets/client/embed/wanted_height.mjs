// How high a page in somebody else's page wants to be. A function of its width and of what is shown, never of the height that it
// has: so nobody's answer can make it grow. `assets/element/embed.js` holds the same figures, to keep that room before the page is there. Pure.

/** Up to this width, in px, the panel is a sheet over the map. */
export const NARROW = 720;
/** Heights in px of what stands above and below the map, and of the sheet. */
const WIDE_PARTS = { title: 44, chart: 58, time: 72, sheet: 0, line: 32 };
const NARROW_PARTS = { title: 40, chart: 58, time: 100, sheet: 130, line: 45 };

/**
 * @param {number} width of the frame in px
 * @param {string[]} hide parts that are left out
 * @returns {number} px, a whole number
 */
export function wantedHeight(width, hide) {
  const narrow = width <= NARROW;
  const { title, chart, time, sheet, line } = narrow ? NARROW_PARTS : WIDE_PARTS;
  const map = narrow ? between(260, 0.7 * width, 400) : between(320, 0.45 * width, 640);
  const shown = (part) => !hide.includes(part);
  const below = shown("time") ? time + (shown("chart") ? chart : 0) : 0;
  return Math.round(map + (shown("panel") ? sheet : 0) + (shown("title") ? title : 0) + below + line);
}

function between(least, value, most) {
  return Math.min(Math.max(value, least), most);
}

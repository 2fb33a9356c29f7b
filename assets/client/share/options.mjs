// What a visitor chooses before sharing a view, and the state that others will then meet. Pure.
import { reduce } from "../events.mjs";
import { initial } from "../state.mjs";

/**
 * @typedef {Object} Options
 * @property {"now"|"start"} year  the year at hand, or the first of the story
 * @property {boolean} select      whether what is selected stays so
 * @property {boolean} view        whether the map stands where the visitor put it; false: it follows the year
 * @property {string[]} hide       parts left out
 * @property {string} theme
 * @property {string} lang   "" for the one that the reader’s browser asks for
 * @property {boolean} playing     whether it plays by itself
 * @property {string} size         one of SIZES, or "own"
 * @property {number} width        of a frame, in px; counts for nothing where the size has none
 * @property {number} height
 */

/** Sizes of a frame. Without a width it is as wide as what it stands in. */
export const SIZES = [
  { size: "wide", width: null, height: 600 },
  { size: "large", width: 800, height: 500 },
  { size: "small", width: 640, height: 400 },
  { size: "phone", width: 360, height: 640 },
];
/** From the smallest frame the page is made for to the largest screen there is. */
export const LIMITS = { width: [320, 3840], height: [400, 2160] };

/**
 * What is chosen to begin with: the view as it is. What is the visitor's own stays out of it: mode, playback, and in
 * somebody's page what that page leaves out.
 * @param {import("../state.mjs").State} state
 * @param {import("../state.mjs").Story} story
 * @returns {Options}
 */
export function usual(state, story) {
  const { theme, mode, hide } = state;
  const lang = state.lang === initial(story).lang ? "" : state.lang; // a reader has a browser that speaks their language
  const [{ size, height }, { width }] = SIZES;
  return { year: "now", select: state.select !== null, view: held(state), hide: mode === "embed" ? [] : hide, theme, lang, playing: false, size, width, height };
}

/** Whether the visitor has put the map somewhere. */
export function held({ follow, view }) {
  return !follow && view !== null;
}

/** Whether what is selected can be seen in the chosen year: what has a date is shown in a year of its own. */
export function selectable(options, state, story) {
  return state.select !== null && meeting(options, state, story, state.select).year === yearOf(options, state, story);
}

/**
 * The state that a reader meets.
 * @param {Options} options
 * @param {import("../state.mjs").State} state the visitor's own
 * @param {import("../state.mjs").Story} story
 * @param {"explore"|"embed"} mode of the whole page, or of a frame
 */
export function shared(options, state, story, mode) {
  const { theme, hide, playing } = options;
  const lang = options.lang || initial(story).lang;
  const select = options.select && selectable(options, state, story) ? state.select : null;
  return { ...meeting(options, state, story, select), theme, lang, hide, mode, playing };
}

/** A size by its name: its numbers, or those at hand for a size of one's own. */
export function sized(options, size) {
  const found = SIZES.find((it) => it.size === size);
  return found ? { ...options, size, width: found.width ?? options.width, height: found.height } : { ...options, size: "own" };
}

/** Whether a frame is as wide as what it stands in. */
export function fits({ size }) {
  return SIZES.find((it) => it.size === size)?.width === null;
}

/** Whether somebody has typed a number of pixels that a frame may have. */
export function within(side, typed) {
  return pixels(side, typed, NaN) === Number(typed);
}

/** A number of pixels that a frame may have, from what somebody typed; `before` if that is no number. */
export function pixels(side, typed, before) {
  const number = /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : before;
  const [least, most] = LIMITS[side];
  return Math.min(Math.max(number, least), most);
}

function meeting(options, state, story, select) {
  const view = options.view && held(state) ? { view: state.view } : {};
  return reduce(initial(story), [{ type: "set", state: { year: yearOf(options, state, story), select, ...view } }], story);
}

function yearOf({ year }, state, story) {
  return year === "start" ? story.story.firstYear : state.year;
}

// The presenter's walk as a list of stops: those that the story has, or each year, or each event. Pure.

/** How one can walk. */
export const WALKS = ["steps", "years", "events"];
/** How long a stop stands that nobody wrote, in seconds. */
const YEAR_SECONDS = 5;
const EVENT_SECONDS = 7;

/**
 * @typedef {Object} Stop
 * @property {number} year
 * @property {string|null} select what is selected there
 * @property {number[]|null} view where the map looks, zoom as on a stage of one pixel a unit; null: what is active in the year
 * @property {number} seconds how long it stands when the walk goes by itself
 * @property {object|null} row    the row of the story's walk; null for a stop that nobody wrote
 */

const known = new WeakMap();

/** The stops of a walk, in order. @returns {Stop[]} */
export function stopsOf(story, walk) {
  if (!known.has(story)) known.set(story, {});
  return known.get(story)[walk] ??= made(story, walk);
}

/** How many stops the story's own walk has. */
export function stepCount(story) {
  return Object.keys(story.steps ?? {}).length;
}

/** The walk of a visitor who asks for none: the story's own, else by year. */
export function usualWalk(story) {
  return stepCount(story) ? "steps" : "years";
}

/** The index of the stop that a state stands at, −1 if it is beside the walk. */
export function indexOf(state, story) {
  if (state.walk === "steps") return state.step === null ? -1 : state.step - 1;
  if (state.walk === "years") return state.year - story.story.firstYear;
  return stopsOf(story, "events").findIndex(({ select }) => select === state.select);
}

/** The stop that is shown as it was made; null beside the walk, also when something else is selected there. */
export function stopAt(state, story) {
  const stop = stopsOf(story, state.walk)[indexOf(state, story)];
  return stop && stop.year === state.year && stop.select === state.select ? stop : null;
}

/** The index of the next stop; null at the end. Beside the walk it is the first one of the year, or after it. */
export function nextStop(state, story) {
  const stops = stopsOf(story, state.walk);
  const here = indexOf(state, story);
  const next = here >= 0 ? here + 1 : stops.findIndex(({ year }) => year >= state.year);
  return next >= 0 && next < stops.length ? next : null;
}

/** The index of the stop before; null at the start. Beside the walk it is the last one of the year, or before it. */
export function previousStop(state, story) {
  const stops = stopsOf(story, state.walk);
  const here = indexOf(state, story);
  const previous = here >= 0 ? here - 1 : stops.findLastIndex(({ year }) => year <= state.year);
  return previous >= 0 ? previous : null;
}

/** The index of the stop that somebody who comes from this year begins with: the first of the latest year that has any. */
export function nearestStop(year, story, walk) {
  const stops = stopsOf(story, walk);
  const latest = stops.findLast((stop) => stop.year <= year)?.year;
  return Math.max(0, stops.findIndex((stop) => stop.year === latest));
}

/** The index of the first stop in a year (with that selection, if one is asked for); −1 if there is none. */
export function stopIn(year, select, story, walk) {
  return stopsOf(story, walk).findIndex((stop) => stop.year === year && (select === undefined || stop.select === select));
}

function made(story, walk) {
  const { firstYear, lastYear } = story.story;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  if (walk === "steps") {
    return Object.values(story.steps ?? {}).map((row) => ({ year: row.year, select: row.select, view: row.view, seconds: row.seconds, row }));
  }
  if (walk === "years") return years.map((year) => ({ year, select: null, view: null, seconds: YEAR_SECONDS, row: null }));
  return years.flatMap((year) => (story.years[year]?.events ?? []).map((select) => ({ year, select, view: null, seconds: EVENT_SECONDS, row: null })));
}

// The only way the state changes. Events carry values ("the year is 2012"), never steps ("one more"), and come as a list,
// because Dash may merge several into one call. Pure.
import { onStage, sameValue, thing, valid } from "./state.mjs";
import { nearestStop, stopIn, stopsOf } from "./walk.mjs";

/** Selections that belong to no year: they stay when the year changes. */
const TIMELESS = ["place", "source", "page"];

/** Each kind of event → the new state. An event with a bad value changes nothing. */
const EVENTS = {
  year: (state, event, story) => set(state, { state: { year: event.year } }, story),
  select: (state, event, story) => set(state, { state: { select: event.ref } }, story),
  play: (state, event, story) => startPlaying(state, story),
  pause: (state) => paused(state),
  tick,
  stop: (state, { index }, story) => goTo(state, index, story),
  advance: (state, { index }, story) => (state.playing ? goTo(state, index, story) : state),
  curtain: (state, event, story) => set(state, { state: { curtain: event.value } }, story),
  theme: (state, event, story) => set(state, { state: { theme: event.value } }, story),
  lang: (state, event, story) => set(state, { state: { lang: event.value } }, story),
  mode: (state, event, story) => set(state, { state: { mode: event.value } }, story),
  speed: (state, event, story) => set(state, { state: { speed: event.value } }, story),
  view: (state, event, story) => set(state, { state: { view: event.view } }, story),
  join: (state, { shared }, story) => ({ ...state, ...valid(shared, story) }),
  follow: (state, event, story) => set(state, { state: { follow: true } }, story),
  set,
};

/**
 * The state after `events`, applied in order. Unknown events are ignored. Gives back the very same object when
 * nothing changed, so that nothing that listens is woken.
 * @param {import("./state.mjs").State} state
 * @param {Object[]} events
 * @param {import("./state.mjs").Story} story
 */
export function reduce(state, events, story) {
  let next = state;
  for (const event of [events].flat()) {
    const change = Object.hasOwn(EVENTS, event?.type ?? "") ? EVENTS[event.type] : null;
    if (change) next = change(next, event, story);
  }
  return Object.keys(next).every((name) => sameValue(next[name], state[name])) ? state : next;
}

/** The year a thing is shown in: of its start, brought into the story's years; null for what has no date. */
export function yearOf(ref, story) {
  const found = thing(ref, story);
  if (!found || TIMELESS.includes(found.kind)) return null;
  if (found.kind === "check") return found.row.year ?? null;
  const { date } = found.row;
  const year = Number.parseInt(date?.start ?? date?.end, 10);
  if (!Number.isInteger(year)) return null;
  return Math.min(Math.max(year, story.story.firstYear), story.story.lastYear);
}

/** References of what happened in a year, in date order. */
export function eventsOfYear(year, story) {
  return story.years?.[year]?.events ?? [];
}

/** The event after the selected one: within the year, then the first of the next year that has any; null at the end. */
export function nextEvent(state, story) {
  const here = eventsOfYear(state.year, story);
  // without a selection in this year's list the visitor stands before its first event
  return here[here.indexOf(state.select) + 1] ?? edgeEvent(state.year, 1, story);
}

/** The event before the selected one: within the year, then the last of an earlier year that has any; null at the start. */
export function previousEvent(state, story) {
  // a movement over several years is listed in its first one: go back from there, or one would come back to it for ever
  const year = eventsOfYear(state.year, story).includes(state.select) ? state.year : listedYear(state, story);
  const at = eventsOfYear(year, story).indexOf(state.select);
  return eventsOfYear(year, story)[at - 1] ?? edgeEvent(year, -1, story);
}

/** The year after the present one; null at the end. */
export function nextYear(state, story) {
  return state.year < story.story.lastYear ? state.year + 1 : null;
}

/** The year before the present one; null at the start. */
export function previousYear(state, story) {
  return state.year > story.story.firstYear ? state.year - 1 : null;
}

function changeYear(state, year, story) {
  if (year === state.year) return state;
  const kept = TIMELESS.includes(thing(state.select, story)?.kind) ? state.select : null;
  return { ...state, year, select: kept, step: null };
}

function changeSelection(state, select, story) {
  const runs = thing(select, story)?.row.years ?? [];
  // a movement over several years is selected in the year at hand, if that is one of them
  const year = runs.includes(state.year) ? state.year : yearOf(select, story) ?? openYear(select, state, story);
  return changed(state, { select, year: year ?? state.year });
}

// who leaves the year of a stop is beside the walk; what else there is in that year may be looked at meanwhile
function changed(state, { select, year }) {
  return { ...state, select, year, step: year === state.year ? state.step : null };
}

// a place that is not open yet would leave the map empty: then the year in which it opens
function openYear(select, state, story) {
  const presence = thing(select, story)?.row.presence;
  if (presence?.[state.year]?.state !== "not_opened") return null;
  const opened = Object.keys(presence).map(Number).filter((year) => year > state.year && presence[year].state !== "not_opened");
  return opened.length ? Math.min(...opened) : null;
}

// a view of the visitor's own ends the following, and following ends the view
function changeView(state, view, follow) {
  if (follow) return { ...state, follow: true, view: null };
  if (view === undefined && follow === undefined) return state;
  return { ...state, follow: follow ?? view === null, view: view === undefined ? state.view : view };
}

function startPlaying(state, story) {
  return { ...fromStart(state, story), playing: true };
}

// at the very end playing means from the start
function fromStart(state, story) {
  if (onStage(state)) {
    const stops = stopsOf(story, state.walk);
    const last = stops.at(-1);
    return last && state.year === last.year && state.select === last.select ? goTo(state, 0, story) : state;
  }
  return state.year === story.story.lastYear ? changeYear(state, story.story.firstYear, story) : state;
}

/** A stop of the walk: its year, its selection, and the camera left to it. A stop that is not there changes nothing. */
function goTo(state, index, story) {
  const stop = stopsOf(story, state.walk)[index];
  if (!stop) return state;
  const { year, select } = stop;
  return { ...state, year, select, step: state.walk === "steps" ? index + 1 : null, follow: true, view: null };
}

// a tick that comes late, after the visitor has paused or gone elsewhere, must not carry the year away
function tick(state, { year }, story) {
  if (!state.playing) return state;
  if (year > story.story.lastYear) return paused(state);
  return changeYear(state, valid({ year }, story).year ?? state.year, story);
}

// first the year, then the selection, which may move it: a dated thing is always shown in a year of its own
function set(state, event, story) {
  const { year, select, view, follow, playing, step, ...plain } = valid(event.state, story);
  let next = enter({ ...state, ...plain }, state, { year, select, step }, story);
  if (year !== undefined) next = changeYear(paused(next), year, story);
  if (select !== undefined) next = changeSelection(paused(next), select, story);
  next = onItsStop(next, { year, select }, story);
  next = changeView(next, view, follow);
  if (playing === undefined) return next;
  return playing ? startPlaying(next, story) : paused(next);
}

// on stage one stands at a stop: the one that is asked for; else, when coming on, the one that is nearest
function enter(next, before, { year, select, step }, story) {
  if (!onStage(next)) return step === undefined ? next : { ...next, step };
  if (step != null) return next.walk === "steps" ? goTo(next, step - 1, story) : next;
  const cleared = step === null ? { ...next, step: null } : next;
  const comes = !onStage(before) || next.walk !== before.walk;
  if (!comes || year !== undefined || select !== undefined) return cleared;
  if (next.walk === "steps" && next.step !== null) return goTo(next, next.step - 1, story);
  return goTo(next, nearestStop(next.year, story, next.walk), story);
}

// a year or a selection that a stop has is that stop
function onItsStop(state, { year, select }, story) {
  if (!onStage(state) || state.walk !== "steps" || state.step !== null || (year === undefined && select === undefined)) return state;
  const index = stopIn(state.year, select === undefined ? undefined : state.select, story, "steps");
  return index < 0 ? state : goTo(state, index, story);
}

function paused(state) {
  return state.playing ? { ...state, playing: false } : state;
}

function edgeEvent(year, direction, story) {
  const { firstYear, lastYear } = story.story;
  for (let at = year + direction; at >= firstYear && at <= lastYear; at += direction) {
    const events = eventsOfYear(at, story);
    if (events.length) return direction > 0 ? events[0] : events[events.length - 1];
  }
  return null;
}

function listedYear(state, story) {
  const year = yearOf(state.select, story);
  return eventsOfYear(year, story).includes(state.select) ? year : state.year;
}

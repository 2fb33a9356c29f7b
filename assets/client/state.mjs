// What the visitor chose, and nothing else: the one thing that changes while the page is open. Facts are in the story,
// looks in the theme. Only `reduce` in events.mjs makes a new state. Pure.
import { stepCount, usualWalk, WALKS } from "./walk.mjs";

/**
 * @typedef {Object} State
 * @property {number} year        the year shown, a whole number within the story
 * @property {string|null} select what is selected, as "attack:ID", "place:ID" …; null shows the year
 * @property {"explore"|"present"|"embed"|"speaker"} mode "speaker" is the window that only the speaker sees
 * @property {string} lang        a language the story has texts in
 * @property {"light"|"dark"|"auto"} theme
 * @property {boolean} playing    whether playback runs
 * @property {number} speed       how fast playback runs, 1 is normal
 * @property {boolean} follow     whether the camera frames the year by itself
 * @property {number[]|null} view where the visitor put the map: [latitude, longitude, zoom]; null while following
 * @property {string[]} hide      parts of the page left out, in the order of PARTS
 * @property {number|null} step   stop of the story's own walk, counted from 1; null outside it
 * @property {"steps"|"years"|"events"} walk  what "forward" leads to on stage
 * @property {boolean} loop       whether the walk starts over when it goes by itself
 * @property {number} idle        seconds after which a walk that somebody stopped goes on by itself; 0 for never
 * @property {"black"|"white"|null} curtain  what covers the stage
 *
 * @typedef {Object} Story  the payload as the server sends it; read only
 */

export const MODES = ["explore", "present", "embed", "speaker"];
export const THEMES = ["light", "dark", "auto"];
/** Parts of the page that `hide` may name. The source line and the link to the full page are not among them. */
export const PARTS = ["title", "panel", "time", "chart", "chronology", "legend", "theme", "share", "follow", "caption"];
/** Modes in which "forward" and "back" walk from stop to stop. */
export const STAGES = ["present", "speaker"];
export const CURTAINS = [null, "black", "white"];
export const LONGEST_IDLE = 3600; // seconds
export const SLOWEST = 0.25;
export const FASTEST = 4;

/** What can be selected: the word before the colon, and the table of the story it looks into. */
export const SELECTABLE = {
  attack: "attacks",
  place: "places",
  relocation: "relocations",
  check: "checks",
  source: "sources",
  context: "context",
};

/** Pages that are no row of a table, selected as "page:NAME"; what a story must have for one to be there. */
export const PAGES = {
  article: ({ checks, controversies }) => Object.keys(checks ?? {}).length + Object.keys(controversies ?? {}).length > 0,
  ledger: () => true,
  sources: () => true,
  corrections: () => true,
  data: () => true,
  tables: () => true,
  chronology: () => true,
};
/** Those that the header names; the others are reached from these. */
export const NAMED_PAGES = Object.keys(PAGES).filter((page) => page !== "chronology");

/** Each field of the state: its default, and `clean`, which gives the value to keep or undefined for a bad one. */
const FIELDS = {
  year: { initial: (story) => story.story.firstYear, clean: cleanYear },
  select: { initial: () => null, clean: (value, story) => (value === null || thing(value, story) ? value : undefined) },
  mode: { initial: () => "explore", clean: oneOf(MODES) },
  lang: { initial: (story) => story.usualLanguage ?? story.story.language, clean: (value, story) => (languages(story).includes(value) ? value : undefined) },
  theme: { initial: () => "auto", clean: oneOf(THEMES) },
  playing: { initial: () => false, clean: onOrOff },
  speed: { initial: () => 1, clean: (value) => (within(value, SLOWEST, FASTEST) ? value : undefined) },
  follow: { initial: () => true, clean: onOrOff },
  view: { initial: () => null, clean: cleanView },
  hide: { initial: () => [], clean: (value) => (Array.isArray(value) ? PARTS.filter((part) => value.includes(part)) : undefined) },
  step: { initial: () => null, clean: cleanStep },
  walk: { initial: usualWalk, clean: (value, story) => (WALKS.includes(value) && (value !== "steps" || stepCount(story)) ? value : undefined) },
  loop: { initial: () => false, clean: onOrOff },
  idle: { initial: () => 0, clean: (value) => (within(value, 0, LONGEST_IDLE) ? value : undefined) },
  curtain: { initial: () => null, clean: oneOf(CURTAINS) },
};

/** The languages a story can be read in, its own first. @returns {string[]} */
export function languages(story) {
  return Object.keys(story.languages ?? story.text);
}

/** The state a visitor meets who asks for nothing. @param {Story} story @returns {State} */
export function initial(story) {
  return Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, field.initial(story)]));
}

/** Of `partial`, only known names with good values; so that `{...initial, ...valid}` is always a State. */
export function valid(partial, story) {
  const kept = {};
  for (const [name, field] of Object.entries(FIELDS)) {
    if (!owns(partial, name)) continue;
    const value = field.clean(partial[name], story);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** What `window.atlas.state()` and the messages to a host page give: a copy that a stranger may change. */
export function published(state, story) {
  return {
    ...state,
    view: state.view && [...state.view],
    hide: [...state.hide],
    step: onStage(state) && state.walk === "steps" ? state.step : null,
    steps: stepCount(story),
  };
}

/** Whether the state is one of a walk before an audience. */
export function onStage({ mode }) {
  return STAGES.includes(mode);
}

/** What a reference like "attack:atk_2013_09_01" names: {kind, id, row}; null if there is no such thing. */
export function thing(ref, story) {
  if (typeof ref !== "string") return null;
  const colon = ref.indexOf(":");
  const [kind, id] = [ref.slice(0, colon), ref.slice(colon + 1)];
  if (kind === "page") return owns(PAGES, id) && PAGES[id](story) ? { kind, id, row: {} } : null;
  if (colon < 0 || !owns(SELECTABLE, kind) || !owns(story[SELECTABLE[kind]], id)) return null;
  return { kind, id, row: story[SELECTABLE[kind]][id] };
}

/** Whether two values of a field say the same; lists are compared by what they hold. */
export function sameValue(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}

function cleanYear(value, story) {
  return Number.isInteger(value) && within(value, story.story.firstYear, story.story.lastYear) ? value : undefined;
}

function cleanStep(value, story) {
  return value === null || (Number.isInteger(value) && within(value, 1, stepCount(story))) ? value : undefined;
}

function cleanView(value) {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length !== 3 || !value.every(Number.isFinite)) return undefined;
  const [lat, lon, zoom] = value;
  if (!within(lat, -90, 90) || !within(lon, -540, 540) || !within(zoom, 0, 24)) return undefined;
  // a map dragged once around the world reports longitudes beyond 180
  return [lat, within(lon, -180, 180) ? lon : lon - 360 * Math.sign(lon), zoom];
}

function oneOf(list) {
  return (value) => (list.includes(value) ? value : undefined);
}

function onOrOff(value) {
  return typeof value === "boolean" ? value : undefined;
}

function within(value, low, high) {
  return typeof value === "number" && value >= low && value <= high;
}

// own properties only: "attack:constructor" must not find what every object inherits
function owns(object, name) {
  return object !== null && typeof object === "object" && typeof name === "string" && Object.hasOwn(object, name);
}

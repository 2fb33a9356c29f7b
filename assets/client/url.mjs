// The address as the state's shadow: what is in it, how it is read and written, when it makes a history entry. Pure.
import { initial, onStage, valid } from "./state.mjs";

/** Steps closer together than this, in milliseconds, share one history entry. */
export const BURST = 1000;

/**
 * One line per parameter: its name, the field of the state, text → value (undefined if it is no such thing),
 * value → text, and whether Back and Forward bring it back (theme, language and the like stay as the visitor has them).
 */
export const PARAMETERS = [
  { name: "year", field: "year", read: wholeNumber, write: String, restored: true },
  { name: "select", field: "select", read: (text) => text, write: (ref) => ref ?? "", restored: true },
  { name: "mode", field: "mode", read: (text) => text, write: String, restored: true },
  { name: "step", field: "step", read: wholeNumber, write: (step, state) => (onStage(state) && state.walk === "steps" && step ? String(step) : ""), restored: true },
  { name: "walk", field: "walk", read: (text) => text, write: String, restored: true },
  { name: "lang", field: "lang", read: (text) => text, write: String },
  { name: "theme", field: "theme", read: (text) => text, write: String },
  { name: "play", field: "playing", read: (text) => ({ 1: true, 0: false })[text], write: (playing) => (playing ? "1" : "0") },
  { name: "loop", field: "loop", read: (text) => ({ 1: true, 0: false })[text], write: (loop) => (loop ? "1" : "0") },
  { name: "idle", field: "idle", read: plainNumber, write: String },
  { name: "speed", field: "speed", read: plainNumber, write: String },
  { name: "hide", field: "hide", read: (text) => text.split(","), write: (parts) => parts.join(",") },
  { name: "view", field: "view", read: (text) => text.split(",").map(plainNumber), write: writeView, restored: true },
];

/** What the address asks for, as part of a state: unknown names ignored, bad values left out, nothing throws. */
export function read(search, story) {
  const given = new URLSearchParams(search ?? "");
  const asked = {};
  for (const { name, field, read: readValue } of PARAMETERS) {
    if (given.has(name)) asked[field] = readValue(given.get(name));
  }
  return valid(asked, story);
}

/**
 * The address of a state, as "?year=2013&…", or "" for the default state. Defaults are not kept in it, but for the `said` ones:
 * what is another visitor's default need not be this one's.
 */
export function write(state, story, said = []) {
  const defaults = initial(story);
  const pairs = PARAMETERS.map(({ name, field, write: text }) => [name, text(state[field], state), text(defaults[field], defaults)])
    .filter(([name, text, ordinary]) => text !== "" && (text !== ordinary || said.includes(name)))
    .map(([name, text]) => `${name}=${readable(text)}`);
  return pairs.length ? `?${pairs.join("&")}` : "";
}

/**
 * What Back or Forward brings back, for a `set` event: what the entry's address says of year, selection, mode, step
 * and view, with the defaults for what it leaves out. Playback never starts by going back.
 */
export function restore(search, story) {
  const given = read(search, story);
  const asked = { ...initial(story), ...given };
  // an address that names a stop and no year means the year of the stop, not the first one
  const led = onStage(asked) && asked.step !== null ? ["year", "select"].filter((field) => given[field] === undefined) : [];
  const restored = Object.fromEntries(PARAMETERS.filter((line) => line.restored && !led.includes(line.field)).map(({ field }) => [field, asked[field]]));
  return { ...restored, playing: false };
}

/**
 * What a change of state does to the browser's history: "push" (Back undoes it), "replace" or "none".
 * @param {import("./state.mjs").State} before
 * @param {import("./state.mjs").State} after
 * @param {string} cause "select" (the visitor selected or closed something), "step" (to a year or an event by button, key,
 *   typing, list or chart), "script" (window.atlas), "address" (Back, Forward, never written); all else ("scrub", "tick",
 *   "message", "theme" …) replaces
 * @param {number} now        milliseconds, on any clock
 * @param {number|null} lastStepAt when the last change of cause 'step' was, on the same clock; null for never
 */
export function historyMove(before, after, cause, now, lastStepAt) {
  if (cause === "address" || before.mode === "embed" || after.mode === "embed") return "none";
  if (PARAMETERS.every(({ field, write: text }) => text(before[field], before) === text(after[field], after))) return "none";
  if (onStage(before) && onStage(after)) return "replace"; // one entry for the whole walk: Back leads off the stage
  const selected = before.select !== after.select;
  if (before.mode !== after.mode && cause === "mode") return "push";
  if (cause === "step" && (selected || before.year !== after.year)) {
    return Number.isFinite(lastStepAt) && now - lastStepAt < BURST ? "replace" : "push";
  }
  return selected && (cause === "select" || cause === "script") ? "push" : "replace";
}

function wholeNumber(text) {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function plainNumber(text) {
  return /^-?\d{1,9}(\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
}

// 4 decimals of a degree are about 10 m; more would only make links longer
function writeView(view) {
  if (!view) return "";
  const [lat, lon, zoom] = view;
  return [rounded(lat, 4), rounded(lon, 4), rounded(zoom, 2)].join(",");
}

function rounded(value, decimals) {
  return Number(value.toFixed(decimals)) + 0; // "+ 0" turns −0 into 0
}

// colons and commas need no escape in a query, and a link is read by people
function readable(text) {
  return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",");
}

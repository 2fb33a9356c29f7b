// A long story as the page gets it first (see parted.py), made into the story that all of the page knows: rows from columns,
// what happened by year and place, presence by year, ways. What comes later is empty until `parts.mjs` brings it. Pure.
import { reading, rowsOf } from "./columns.mjs";
import { wayBetween } from "./great_circle.mjs";
import { happened } from "./happened.mjs";

const NONE = Object.freeze([]);

/** The same story, its tables by id; one that was sent whole is left as it is. @returns {import("./state.mjs").Story} */
export function unpacked(story) {
  if (!story.parted) return story;
  const { firstYear, lastYear } = story.story;
  story.places = byId(placesOf(story.places, firstYear, lastYear), story.parted, "places");
  story.attacks = byId(attacksOf(story.attacks), story.parted, "attacks");
  story.relocations = byId(rowsOf(story.relocations).map((row) => relocation(row, story.places)), story.parted, "relocations");
  for (const source of Object.values(story.sources)) source.rests = NONE; // only how many: `resting`
  const { years, places } = happened(story);
  for (const [year, row] of Object.entries(story.years)) row.events = years.get(Number(year)) ?? NONE;
  for (const place of Object.values(story.places)) place.events = places.get(place.id) ?? NONE;
  return story;
}

/** Rows by their id, each with the name of the part that has the rest of it. */
function byId(rows, sizes, table) {
  const found = {};
  rows.forEach((row, at) => {
    row.part = `${table}-${Math.floor(at / sizes[table])}`;
    found[row.id] = row;
  });
  return found;
}

/** There can be so many that each copy of a row would be felt: what they lack is put into them. */
function attacksOf({ rows, columns: { killed, missing, ...columns } }) {
  if (!rows) return [];
  const [killedAt, missingAt] = [reading("killed", killed), reading("missing", missing)];
  const made = rowsOf({ rows, columns });
  made.forEach((row, at) => {
    Object.assign(row, LATER);
    row.estimates = {};
    if (killedAt(at)) row.estimates.killed = { story: Object.assign(killedAt(at), UNTOLD) };
    if (missingAt(at)) row.estimates.missing = { story: Object.assign(missingAt(at), UNTOLD) };
  });
  return made;
}

const LATER = { summary: "", means: "", unWording: "", stakeholders: NONE, sources: NONE, accounts: NONE, claims: NONE };
const UNTOLD = { speakers: NONE, claims: NONE };

function relocation({ drawnPath, ...row }, places) {
  const ends = [row.fromDrawn, row.toDrawn].map((id) => places[id]);
  let way = null; // most are never looked at: made when wanted
  return Object.defineProperty({ ...row, description: "", disputed: "", reason: "", sources: NONE }, "path", {
    get: () => (way ??= drawnPath ? wayBetween(...ends) : NONE),
    enumerable: true, configurable: true,
  });
}

function placesOf(table, firstYear, lastYear) {
  const changes = rowsOf(table.changes);
  let at = 0;
  return rowsOf(table).map(({ lived, ...row }, index) => {
    const own = changes.slice(at, at += table.changes.many[index]).map(({ at: when, ...presence }) => ({ at: when, presence }));
    if (!lived) return { ...row, counts: NONE };
    return { ...row, counts: NONE, changes: own, presence: presenceByYear(own, firstYear, lastYear) };
  });
}

/** Who was there at the end of each year: what changed last by then. */
function presenceByYear(changes, firstYear, lastYear) {
  const found = {};
  let next = 0;
  for (let year = firstYear; year <= lastYear; year += 1) {
    while (next < changes.length && changes[next].at < year + 1) next += 1;
    const { state, ...presence } = changes[next - 1]?.presence ?? NOT_OPENED;
    found[year] = { state, ...presence, carried: state === "known" && Math.floor(presence.date.to) < year };
  }
  return found;
}

const NOT_OPENED = { state: "not_opened", best: null, low: null, high: null, qualifier: "", date: null, carried: false, counts: NONE };

import assert from "node:assert/strict";
import { test } from "node:test";

import { chronology } from "../../assets/client/chronology.mjs";
import { golden } from "./panel_story.mjs";
import { all, find, ids, text } from "./tree.mjs";

const day = (start) => ({ edtf: start, start, end: start, from: Number(start.slice(0, 4)), to: Number(start.slice(0, 4)), precision: "day", approximate: false, interval: false });
const event = (id, date, title) => ({ id, date: day(date), kind: "agreement", title, summary: "", place: null, related: null, sources: [] });
const story = {
  story: { firstYear: 2001, lastYear: 2003, language: "en" },
  places: {}, relocations: {}, attacks: {}, checks: {}, speakers: {}, text: golden.text,
  context: { old: event("old", "1965-01-01", "Foundation"), one: event("one", "2001-03-19", "First"), two: event("two", "2001-05-01", "Second"), three: event("three", "2003-02-02", "Third") },
  controversies: { con: { id: "con", topic: "Treatment of members", claim: "Abuse is described.", claimedBy: "HRW", reply: "The group denies it.", repliedBy: "PMOI", sources: ["s"] } },
  sources: { s: { id: "s", publisher: "HRW", title: "Report", type: "ngo", date: "2005-05~", url: "https://hrw.org/x" } },
  years: { 2001: { events: ["context:one", "context:two"] }, 2002: { events: [] }, 2003: { events: ["context:three"] } },
  before: ["context:old"],
};
const state = (select = null) => ({ year: 2001, select, lang: "en" });

test("each year that has an event is a section with the year as its heading", () => {
  assert.deepEqual(find(chronology(state(), story), "H3").map(text), ["Before 2001", "2001", "2003", "Disputed about the group"]);
});

test("events stand in date order under their year", () => {
  assert.deepEqual(ids(chronology(state(), story)), ["context:old", "context:one", "context:two", "context:three"]);
});

test("the selected event, and it alone, is current", () => {
  const current = (select) => all(chronology(state(select), story)).filter(({ props }) => props["aria-current"]).map(({ props }) => props["data-id"]);
  assert.deepEqual(current("context:two"), ["context:two"]);
  assert.deepEqual(current(null), []);
});

test("a disputed matter has both sides and its sources", () => {
  const [matter] = find(chronology(state(), story), "Details");
  assert.equal(text(matter), "Treatment of members HRW Abuse is described. PMOI The group denies it. HRW, May 2005 (about) ↗");
});

test("the chronology of a whole story holds every event of every year once, in whole words", () => {
  const tree = chronology({ ...state(), year: golden.story.firstYear }, golden);
  const wanted = [...golden.before, ...Object.keys(golden.years).sort().flatMap((year) => golden.years[year].events)];
  assert.deepEqual(ids(tree), wanted);
  assert.doesNotMatch(text(tree), /undefined|null|NaN|\[object|\{\w+\}/);
});

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { reduce } from "../../assets/client/events.mjs";
import { initial, SELECTABLE } from "../../assets/client/state.mjs";
import { historyMove, PARAMETERS, read, restore, write } from "../../assets/client/url.mjs";
import { story } from "./small_story.mjs";

const goldenFile = new URL("../golden/payload.json", import.meta.url);
const golden = existsSync(goldenFile) ? JSON.parse(readFileSync(goldenFile, "utf8")) : null;
const at = (changes) => ({ ...initial(story), ...changes });

test("the address knows the parameters of the contract", () => {
  assert.deepEqual(PARAMETERS.map(({ name }) => name), ["year", "select", "mode", "step", "walk", "lang", "theme", "play", "loop", "idle", "speed", "hide", "view"]);
});

test("every parameter is read", () => {
  const walk = { ...story, steps: [{}, {}] };
  const search = "?year=2013&select=attack:atk_2013_09_01&mode=present&step=2&lang=fr&theme=dark&play=1&speed=0.5&hide=panel,time&view=33.87,44.5,8.25";
  assert.deepEqual(read(search, walk), {
    year: 2013, select: "attack:atk_2013_09_01", mode: "present", step: 2, lang: "fr", theme: "dark", playing: true, speed: 0.5,
    hide: ["panel", "time"], view: [33.87, 44.5, 8.25],
  });
});

test("an escaped address reads the same", () => {
  assert.deepEqual(read("?select=attack%3Aatk_2013_09_01&view=33%2C44%2C8", story), { select: "attack:atk_2013_09_01", view: [33, 44, 8] });
});

test("unknown names are ignored and bad values left out", () => {
  const bad = [
    "", "?", "?&&==&", "?utm_source=x", "?year=", "?year=1900", "?year=2013.5", "?year=2e3", "?year=0x7dd", "?year=%202013", "?year=99999999999999999999", "?Year=2013",
    "?select=attack:none", "?select=", "?select=attack:constructor", "?mode=full", "?lang=xx", "?lang=__proto__", "?theme=pink", "?play=yes", "?play=constructor",
    "?speed=5", "?speed=fast", "?speed=1e0", "?view=1,2", "?view=1,2,3,4", "?view=,,", "?view=a,b,c", "?view=100,0,3", "?view=NaN,0,3", "?step=1", "?%E0%A4%A", "?year=%",
    "?__proto__=1", "?constructor=1",
  ];
  for (const search of bad) assert.deepEqual(read(search, story), {}, search);
  for (const nothing of [null, undefined]) assert.deepEqual(read(nothing, story), {});
});

test("one bad value does not spoil the others", () => {
  assert.deepEqual(read("?year=2012&theme=pink&hide=moon,panel", story), { year: 2012, hide: ["panel"] });
});

test("play is on with 1 and off with 0", () => {
  assert.deepEqual([read("?play=1", story), read("?play=0", story)], [{ playing: true }, { playing: false }]);
});

test("of a parameter given twice the first counts", () => {
  assert.deepEqual(read("?year=2012&year=2013", story), { year: 2012 });
});

test("the default state has no address", () => {
  assert.equal(write(initial(story), story), "");
});

test("the address holds what differs from the default, readable", () => {
  const state = at({ year: 2013, select: "attack:atk_2013_09_01", theme: "dark", hide: ["panel", "time"], speed: 0.5, playing: true, lang: "fr" });
  assert.equal(write(state, story), "?year=2013&select=attack:atk_2013_09_01&lang=fr&theme=dark&play=1&speed=0.5&hide=panel,time");
});

test("a view is written to about ten metres", () => {
  assert.equal(write(at({ view: [33.868123456, -0.000001, 8.256], follow: false }), story), "?view=33.8681,0,8.26");
});

test("the step is in the address only during the walk", () => {
  assert.equal(write(at({ step: 3 }), story), "");
  const walked = { ...story, steps: { one: {}, two: {}, three: {} } };
  assert.equal(write({ ...initial(walked), step: 3 }, walked), "");
  assert.equal(write({ ...initial(walked), step: 3, mode: "present" }, walked), "?mode=present&step=3");
  assert.equal(write({ ...initial(walked), step: 3, mode: "present", walk: "events" }, walked), "?mode=present&walk=events");
});

test("an id of another story is escaped where it must be", () => {
  const other = { ...story, places: { "a&b=ç": {} } };
  const search = write(at({ select: "place:a&b=ç" }), other);
  assert.equal(search, "?select=place:a%26b%3D%C3%A7");
  assert.deepEqual(read(search, other), { select: "place:a&b=ç" });
});

test("every state of the small story comes back from its address", () => comesBack(story));

test("every state of the golden story comes back from its address", { skip: !golden && "no golden payload yet" }, () => comesBack(golden));

test("Back brings back year, selection, mode and view, and neither theme nor playback", () => {
  assert.deepEqual(restore("?year=2012&theme=dark&lang=fr&play=1", story), { year: 2012, select: null, mode: "explore", step: null, walk: "years", view: null, playing: false });
});

test("Back to the bare address undoes a selection and keeps the theme", () => {
  const state = at({ year: 2013, select: "attack:atk_2013_09_01", theme: "dark" });
  assert.deepEqual(reduce(state, [{ type: "set", state: restore("", story) }], story), at({ theme: "dark" }));
});

test("selecting and closing by the visitor make a history entry", () => {
  assert.equal(historyMove(at({}), at({ year: 2013, select: "attack:atk_2013_09_01" }), "select", 50, null), "push");
  assert.equal(historyMove(at({ select: "place:tirana" }), at({}), "select", 50, null), "push");
  assert.equal(historyMove(at({}), at({ select: "place:tirana" }), "script", 50, null), "push");
});

test("a step makes a history entry, a burst of steps one", () => {
  const step = (now, lastStepAt) => historyMove(at({ year: 2012 }), at({ year: 2013 }), "step", now, lastStepAt);
  assert.equal(step(50, null), "push");
  assert.equal(step(50, undefined), "push");
  assert.equal(step(5999, 5000), "replace");
  assert.equal(step(6000, 5000), "push");
});

test("scrubbing, playback, messages, looks and the map replace", () => {
  assert.equal(historyMove(at({ year: 2012 }), at({ year: 2013 }), "scrub", 0, null), "replace");
  assert.equal(historyMove(at({ year: 2012, playing: true }), at({ year: 2013, playing: true }), "tick", 0, null), "replace");
  assert.equal(historyMove(at({}), at({ select: "place:tirana" }), "message", 0, null), "replace");
  assert.equal(historyMove(at({ year: 2012, select: "attack:atk_2013_09_01" }), at({ year: 2013 }), "scrub", 0, null), "replace");
  assert.equal(historyMove(at({}), at({ theme: "dark" }), "theme", 0, null), "replace");
  assert.equal(historyMove(at({}), at({ view: [1, 2, 3], follow: false }), "view", 0, null), "replace");
});

test("playback that a selection ends is written with the selection", () => {
  assert.equal(historyMove(at({ year: 2012, playing: true }), at({ year: 2012, select: "place:tirana" }), "select", 0, null), "push");
});

test("Back itself, an unchanged address and an embedded page touch no history", () => {
  assert.equal(historyMove(at({ year: 2012 }), at({ year: 2013 }), "address", 0, null), "none");
  assert.equal(historyMove(at({ year: 2012 }), at({ year: 2012 }), "step", 0, null), "none");
  assert.equal(historyMove(at({ view: [1, 2, 3] }), at({ view: [1.000001, 2, 3.001] }), "view", 0, null), "none");
  assert.equal(historyMove(at({ mode: "embed" }), at({ mode: "embed", select: "place:tirana" }), "select", 0, null), "none");
  assert.equal(historyMove(at({ mode: "explore" }), at({ mode: "embed" }), "mode", 0, null), "none");
});

function comesBack(told) {
  const start = initial(told);
  const refs = Object.entries(SELECTABLE).flatMap(([kind, table]) => Object.keys(told[table] ?? {}).map((id) => `${kind}:${id}`));
  const years = Object.keys(told.years).map(Number);
  const states = [
    ...refs.map((ref) => reduce(start, [{ type: "select", ref }], told)),
    ...years.map((year) => reduce(start, [{ type: "year", year }, { type: "view", view: [33.5, 44.25, 8] }, { type: "theme", value: "light" }], told)),
    ...years.map((year) => reduce(start, [{ type: "year", year }, { type: "play" }, { type: "speed", value: 0.25 }], told)),
  ];
  for (const state of states) {
    assert.deepEqual(reduce(start, [{ type: "set", state: read(write(state, told), told) }], told), state, write(state, told));
  }
}

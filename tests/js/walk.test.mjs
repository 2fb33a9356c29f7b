import assert from "node:assert/strict";
import { test } from "node:test";
import { reduce } from "../../assets/client/events.mjs";
import { elapsed, inFigures, toggled, UNWOUND } from "../../assets/client/present/speaker_clock.mjs";
import { journey } from "../../assets/client/present/journey.mjs";
import { newer } from "../../assets/client/present/in_step.mjs";
import { typing, wanted } from "../../assets/client/present/typed_number.mjs";
import { uncovered } from "../../assets/client/present/uncovered.mjs";
import { unitOf } from "../../assets/client/present/unit.mjs";
import { captionOf, progressOf, sourceLine, sourcesOf } from "../../assets/client/present/wording.mjs";
import { initial, published } from "../../assets/client/state.mjs";
import { words } from "../../assets/client/text.mjs";
import { read, restore } from "../../assets/client/url.mjs";
import { indexOf, nearestStop, nextStop, previousStop, stopAt, stopsOf } from "../../assets/client/walk.mjs";
import { golden } from "./panel_story.mjs";

const t = words(golden, "en");
const opened = (search) => reduce(initial(golden), [{ type: "set", state: read(search, golden) }], golden);
const after = (state, ...events) => reduce(state, events, golden);

test("an address without a stop begins at the first", () => {
  const state = opened("?mode=present");
  assert.deepEqual([state.step, state.year, state.select], [1, 1990, null]);
});

test("an address with a stop has its year and its selection, and leaves the camera to it", () => {
  const state = opened("?mode=present&step=2&view=1,2,3");
  assert.deepEqual([state.step, state.year, state.select], [2, 1991, "attack:atk_bubbles"]);
  const held = opened("?year=1991&select=attack:atk_bubbles&mode=present&step=2");
  assert.deepEqual([held.step, held.year, held.select], [2, 1991, "attack:atk_bubbles"]);
});

test("a year that a stop has is that stop, another is beside the walk", () => {
  assert.equal(opened("?mode=present&year=1992").step, 3);
  const beside = opened("?mode=present&year=1993");
  assert.deepEqual([beside.step, beside.year], [null, 1993]);
  assert.deepEqual([nextStop(beside, golden), previousStop(beside, golden)], [3, 2]);
});

test("who comes on stage from a year begins with the first stop of the latest year that has any", () => {
  assert.equal(nearestStop(1993, golden, "steps"), 2);
  const state = after(after(initial(golden), { type: "year", year: 1993 }), { type: "mode", value: "present" });
  assert.deepEqual([state.step, state.year], [3, 1992]);
});

test("who left the stage comes back to the same stop, unless the year was changed meanwhile", () => {
  const off = after(opened("?mode=present&step=2"), { type: "mode", value: "explore" });
  assert.equal(published(off, golden).step, null);
  assert.equal(after(off, { type: "mode", value: "present" }).step, 2);
  assert.equal(after(off, { type: "year", year: 1995 }, { type: "mode", value: "present" }).step, 4);
});

test("Back to an address of a stop is that stop", () => {
  const there = after(opened("?mode=present&step=4"), { type: "set", state: restore("?mode=present&step=2", golden) });
  assert.deepEqual([there.step, there.year], [2, 1991]);
});

test("what is looked at in the year of a stop keeps the place in the walk, another year leaves it", () => {
  const stop = opened("?mode=present&step=3");
  const looked = after(stop, { type: "select", ref: "relocation:rel_1992" });
  assert.equal(looked.step, 3);
  assert.equal(stopAt(looked, golden), null);
  assert.equal(after(stop, { type: "select", ref: "attack:atk_geese" }).step, null);
});

test("a stop that is not there changes nothing", () => {
  const state = opened("?mode=present&step=3");
  for (const index of [-1, 4, 1.5, null, "x", undefined]) assert.equal(after(state, { type: "stop", index }), state);
});

test("playing from the last stop starts over, and a tick that comes late does nothing", () => {
  const last = opened("?mode=present&step=4");
  assert.equal(after(last, { type: "play" }).step, 1);
  assert.equal(after(last, { type: "advance", index: 1 }), last);
  assert.equal(after(last, { type: "play" }, { type: "advance", index: 1 }).step, 2);
});

test("the walk goes by years and by events too", () => {
  const years = opened("?mode=present&walk=years&year=1992");
  assert.deepEqual([indexOf(years, golden), nextStop(years, golden), previousStop(years, golden)], [2, 3, 1]);
  assert.equal(published(years, golden).step, null);
  const events = opened("?mode=present&walk=events&year=1991");
  const first = after(events, { type: "stop", index: nextStop(events, golden) });
  assert.equal(first.select, golden.years[1991].events[0]);
  assert.equal(stopsOf(golden, "events").length, Object.values(golden.years).flatMap(({ events: all }) => all).length);
});

test("the caption is that of the stop, else what is selected, else the year; each with its sources", () => {
  assert.equal(captionOf(opened("?mode=present&step=2"), golden, t), "Soap bubbles are fired at an open-air rehearsal.");
  assert.equal(captionOf(opened("?mode=present&walk=events&select=attack:atk_geese"), golden, t), "Geese on the stage, July 1993 (about)");
  assert.match(captionOf(opened("?mode=present&walk=years&year=1993"), golden, t), /1 attack/);
  assert.deepEqual(sourcesOf(opened("?mode=present&step=1"), golden).map(({ id }) => id), ["s_gazette", "s_choir_book"]);
  assert.deepEqual(sourceLine(opened("?mode=present&step=1"), golden, t), { names: "Sources: Lake Gazette; The choir", more: "" });
  assert.deepEqual([1, 2, 4].map((step) => progressOf(opened(`?mode=present&step=${step}`), golden)), [0, 1 / 3, 1]);
});

test("figures are gathered until Enter, and one can be taken back", () => {
  const type = (...keys) => keys.reduce((typed, key) => typing(typed, key).typed, "");
  assert.equal(type("1", "9", "9", "Backspace", "9"), "199");
  assert.equal(type("1", "1", "9", "9", "3"), "1993");
  assert.deepEqual(typing("1993", "Enter"), { typed: "1993", done: true });
  assert.equal(typing("", "Enter"), null);
  assert.equal(typing("19", "PageDown"), null);
});

test("a typed number is a year of the story, else the number of a stop", () => {
  assert.deepEqual(wanted("1991", { walk: "steps" }, golden), { type: "stop", index: 1 });
  assert.deepEqual(wanted("1993", { walk: "steps" }, golden), { type: "year", year: 1993 });
  assert.deepEqual(wanted("4", { walk: "steps" }, golden), { type: "stop", index: 3 });
  assert.equal(wanted("5", { walk: "steps" }, golden), null);
  assert.equal(wanted("0", { walk: "steps" }, golden), null);
});

test("a journey passes each year in between, and eventful ones longer", () => {
  const seconds = (year) => (year === 1992 ? 6 : 2);
  const way = journey(1991, 1993, seconds);
  const seen = Array.from({ length: 101 }, (_, i) => way.at((way.time * i) / 100));
  assert.deepEqual([...new Set(seen.map(({ year }) => year))], [1991, 1992, 1993]);
  assert.ok(seen.filter(({ year }) => year === 1992).length > seen.filter(({ year }) => year === 1991).length * 2);
  assert.deepEqual(seen.at(-1), { year: 1993, fraction: 1 });
  assert.ok(seen.every(({ year, fraction }, i) => i === 0 || year + fraction >= seen[i - 1].year + seen[i - 1].fraction));
});

test("a journey back is shorter, and ends at the end of its year", () => {
  const way = journey(1995, 1990, () => 4);
  assert.ok(way.time < journey(1990, 1995, () => 4).time);
  const seen = Array.from({ length: 51 }, (_, i) => way.at((way.time * i) / 50));
  assert.ok(seen.every(({ year, fraction }, i) => i === 0 || year + fraction <= seen[i - 1].year + seen[i - 1].fraction));
  assert.deepEqual(seen.at(-1), { year: 1990, fraction: 1 });
});

test("a unit grows with the stage and is one pixel everywhere else", () => {
  assert.equal(unitOf("explore", { width: 1920, height: 1080 }), 1);
  assert.equal(unitOf("present", { width: 1920, height: 1080 }), 2.88);
  assert.equal(unitOf("present", { width: 320, height: 200 }), 1);
  assert.ok(unitOf("speaker", { width: 320, height: 180 }) < 1);
});

test("what lies under the caption is not drawn, and not named either", () => {
  const at = (ref, y, r = 5) => ({ ref, x: 10, y, r });
  const scene = {
    circles: [at("place:a", 50), at("place:b", 96)], marks: [at("attack:c", 99)], gathered: [], movers: [], lines: [],
    labels: [{ ref: "place:a", top: 10, height: 10 }, { ref: "place:b", top: 20, height: 10 }, { ref: null, top: 95, height: 10 }],
    targets: [at("place:a", 50), at("attack:c", 99)],
  };
  const seen = uncovered(scene, 100);
  assert.deepEqual([seen.circles, seen.marks, seen.labels, seen.targets].map((list) => list.map(({ ref }) => ref)), [["place:a"], [], ["place:a"], ["place:a"]]);
});

test("of two messages both windows take the same for the newer", () => {
  const [one, other] = [{ at: 3, from: "a" }, { at: 3, from: "b" }];
  assert.equal(newer(other, one), true);
  assert.equal(newer(one, other), false);
  assert.equal(newer({ at: 2, from: "z" }, one), false);
  assert.equal(newer(one, one), false);
});

test("the speaker's clock runs, is held, and goes on", () => {
  const runs = toggled(UNWOUND, 1000);
  assert.equal(elapsed(runs, 61_000), 60_000);
  const held = toggled(runs, 61_000);
  assert.equal(elapsed(held, 999_999), 60_000);
  assert.equal(elapsed(toggled(held, 100_000), 101_000), 61_000);
  assert.deepEqual([0, 7000, 760_000, 3_723_000].map((it) => inFigures(it, "en")), ["0:00", "0:07", "12:40", "1:02:03"]);
  assert.equal(inFigures(760_000, "fa"), "۱۲:۴۰");
});

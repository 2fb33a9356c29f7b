import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { eventsOfYear, nextEvent, nextYear, previousEvent, previousYear, reduce, yearOf } from "../../assets/client/events.mjs";
import { initial } from "../../assets/client/state.mjs";
import { story } from "./small_story.mjs";

const golden = { ...JSON.parse(readFileSync(new URL("../golden/payload.json", import.meta.url), "utf8")), text: { en: {} } };
const at = (changes) => ({ ...initial(story), ...changes });
const after = (state, ...events) => reduce(state, events, story);
const differs = (state, before) => Object.fromEntries(Object.entries(state).filter(([name, value]) => value !== before[name]));

/** What an event changes in a state. */
function change(state, ...events) {
  return differs(after(state, ...events), state);
}

test("a year event sets the year", () => {
  assert.deepEqual(change(at({}), { type: "year", year: 2013 }), { year: 2013 });
});

test("events are applied in their order", () => {
  assert.deepEqual(change(at({}), { type: "year", year: 2011 }, { type: "year", year: 2014 }, { type: "theme", value: "dark" }), { year: 2014, theme: "dark" });
});

test("an unknown event, a bad one and none at all give back the same object", () => {
  const state = at({ year: 2012, playing: true });
  const strange = [
    [], null, undefined, [null], [undefined], [7], ["year"], [{}], [{ type: "toString" }], [{ type: "__proto__" }], [{ type: null }],
    [{ type: "year" }], [{ type: "year", year: 1900 }], [{ type: "year", year: "2013" }], [{ type: "select" }], [{ type: "select", ref: "attack:none" }],
    [{ type: "view" }], [{ type: "view", view: [1] }], [{ type: "theme", value: "pink" }], [{ type: "speed", value: 99 }], [{ type: "tick" }],
    [{ type: "set" }], [{ type: "set", state: null }], [{ type: "set", state: { year: "x", nonsense: 1 } }],
  ];
  for (const events of strange) assert.equal(reduce(state, events, story), state, JSON.stringify(events));
});

test("events that undo each other give back the same object", () => {
  const state = at({ view: [1, 2, 3], follow: false });
  assert.equal(after(state, { type: "year", year: 2010 }, { type: "year", year: 2009 }), state);
  assert.equal(after(state, { type: "view", view: [1, 2, 3] }), state);
});

test("the state given is never changed", () => {
  const state = Object.freeze(at({ hide: Object.freeze(["panel"]) }));
  after(state, { type: "year", year: 2013 }, { type: "select", ref: "place:tirana" }, { type: "play" }, { type: "view", view: [1, 2, 3] });
  assert.deepEqual(state, at({ hide: ["panel"] }));
});

test("selecting an attack goes to its year", () => {
  assert.deepEqual(change(at({}), { type: "select", ref: "attack:atk_2013_09_01" }), { year: 2013, select: "attack:atk_2013_09_01" });
});

test("selecting a context event or a check with a year goes there too", () => {
  assert.equal(after(at({}), { type: "select", ref: "context:ctx_2014_2015" }).year, 2014);
  assert.equal(after(at({}), { type: "select", ref: "check:check_01" }).year, 2011);
});

test("selecting what happened before the story goes to its first year", () => {
  assert.equal(after(at({ year: 2015 }), { type: "select", ref: "context:ctx_1979_02" }).year, 2009);
});

test("selecting a place, a source or a check without a year keeps the year", () => {
  for (const ref of ["place:tirana", "source:s_un_2013", "check:check_22"]) {
    assert.deepEqual(change(at({ year: 2012 }), { type: "select", ref }), { select: ref });
  }
});

test("a relocation over several years is selected in the year at hand, else in its first", () => {
  const germany = "relocation:rel_2013_2016_germany";
  assert.deepEqual(change(at({ year: 2015 }), { type: "select", ref: germany }), { select: germany });
  assert.deepEqual(change(at({ year: 2010 }), { type: "select", ref: germany }), { select: germany, year: 2013 });
});

test("closing keeps the year", () => {
  assert.deepEqual(change(at({ year: 2013, select: "attack:atk_2013_09_01" }), { type: "select", ref: null }), { select: null });
});

test("another year closes an attack and a relocation, but neither a place nor a source", () => {
  for (const select of ["attack:atk_2013_09_01", "relocation:rel_2013_2016_germany", "check:check_22"]) {
    assert.deepEqual(change(at({ year: 2013, select }), { type: "year", year: 2014 }), { year: 2014, select: null });
  }
  for (const select of ["place:tirana", "source:s_un_2013"]) {
    assert.deepEqual(change(at({ year: 2013, select }), { type: "year", year: 2014 }), { year: 2014 });
  }
});

test("the same year again closes nothing", () => {
  const state = at({ year: 2013, select: "attack:atk_2013_09_01" });
  assert.equal(after(state, { type: "year", year: 2013 }), state);
});

test("a year or a selection by hand pauses playback", () => {
  const state = at({ year: 2013, playing: true });
  for (const event of [{ type: "year", year: 2014 }, { type: "year", year: 2013 }, { type: "select", ref: "place:tirana" }, { type: "select", ref: null }]) {
    assert.equal(after(state, event).playing, false);
  }
});

test("theme, language, mode, speed and the map do not pause playback", () => {
  const events = [
    { type: "theme", value: "light" }, { type: "lang", value: "fr" }, { type: "mode", value: "present" }, { type: "speed", value: 2 },
    { type: "view", view: [33, 44, 9] }, { type: "set", state: { hide: ["panel"] } },
  ];
  const state = after(at({ playing: true }), ...events);
  assert.deepEqual(state, at({ playing: true, theme: "light", lang: "fr", mode: "present", speed: 2, view: [33, 44, 9], follow: false, hide: ["panel"] }));
});

test("play runs from the year at hand, and from the last year starts over", () => {
  assert.deepEqual(change(at({ year: 2012 }), { type: "play" }), { playing: true });
  assert.deepEqual(change(at({ year: 2016, select: "attack:atk_2016_07_04" }), { type: "play" }), { playing: true, year: 2009, select: null });
});

test("pause keeps everything else", () => {
  assert.deepEqual(change(at({ year: 2012, select: "place:tirana", playing: true }), { type: "pause" }), { playing: false });
});

test("a tick commits a year, closing an attack and keeping a place", () => {
  assert.deepEqual(change(at({ year: 2013, playing: true, select: "attack:atk_2013_09_01" }), { type: "tick", year: 2014 }), { year: 2014, select: null });
  assert.deepEqual(change(at({ year: 2013, playing: true, select: "place:tirana" }), { type: "tick", year: 2014 }), { year: 2014 });
});

test("the last year is played too, and a tick beyond it pauses", () => {
  assert.deepEqual(change(at({ year: 2015, playing: true }), { type: "tick", year: 2016 }), { year: 2016 });
  assert.deepEqual(change(at({ year: 2016, playing: true }), { type: "tick", year: 2017 }), { playing: false });
});

test("a tick that comes after a pause is ignored", () => {
  assert.deepEqual(change(at({ year: 2013, playing: true }), { type: "pause" }, { type: "tick", year: 2014 }), { playing: false });
});

test("moving the map ends the following, and following gives the camera back", () => {
  const moved = after(at({}), { type: "view", view: [33.5, 44.5, 9] });
  assert.deepEqual([moved.follow, moved.view], [false, [33.5, 44.5, 9]]);
  assert.deepEqual(after(moved, { type: "follow" }), at({}));
});

test("set takes what is good of a state and leaves the rest", () => {
  const state = at({ year: 2012, theme: "dark" });
  assert.deepEqual(change(state, { type: "set", state: { year: 2014, theme: "pink", lang: "fr", nonsense: 1 } }), { year: 2014, lang: "fr" });
});

test("set with a selection goes to its year, even if another year is asked for", () => {
  assert.equal(after(at({}), { type: "set", state: { year: 2011, select: "attack:atk_2013_09_01" } }).year, 2013);
  assert.equal(after(at({}), { type: "set", state: { year: 2015, select: "relocation:rel_2013_2016_germany" } }).year, 2015);
  assert.equal(after(at({}), { type: "set", state: { year: 2015, select: "place:tirana" } }).year, 2015);
});

test("set with a view takes the camera, and with none gives it back", () => {
  const taken = after(at({}), { type: "set", state: { view: [1, 2, 3] } });
  assert.equal(taken.follow, false);
  assert.equal(after(taken, { type: "set", state: { view: null } }).follow, true);
  assert.equal(after(taken, { type: "set", state: { follow: true } }).view, null);
  assert.deepEqual(change(at({}), { type: "set", state: { follow: false } }), { follow: false });
});

test("set can play and pause", () => {
  assert.deepEqual(change(at({}), { type: "set", state: { year: 2012, playing: true } }), { year: 2012, playing: true });
  assert.deepEqual(change(at({ playing: true }), { type: "set", state: { playing: false } }), { playing: false });
  assert.equal(after(at({ playing: true }), { type: "set", state: { year: 2012 } }).playing, false);
});

test("setting a state to itself changes nothing", () => {
  for (const state of [at({}), at({ year: 2013, select: "attack:atk_2013_09_01" }), at({ view: [1, 2, 3], follow: false }), at({ follow: false })]) {
    assert.equal(after(state, { type: "set", state }), state);
  }
});

test("the year of a thing is that of its start", () => {
  assert.equal(yearOf("attack:atk_2011_12_25", story), 2011);
  assert.equal(yearOf("relocation:rel_2013_2016_germany", story), 2013);
  assert.equal(yearOf("check:check_22", story), null);
  assert.equal(yearOf("place:tirana", story), null);
  assert.equal(yearOf("attack:none", story), null);
});

test("a thing with an open start has the year of its end, and without dates none", () => {
  const context = { a: { date: { start: null, end: "2012-05-01" } }, b: { date: null } };
  assert.equal(yearOf("context:a", { ...story, context }), 2012);
  assert.equal(yearOf("context:b", { ...story, context }), null);
});

test("the events of a year are as the story lists them, and none outside it", () => {
  assert.deepEqual(eventsOfYear(2011, story), ["attack:atk_2011_12_25"]);
  assert.deepEqual(eventsOfYear(1900, story), []);
});

test("the next event is the year's first, then the one after the selected, then that of the next year with any", () => {
  assert.equal(nextEvent(at({ year: 2013 }), story), "attack:atk_2013_02_09");
  assert.equal(nextEvent(at({ year: 2013, select: "place:tirana" }), story), "attack:atk_2013_02_09");
  assert.equal(nextEvent(at({ year: 2013, select: "attack:atk_2013_02_09" }), story), "relocation:rel_2013_2016_germany");
  assert.equal(nextEvent(at({ year: 2014, select: "context:ctx_2014_2015" }), story), "relocation:rel_2016_alb");
  assert.equal(nextEvent(at({ year: 2010 }), story), "attack:atk_2011_12_25");
  assert.equal(nextEvent(at({ year: 2016, select: "relocation:rel_2016_last" }), story), null);
});

test("the previous event is the one before the selected, then the last of an earlier year with any", () => {
  assert.equal(previousEvent(at({ year: 2013, select: "attack:atk_2013_09_01" }), story), "relocation:rel_2013_2016_germany");
  assert.equal(previousEvent(at({ year: 2013 }), story), "relocation:rel_2012_convoy_4");
  assert.equal(previousEvent(at({ year: 2016 }), story), "context:ctx_2014_2015");
  assert.equal(previousEvent(at({ year: 2009, select: "attack:atk_2009_07_28" }), story), null);
});

test("from a movement that runs on, next goes forward in time and previous back from its first year", () => {
  const state = at({ year: 2014, select: "relocation:rel_2013_2016_germany" });
  assert.equal(nextEvent(state, story), "context:ctx_2014_2015");
  assert.equal(previousEvent(state, story), "attack:atk_2013_02_09");
});

test("going through the small story meets every event once, forth and back", () => meetsEveryEvent(story));

test("going through the golden story meets every event once, forth and back", () => meetsEveryEvent(golden));

test("the next and the previous year end at the ends of the story", () => {
  assert.deepEqual([2009, 2012, 2016].map((year) => nextYear(at({ year }), story)), [2010, 2013, null]);
  assert.deepEqual([2009, 2012, 2016].map((year) => previousYear(at({ year }), story)), [null, 2011, 2015]);
});

function meetsEveryEvent(told) {
  const all = Object.keys(told.years).sort().flatMap((year) => told.years[year].events);
  assert.deepEqual(walk(initial(told), nextEvent, told), all);
  const [end, last] = [{ ...initial(told), year: told.story.lastYear }, all[all.length - 1]];
  assert.deepEqual([last, ...walk(reduce(end, [{ type: "select", ref: last }], told), previousEvent, told)], [...all].reverse());
}

function walk(state, step, told) {
  const met = [];
  for (let ref = step(state, told); ref && met.length < 10_000; ref = step(state, told)) {
    met.push(ref);
    state = reduce(state, [{ type: "select", ref }], told);
  }
  return met;
}

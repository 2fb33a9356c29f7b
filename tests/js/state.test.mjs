import assert from "node:assert/strict";
import { test } from "node:test";
import { initial, published, sameValue, thing, valid } from "../../assets/client/state.mjs";
import { story } from "./small_story.mjs";

test("the default state is the first year with nothing selected and the camera following", () => {
  assert.deepEqual(initial(story), {
    year: 2009, select: null, mode: "explore", lang: "en", theme: "auto", playing: false, speed: 1, follow: true, view: null, hide: [], step: null, walk: "years", loop: false, idle: 0, curtain: null,
  });
});

test("good values are kept", () => {
  const good = {
    year: 2013, select: "attack:atk_2013_09_01", mode: "embed", lang: "fr", theme: "dark", playing: true, speed: 0.25,
    follow: false, view: [33.3, 44.2, 8.5], hide: ["panel", "time"], step: null,
  };
  assert.deepEqual(valid(good, story), good);
});

test("each kind of thing can be selected", () => {
  for (const select of ["attack:atk_2009_07_28", "place:tirana", "relocation:rel_2016_alb", "check:check_22", "source:s_un_2013", "context:ctx_1979_02", null]) {
    assert.deepEqual(valid({ select }, story), { select });
  }
});

test("bad values are left out", () => {
  const bad = {
    year: [2008, 2017, 2013.5, "2013", NaN, null, [2013]],
    select: ["attack:atk_1900", "attack:", "attack", ":x", "", "planet:mars", "attack:constructor", "attack:__proto__", "__proto__:toString", 7, undefined, {}],
    mode: ["full", "", null, 1],
    lang: ["xx", "__proto__", "toString", null, 3],
    theme: ["pink", null],
    playing: [1, "true", null],
    speed: [0, 0.2, 4.1, -1, NaN, Infinity, "1", null],
    follow: [0, "no", null],
    view: [[], [1, 2], [1, 2, 3, 4], [91, 0, 3], [0, 541, 3], [0, 0, -1], [0, 0, 25], ["1", "2", "3"], [NaN, 0, 1], "33,44,9", 5],
    hide: ["panel", null, 4, {}],
    step: [0, 1, 1.5, "1"],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) assert.deepEqual(valid({ [name]: value }, story), {}, `${name}: ${JSON.stringify(value)}`);
  }
});

test("unknown names are ignored", () => {
  assert.deepEqual(valid({ year: 2012, colour: "red", constructor: 1 }, story), { year: 2012 });
  assert.deepEqual(valid(JSON.parse('{"__proto__": {"year": 2012}}'), story), {});
});

test("what is no object holds no values", () => {
  for (const nothing of [null, undefined, 7, "year=2013", []]) assert.deepEqual(valid(nothing, story), {});
});

test("hidden parts come once each, in one order, and only those there are", () => {
  assert.deepEqual(valid({ hide: ["time", "panel", "time", "moon", 3] }, story), { hide: ["panel", "time"] });
});

test("a longitude beyond the date line is brought back", () => {
  assert.deepEqual(valid({ view: [10, 190, 3] }, story), { view: [10, -170, 3] });
  assert.deepEqual(valid({ view: [10, -300, 3] }, story), { view: [10, 60, 3] });
});

test("a step must be one of the walk", () => {
  const walk = { ...story, steps: { one: {}, two: {} } };
  assert.deepEqual(valid({ step: 2 }, walk), { step: 2 });
  assert.deepEqual(valid({ step: 3 }, walk), {});
});

test("a story without a table has nothing to select in it", () => {
  assert.deepEqual(valid({ select: "attack:atk_2013_09_01" }, { ...story, attacks: undefined }), {});
});

test("published is the state and the number of steps, which is 0 without a walk", () => {
  assert.deepEqual(published(initial(story), story), { ...initial(story), steps: 0 });
});

test("the step is published only in the walk", () => {
  const walk = { ...story, steps: [{}, {}, {}] };
  assert.equal(published({ ...initial(walk), step: 2 }, walk).step, null);
  assert.equal(published({ ...initial(walk), step: 2, mode: "present" }, walk).step, 2);
  assert.equal(published(initial(walk), walk).steps, 3);
});

test("changing what was published does not change the state", () => {
  const state = { ...initial(story), view: [1, 2, 3], hide: ["panel"] };
  const told = published(state, story);
  told.view[0] = 99;
  told.hide.push("time");
  assert.deepEqual([state.view, state.hide], [[1, 2, 3], ["panel"]]);
});

test("a reference gives its kind, its id and its row", () => {
  assert.deepEqual(thing("check:check_01", story), { kind: "check", id: "check_01", row: { id: "check_01", year: 2011 } });
  assert.equal(thing("check:check_99", story), null);
});

test("lists are the same when they hold the same", () => {
  assert.equal(sameValue([1, 2], [1, 2]), true);
  assert.equal(sameValue([1, 2], [1, 3]), false);
  assert.equal(sameValue([], null), false);
  assert.equal(sameValue("a", "a"), true);
});

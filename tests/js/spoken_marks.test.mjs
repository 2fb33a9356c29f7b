import assert from "node:assert/strict";
import { test } from "node:test";
import { spokenMarks } from "../../assets/client/spoken_marks.mjs";
import { golden } from "./panel_story.mjs";

const state = { year: 1993, lang: "en", select: null };
const circle = (place, presence) => ({ ref: `place:${place}`, place, presence, controller: "" });
const target = (ref, x = 10, y = 10) => ({ ref, x, y, r: 5 });
const seen = { width: 100, height: 100 };
const [left, lived] = Object.keys(golden.places);
const attacks = Object.values(golden.attacks).sort((a, b) => a.date.from - b.date.from);

test("places with people come first, then what happened in the year, then what is over, counted marks last", () => {
  const now = attacks.find(({ date }) => Math.floor(date.from) === state.year);
  const before = attacks.find(({ date }) => Math.floor(date.from) !== state.year);
  const drawn = {
    circles: [circle(left, { state: "closed" }), circle(lived, { state: "known", best: 5 })],
    targets: [{ ref: null, many: 2, refs: () => ["attack:a", "attack:b"], x: 5, y: 5, r: 9 }, target(`attack:${before.id}`), target(`attack:${now.id}`), target(`place:${left}`), target(`place:${lived}`)],
  };
  const marks = spokenMarks(drawn, golden, state, seen);
  assert.deepEqual(marks.map(({ ref }) => ref), [`place:${lived}`, `attack:${now.id}`, `place:${left}`, `attack:${before.id}`, null]);
  assert.ok(marks[1].words.startsWith(now.title));
});

test("what is not on the map is not passed, and what moves along a line is passed once", () => {
  const [relocation] = Object.keys(golden.relocations);
  const drawn = { circles: [], targets: [target(`relocation:${relocation}`), target(`relocation:${relocation}`, 50, 50), target(`place:${left}`, 200, 5)] };
  assert.deepEqual(spokenMarks(drawn, golden, state, seen).map(({ ref, x }) => [ref, x]), [[`relocation:${relocation}`, 10]]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { chartTarget } from "../../assets/client/chart.mjs";

const attack = (id, from, counted = true) => ({ id, counted, date: { from }, estimates: { killed: { story: { best: 1 } } } });
const story = {
  story: { firstYear: 2000, lastYear: 2009 },
  attacks: { a: attack("a", 2004.5), b: attack("b", 2004.52), police: attack("police", 2007.5, false) },
};

test("a click on a bar means its attack, the nearer of two", () => {
  assert.deepEqual(chartTarget(story, 0.45, 1000), { ref: "attack:a" });
  assert.deepEqual(chartTarget(story, 0.4525, 1000), { ref: "attack:b" });
});

test("a click beside the bars means the year", () => {
  assert.deepEqual(chartTarget(story, 0.41, 1000), { year: 2004 });
});

test("what is not counted as an attack has no bar", () => {
  assert.deepEqual(chartTarget(story, 0.75, 1000), { year: 2007 });
});

test("the edges belong to the first and the last year", () => {
  assert.deepEqual(chartTarget(story, -0.01, 1000), { year: 2000 });
  assert.deepEqual(chartTarget(story, 1, 1000), { year: 2009 });
});

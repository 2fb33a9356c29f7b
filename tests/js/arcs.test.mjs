import assert from "node:assert/strict";
import { test } from "node:test";
import { at, heading, linePath, trim } from "../../assets/client/scene/arcs.mjs";

const corner = [[0, 0], [100, 0], [100, 100]];

test("a line leaves and arrives at the edges of the circles", () => {
  const cut = trim(corner, 20, 30);
  assert.deepEqual(cut[0], [20, 0]);
  assert.deepEqual(cut.at(-1), [100, 70]);
  assert.deepEqual(cut[1], [100, 0]);
});

test("between circles that touch no line is left", () => {
  assert.deepEqual(trim([[0, 0], [30, 0]], 20, 20), []);
});

test("half way is measured along the line", () => {
  assert.deepEqual(at(corner, 0.5), [100, 0]);
  assert.deepEqual(at(corner, 0.75), [100, 50]);
});

test("before the start and beyond the end is the end", () => {
  assert.deepEqual(at(corner, -1), [0, 0]);
  assert.deepEqual(at(corner, 2), [100, 100]);
});

test("a line that goes down heads down", () => {
  assert.ok(Math.abs(heading(corner) - Math.PI / 2) < 1e-6);
});

test("points in one spot do not divide by zero", () => {
  assert.deepEqual(at([[5, 5], [5, 5]], 0.5), [5, 5]);
  assert.deepEqual(trim([[5, 5], [5, 5]], 0, 0), []);
});

test("an empty line has an empty path", () => {
  assert.equal(linePath([]), "");
  assert.equal(linePath([[1, 2], [3.25, 4]]), "M1 2L3.3 4");
});

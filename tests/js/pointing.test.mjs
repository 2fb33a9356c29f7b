import assert from "node:assert/strict";
import { test } from "node:test";
import { targetAt } from "../../assets/client/pointing.mjs";

const circle = { ref: "place:a", x: 100, y: 100, r: 44 };
const mark = { ref: "attack:b", x: 110, y: 100, r: 7 };
const line = { ref: "relocation:c", points: [[0, 200], [200, 200]], x: 100, y: 200, r: 0 };

test("a mark on a circle is meant before the circle", () => {
  assert.equal(targetAt([mark, circle, line], { x: 112, y: 101 }).ref, "attack:b");
});

test("elsewhere in the circle the place is meant", () => {
  assert.equal(targetAt([mark, circle, line], { x: 75, y: 100 }).ref, "place:a");
});

test("of two marks side by side the one under the pointer is meant", () => {
  const other = { ref: "attack:d", x: 128, y: 100, r: 7 };
  assert.equal(targetAt([mark, other], { x: 122, y: 100 }).ref, "attack:d");
});

test("a point close to a line means the relocation", () => {
  assert.equal(targetAt([mark, circle, line], { x: 30, y: 205 }).ref, "relocation:c");
});

test("an empty spot means nothing", () => {
  assert.equal(targetAt([mark, circle, line], { x: 300, y: 20 }), null);
});

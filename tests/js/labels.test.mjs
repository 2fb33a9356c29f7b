import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, layLabels } from "../../assets/client/scene/labels.mjs";

const size = { width: 400, height: 300 };
const label = (id, x, y, more = {}) => ({ id, x, y, r: 10, width: 60, height: 20, ...more });
const overlaps = (a, b) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

test("a label stands on the left of its place if it can", () => {
  const [laid] = layLabels([label("a", 200, 150)], [], size);
  assert.equal(laid.side, "left");
  assert.equal(laid.align, "end");
  assert.equal(laid.left + 60, 200 - 16);
});

test("at the left edge it goes to the right", () => {
  assert.equal(layLabels([label("a", 30, 150)], [], size)[0].side, "right");
});

test("labels do not cover each other or what is taken", () => {
  const wanted = ["a", "b", "c", "d"].map((id, i) => label(id, 120 + i * 50, 100 + i * 30));
  const laid = layLabels(wanted, [boxOf(200, 150, 10)], size).map((it) => ({ ...it, width: 60, height: 20 }));
  laid.forEach((one, i) => laid.slice(i + 1).forEach((other) => assert.ok(!overlaps(one, other))));
});

test("an optional label without room is left out, a needed one takes the best there is", () => {
  const wall = [{ left: 0, top: 0, right: 400, bottom: 300 }];
  assert.deepEqual(layLabels([label("a", 200, 150, { optional: true })], wall, size), []);
  assert.equal(layLabels([label("a", 200, 150)], wall, size).length, 1);
});

test("a label keeps its side while that is free, so that it does not hop", () => {
  const [laid] = layLabels([label("a", 200, 150)], [], size, new Map([["a", "above"]]));
  assert.equal(laid.side, "above");
});

test("the label of a place off the map is left out", () => {
  assert.deepEqual(layLabels([label("a", -200, 150)], [], size), []);
});

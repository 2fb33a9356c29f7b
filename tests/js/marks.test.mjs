import assert from "node:assert/strict";
import { test } from "node:test";
import { gather, layMarks } from "../../assets/client/scene/marks.mjs";
import { SIZES, attackRadius, circleRadius, moverRadius } from "../../assets/client/scene/sizes.mjs";

const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r;
const at = (ref, r, around = 30) => ({ ref, place: "p", x: 100, y: 100, around, r });

test("no mark of twenty at one place covers another or its circle", () => {
  const circle = { x: 100, y: 100, r: 30 };
  const laid = layMarks(Array.from({ length: 20 }, (_, i) => at(`attack:${i}`, 6 + (i % 5) * 2)), [circle]);
  laid.forEach((mark, i) => {
    assert.ok(apart(mark, circle) >= SIZES.gap - 1e-9);
    laid.slice(i + 1).forEach((other) => assert.ok(apart(mark, other) >= SIZES.gap - 1e-9));
  });
});

test("an earlier mark keeps its spot when a later one joins", () => {
  const early = [at("attack:a", 8), at("attack:b", 12)];
  const before = layMarks(early, []);
  const after = layMarks([...early, at("attack:c", 15)], []);
  assert.deepEqual(after.slice(0, 2), before);
});

test("a mark keeps clear of the circle of a neighbouring place", () => {
  const neighbour = { x: 130, y: 80, r: 25 };
  const [mark] = layMarks([at("attack:a", 8, 10)], [neighbour]);
  assert.ok(apart(mark, neighbour) >= SIZES.gap - 1e-9);
});

test("marks of places near each other are gathered into one, far ones are not", () => {
  const at = (x, ...refs) => ({ many: refs.length, refs: () => refs, x, y: 0, around: 5 });
  const crowds = gather([at(0, "a"), at(20, "b", "d"), at(300, "c")], 46);
  assert.deepEqual(crowds.map(({ many, refs }) => [many, refs()]), [[3, ["a", "b", "d"]], [1, ["c"]]]);
});

test("a circle's area grows with the people", () => {
  assert.equal(circleRadius(3000, 1), 44);
  assert.equal(circleRadius(750, 1), 22);
  assert.equal(circleRadius(1, 1), SIZES.circleLeast);
});

test("nobody killed and not known have the least size, 52 the largest so far", () => {
  assert.equal(attackRadius(0), SIZES.attackLeast);
  assert.equal(attackRadius(null), SIZES.attackLeast);
  assert.equal(attackRadius(52), 15);
});

test("a mark for more people is larger, for an unknown number the least", () => {
  assert.equal(moverRadius(null), SIZES.moverLeast);
  assert.ok(moverRadius(1942) > moverRadius(280));
});

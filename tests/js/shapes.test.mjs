import assert from "node:assert/strict";
import { test } from "node:test";
import { headPath, markPath } from "../../assets/client/scene/shapes.mjs";
import { storyKinds } from "./interface_words.mjs";

const attacks = Object.values(storyKinds()).filter(({ of }) => of === "attack");

test("each kind of attack or operation has a form of its own", () => {
  assert.equal(new Set(attacks.map(({ form }) => markPath(form, 10))).size, 8);
});

test("a form that nobody knows is drawn, as an octagon", () => {
  assert.equal(markPath("flood", 10).split("L").length, 8);
});

test("forms of one size cover nearly the same area", () => {
  const areas = attacks.filter(({ counts }) => counts === "yes").map(({ form }) => area(markPath(form, 10)));
  assert.ok(Math.max(...areas) / Math.min(...areas) < 2.4, String(areas));
});

test("an arrowhead has its tip at the origin", () => {
  assert.ok(headPath(0, 10).startsWith("M0 0L-10 -5"));
});

function area(path) {
  const points = path.slice(1, -1).split("L").map((pair) => pair.split(" ").map(Number));
  return Math.abs(points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

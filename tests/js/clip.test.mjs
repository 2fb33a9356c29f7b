import assert from "node:assert/strict";
import { test } from "node:test";
import { seenPart } from "../../assets/client/scene/clip.mjs";

const size = { width: 400, height: 300 };

test("a line on the map is seen whole", () => {
  const line = [[10, 10], [200, 100], [390, 20]];
  assert.deepEqual(seenPart(line, size), { points: line, skipped: 0 });
});

test("a line that crosses the map begins and ends at its edges, and says how much of it came before", () => {
  assert.deepEqual(seenPart([[-1000, 100], [2840, 100]], size), { points: [[-40, 100], [440, 100]], skipped: 960 });
});

test("bends before and after the map are left out, those on it and between two visits stay", () => {
  const line = [[-900, -700], [-900, 100], [200, 100], [200, 900], [100, 900], [100, 200], [-2000, 200]];
  const { points, skipped } = seenPart(line, size);
  assert.deepEqual(points.map((point) => point.map(Math.round)), [[-40, 100], [200, 100], [200, 900], [100, 900], [100, 200], [-40, 200]]);
  assert.equal(Math.round(skipped), 800 + 860);
});

test("a line that passes the map by is not seen", () => {
  assert.deepEqual(seenPart([[-100, 50], [-100, 900], [900, 900]], size).points, []);
  assert.deepEqual(seenPart([[-100, 300], [80, 480]], size).points, []);
  assert.deepEqual(seenPart([], size).points, []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf, openUnchanged } from "../../assets/client/unchanged.mjs";

const view = (zoom, left = 0) => ({ project: (lon, lat) => [lon * zoom, lat * zoom], zoom, width: 800, height: 500, covered: [{ left, top: 1, right: 2, bottom: 3 }] });

test("the same facts a second time are unchanged, whatever object holds them", () => {
  const unchanged = openUnchanged();
  assert.equal(unchanged("state", ...factsOf(view(4))), false);
  assert.equal(unchanged("state", ...factsOf(view(4))), true);
});

test("another camera, another control on the map, fewer facts and another state are changes, each only once", () => {
  const unchanged = openUnchanged();
  const facts = [[1, ...factsOf(view(4))], [1, ...factsOf(view(5))], [1, ...factsOf(view(5, 9))], [2, ...factsOf(view(5, 9))], [2]];
  for (const some of facts) assert.deepEqual([unchanged(...some), unchanged(...some)], [false, true]);
});

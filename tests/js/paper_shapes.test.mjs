import assert from "node:assert/strict";
import { test } from "node:test";
import { outlines, pathIn, UNITS } from "../../assets/client/paper/shapes.mjs";
import { worldPixel } from "../../assets/client/scene/mercator.mjs";

const at = (lon, lat) => worldPixel(lon, lat, 0).map((it) => Math.round(it * UNITS));
const feature = (type, coordinates) => ({ properties: { kind: "land" }, geometry: { type, coordinates } });
const square = [[0, 0], [20, 0], [20, 20], [0, 20], [0, 0]];
const shape = (...features) => outlines({ features }).land;
const boxOf = (west, south, east, north) => [...at(west, north), ...at(east, south)];

/** The points of a path, as it is drawn. */
function points(path) {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Ml])(-?\d+) (-?\d+)/g)].map(([, how, a, b]) => {
    [x, y] = how === "M" ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
    return [x, y];
  });
}

test("all of the world is drawn as it is", () => {
  const path = pathIn(shape(feature("Polygon", [square])), null);
  assert.deepEqual(points(path), square.map(([lon, lat]) => at(lon, lat)));
  assert.ok(path.endsWith("z"));
});

test("what lies within the part is drawn whole, what lies outside is left out", () => {
  const found = shape(feature("Polygon", [square]), feature("Polygon", [square.map(([lon, lat]) => [lon + 100, lat])]));
  assert.equal(pathIn(found, boxOf(-5, -5, 25, 25)), pathIn(found.slice(0, 1), null));
});

test("an area that lies across the edge ends there", () => {
  const cut = points(pathIn(shape(feature("Polygon", [square])), boxOf(10, 5, 60, 60)));
  assert.deepEqual(new Set(cut.map(([x]) => x)), new Set([at(10, 0)[0], at(20, 0)[0]]));
  assert.deepEqual(new Set(cut.map(([, y]) => y)), new Set([at(0, 5)[1], at(0, 20)[1]]));
});

test("an area around the part fills it", () => {
  const box = boxOf(8, 8, 12, 12);
  const cut = points(pathIn(shape(feature("Polygon", [square])), box));
  assert.deepEqual(new Set(cut.map(String)), new Set([[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]].map(String)));
});

test("of a line only the stretches near the part are drawn, and none is joined to another", () => {
  const line = [[0, 0], [10, 0], [20, 0], [200, 80], [20, 10], [10, 10]];
  const path = pathIn(shape(feature("LineString", line)), boxOf(5, -5, 15, 15));
  assert.equal(path.split("M").length - 1, 2);
  assert.deepEqual(points(path), [[0, 0], [10, 0], [20, 0], [20, 10], [10, 10]].map(([lon, lat]) => at(lon, lat)));
  assert.ok(!path.includes("z"));
});

test("an area that goes around a corner of the part is not drawn", () => {
  const triangle = [[0, 20], [20, 20], [20, 0], [19, 19], [0, 20]];
  assert.equal(pathIn(shape(feature("Polygon", [triangle])), boxOf(-5, -5, 10, 10)), "");
});

test("an area of several parts, and none at all", () => {
  assert.equal(shape(feature("MultiPolygon", [[square], [square]])).length, 2);
  assert.equal(pathIn(shape(feature("MultiPolygon", [])) ?? [], null), "");
  assert.deepEqual(outlines({ features: [] }), {});
});

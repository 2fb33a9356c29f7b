import assert from "node:assert/strict";
import { test } from "node:test";
import { frame, metresPerPixel, position, worldPixel } from "../../assets/client/scene/mercator.mjs";

const near = (value, expected, by) => assert.ok(Math.abs(value - expected) <= by, `${value} is not within ${by} of ${expected}`);
const limits = { minZoom: 0, maxZoom: 22 };
const none = { top: 0, right: 0, bottom: 0, left: 0 };

test("the middle of the world is the middle of its one tile", () => {
  assert.deepEqual(worldPixel(0, 0, 0), [256, 256]);
});

test("a position comes back from its pixels", () => {
  const [lon, lat] = position(...worldPixel(44.5667, 34.0667, 7.3), 7.3);
  near(lon, 44.5667, 1e-9);
  near(lat, 34.0667, 1e-9);
});

test("the poles are held inside the square world", () => {
  near(worldPixel(0, 90, 0)[1], 0, 0.01);
  near(worldPixel(0, -90, 0)[1], 512, 0.01);
});

test("a pixel at the equator covers 78,272 m at zoom 0, half of it at 60 degrees", () => {
  near(metresPerPixel(0, 0), 78271.5, 0.1);
  near(metresPerPixel(60, 0), 39135.8, 0.1);
});

test("the frame of a box fills the part of the map that nothing covers", () => {
  const size = { width: 1000, height: 600 };
  const clear = { top: 0, right: 200, bottom: 0, left: 0 };
  const { lon, lat, zoom } = frame([40, 30, 50, 34], size, clear, limits);
  const [x0] = worldPixel(lon, lat, zoom);
  near(worldPixel(40, 32, zoom)[0] - x0 + 500, 0, 0.01);
  near(worldPixel(50, 32, zoom)[0] - x0 + 500, 800, 0.01);
});

test("a single point is framed at the largest zoom allowed", () => {
  const camera = frame([44.5, 34, 44.5, 34], { width: 500, height: 500 }, none, { minZoom: 1, maxZoom: 8 });
  assert.equal(camera.zoom, 8);
  near(camera.lat, 34, 1e-9);
});

test("controls that cover more than the map still leave a frame", () => {
  const camera = frame([0, 0, 1, 1], { width: 100, height: 100 }, { top: 80, right: 80, bottom: 80, left: 80 }, limits);
  assert.ok(Number.isFinite(camera.zoom) && Number.isFinite(camera.lon));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, cameraOf, clearance, flightTime } from "../../assets/client/camera.mjs";

const size = { width: 1000, height: 600 };
const story = { years: { 2000: { bounds: [44, 33, 45, 34] }, 2001: { bounds: [2, 33, 45, 49] }, 2002: { bounds: [19.8, 41.3, 19.8, 41.3] } } };
const state = { year: 2000, follow: true, view: null };

test("while following, the camera frames what is active in the year", () => {
  const near = cameraOf(state, story, size, clearance(size));
  const far = cameraOf({ ...state, year: 2001 }, story, size, clearance(size));
  assert.ok(near.zoom > far.zoom + 3);
  assert.ok(Math.abs(near.lon - 44.5) < 0.2);
});

test("a single point is not shown nearer than its country can be recognised", () => {
  const { zoom } = cameraOf({ ...state, year: 2002 }, story, size, clearance(size));
  assert.ok(zoom <= LIMITS.maxZoom);
});

test("the visitor's own view is kept as it is", () => {
  assert.deepEqual(cameraOf({ ...state, follow: false, view: [41, 19, 7.5] }, story, size, clearance(size)), { lat: 41, lon: 19, zoom: 7.5 });
});

test("a sheet over the map moves the frame up", () => {
  const open = cameraOf(state, story, size, clearance(size));
  const covered = cameraOf(state, story, size, clearance(size, 250));
  assert.ok(covered.lat < open.lat);
});

test("no flight takes longer than a second and a half, none takes time when motion is unwanted", () => {
  const here = { lon: 0, lat: 0, zoom: 2 };
  const there = { lon: 90, lat: 60, zoom: 8 };
  assert.equal(flightTime(here, there, false), 1500);
  assert.equal(flightTime(here, there, true), 0);
});

// The base map as outlines: its GeoJSON in pixels of the world at zoom 0, by kind, and how a layer of the style looks at a zoom. Pure.
import { worldPixel } from "../scene/mercator.mjs";

const EXACT = 1000; // parts of a pixel at zoom 0: a fifth of a pixel where the map is nearest

/**
 * @param {{features: object[]}} collection
 * @returns {Object<string, object[]>} lines by kind: `{points, closed, box}`, box as [left, top, right, bottom]
 */
export function outlines({ features }) {
  const found = {};
  for (const { properties: { kind }, geometry } of features) (found[kind] ??= []).push(...outline(geometry));
  return found;
}

function outline({ type, coordinates, geometries }) {
  if (type === "GeometryCollection") return geometries.flatMap(outline);
  const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[type];
  if (depth === undefined) return [];
  const closed = type.endsWith("Polygon");
  return lines(coordinates, depth).filter((line) => line.length).map((line) => {
    const points = line.map(([lon, lat]) => worldPixel(lon, lat, 0).map((it) => Math.round(it * EXACT)));
    return { points, closed, box: boxOf(points) };
  });
}

function lines(coordinates, depth) {
  return depth === 0 ? [coordinates] : coordinates.flatMap((part) => lines(part, depth - 1));
}

function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/**
 * The path of lines as far as they are in a box: near by, a browser paints the rest of the world at great cost, and nobody sees it.
 * @param {object[]} found lines of one kind, from `outlines`
 * @param {number[]|null} box [left, top, right, bottom]; null for all of them
 */
export function pathIn(found, box) {
  return found.map(({ points, closed, box: own }) => {
    if (!box || inside(own, box)) return way(points) + (closed ? "z" : "");
    if (!meet(own, box)) return "";
    if (!closed) return cutLine(points, box).map(way).join("");
    const area = cutArea(points, box);
    return area.length ? way(area) + "z" : ""; // it may go around a corner of the box
  }).join("");
}

// each point is told by the way from the one before: it is shorter
function way(points) {
  let [x0, y0] = [0, 0];
  return points.map(([x, y], at) => {
    const step = at ? `l${x - x0} ${y - y0}` : `M${x} ${y}`;
    [x0, y0] = [x, y];
    return at && step === "l0 0" ? "" : step;
  }).join("");
}

function inside([left, top, right, bottom], box) {
  return left >= box[0] && top >= box[1] && right <= box[2] && bottom <= box[3];
}

function meet([left, top, right, bottom], box) {
  return left <= box[2] && top <= box[3] && right >= box[0] && bottom >= box[1];
}

/** An area cut to a box, side by side (Sutherland and Hodgman 1974); its new edges are those of the box. */
function cutArea(points, box) {
  let ring = points;
  for (const [axis, limit, sign] of [[0, box[0], 1], [1, box[1], 1], [0, box[2], -1], [1, box[3], -1]]) {
    const within = (point) => sign * (point[axis] - limit) >= 0;
    const made = [];
    for (let i = 0; i < ring.length; i += 1) {
      const [from, to] = [ring[(i + ring.length - 1) % ring.length], ring[i]];
      if (within(from) !== within(to)) made.push(crossing(from, to, axis, limit));
      if (within(to)) made.push(to);
    }
    ring = made;
  }
  return ring;
}

function crossing(from, to, axis, limit) {
  const part = (limit - from[axis]) / (to[axis] - from[axis]);
  return from.map((it, i) => (i === axis ? limit : Math.round(it + part * (to[i] - it))));
}

/** The stretches of a line whose pieces come near a box. */
function cutLine(points, box) {
  const stretches = [];
  let last = null; // index of the last point taken
  for (let i = 1; i < points.length; i += 1) {
    if (!meet(boxOf([points[i - 1], points[i]]), box)) continue;
    if (last === i - 1) stretches.at(-1).push(points[i]);
    else stretches.push([points[i - 1], points[i]]);
    last = i;
  }
  return stretches;
}

/** Of one pixel of the world at zoom 0. */
export const UNITS = EXACT;

/**
 * What a layer of a MapLibre style looks like at a zoom.
 * @returns {{kind: string, fill?: string, stroke?: string, width?: number, opacity: number}|null} null for nothing to be seen
 */
export function lookOf({ type, filter, paint, minzoom = 0 }, zoom) {
  if (!filter || zoom < minzoom || !["fill", "line"].includes(type)) return null;
  const value = (name, usual) => at(paint[`${type}-${name}`] ?? usual, zoom);
  const look = { kind: filter[2], opacity: value("opacity", 1) };
  if (look.opacity === 0) return null;
  return type === "fill" ? { ...look, fill: value("color") } : { ...look, stroke: value("color"), width: value("width", 1) };
}

/** A value of the style at a zoom: itself, or between the stops of an interpolation. */
function at(value, zoom) {
  if (!Array.isArray(value)) return value;
  const stops = value.slice(3);
  const pairs = Array.from({ length: stops.length / 2 }, (_, i) => [stops[2 * i], stops[2 * i + 1]]);
  const next = pairs.findIndex(([stop]) => stop >= zoom);
  if (next < 0) return pairs.at(-1)[1];
  if (next === 0) return pairs[0][1];
  const [[z0, v0], [z1, v1]] = [pairs[next - 1], pairs[next]];
  return v0 + ((zoom - z0) / (z1 - z0)) * (v1 - v0);
}

// The base map as outlines: its GeoJSON in pixels of the world at zoom 0, by kind, and how a layer of the style looks at a zoom. Pure.
import { worldPixel } from "../scene/mercator.mjs";

const EXACT = 1000; // parts of a pixel at zoom 0: a fifth of a pixel where the map is nearest

/** @param {{features: object[]}} collection @returns {Object<string, string>} the path of each kind of shape */
export function outlines({ features }) {
  const paths = {};
  for (const { properties: { kind }, geometry } of features) paths[kind] = (paths[kind] ?? "") + outline(geometry);
  return paths;
}

function outline({ type, coordinates, geometries }) {
  if (type === "GeometryCollection") return geometries.map(outline).join("");
  const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[type];
  if (depth === undefined) return "";
  const closed = type.endsWith("Polygon") ? "z" : "";
  return coordinates.flat(Math.max(0, depth - 1)).length ? lines(coordinates, depth).map((line) => way(line) + closed).join("") : "";
}

function lines(coordinates, depth) {
  return depth === 0 ? [coordinates] : coordinates.flatMap((part) => lines(part, depth - 1));
}

// each point is told by the way from the one before: it is shorter
function way(points) {
  let [x0, y0] = [0, 0];
  return points.map(([lon, lat], at) => {
    const [x, y] = worldPixel(lon, lat, 0).map((it) => Math.round(it * EXACT));
    const step = at ? `l${x - x0} ${y - y0}` : `M${x} ${y}`;
    [x0, y0] = [x, y];
    return at && step === "l0 0" ? "" : step;
  }).join("");
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

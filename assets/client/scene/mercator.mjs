// Web Mercator in pixels, as MapLibre draws it (tiles of 512 px), and the camera that frames a box. Pure.

const TILE = 512; // px of the world's width at zoom 0
const EARTH = 40075016.686; // m, the equator
/** Degrees, where the square world ends. */
export const LATITUDE_LIMIT = 85.0511;

/** World pixels of a position at a zoom. @returns {[number, number]} */
export function worldPixel(lon, lat, zoom) {
  const size = TILE * 2 ** zoom;
  const phi = (clamp(lat, -LATITUDE_LIMIT, LATITUDE_LIMIT) * Math.PI) / 180;
  return [((lon + 180) / 360) * size, (0.5 - Math.asinh(Math.tan(phi)) / (2 * Math.PI)) * size];
}

/** The position of world pixels at a zoom. @returns {[number, number]} longitude and latitude in degrees */
export function position(x, y, zoom) {
  const size = TILE * 2 ** zoom;
  const phi = Math.atan(Math.sinh((0.5 - y / size) * 2 * Math.PI));
  return [(x / size) * 360 - 180, (phi * 180) / Math.PI];
}

/** Metres that one pixel covers at a latitude and zoom. */
export function metresPerPixel(lat, zoom) {
  return (EARTH * Math.cos((lat * Math.PI) / 180)) / (TILE * 2 ** zoom);
}

/**
 * The camera that shows a box inside the part of the map which nothing covers.
 * @param {[number, number, number, number]} bounds west, south, east, north in degrees
 * @param {{width: number, height: number}} size of the map in px
 * @param {{top: number, right: number, bottom: number, left: number}} clear px at each edge to keep free
 * @param {{minZoom: number, maxZoom: number}} limits
 * @returns {{lon: number, lat: number, zoom: number}} where the middle of the map looks
 */
export function frame([west, south, east, north], size, clear, limits) {
  const width = Math.max(40, size.width - clear.left - clear.right);
  const height = Math.max(40, size.height - clear.top - clear.bottom);
  const [x0, y1] = worldPixel(west, south, 0);
  const [x1, y0] = worldPixel(east, north, 0);
  const scale = Math.min(width / Math.max(x1 - x0, 1e-9), height / Math.max(y1 - y0, 1e-9));
  const zoom = clamp(Math.log2(scale), limits.minZoom, limits.maxZoom);
  const grown = 2 ** zoom;
  const x = ((x0 + x1) / 2) * grown + (clear.right - clear.left) / 2;
  const y = ((y0 + y1) / 2) * grown + (clear.bottom - clear.top) / 2;
  const [lon, lat] = position(x, y, zoom);
  return { lon, lat, zoom };
}

/** A number held between two others. */
export function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

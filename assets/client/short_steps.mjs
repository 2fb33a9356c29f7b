// The lines of a base map come as steps from point to point in whole numbers (see site/short_steps.py); here they become GeoJSON. Pure.

/** How deep in lists the lines of a geometry are. */
const DEPTHS = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };

/**
 * @param {{decimals?: number, features?: object[]}} collection changed in place; without `decimals` it is as it should be
 * @returns {object} GeoJSON
 */
export function inFull(collection) {
  const { decimals } = collection;
  if (decimals === undefined) return collection;
  for (const { geometry } of collection.features) fill(geometry, 10 ** decimals);
  delete collection.decimals;
  return collection;
}

function fill(geometry, units) {
  if (!geometry) return;
  geometry.geometries?.forEach((it) => fill(it, units));
  if (!geometry.steps) return;
  geometry.coordinates = points(geometry.steps, units, DEPTHS[geometry.type]);
  delete geometry.steps;
}

function points(steps, units, depth) {
  if (depth) return steps.map((it) => points(it, units, depth - 1));
  const found = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    found.push([x / units, y / units]); // the very number that the decimals would be read as
  }
  return found;
}

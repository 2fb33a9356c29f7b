// The lines of a base map come as steps from point to point in whole numbers (see site/short_steps.py); here they become GeoJSON. Pure.

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
  const { type, coordinates, geometries } = geometry;
  if (geometries) geometries.forEach((it) => fill(it, units));
  else if (!type.endsWith("Point")) geometry.coordinates = points(coordinates, units);
}

function points(steps, units) {
  if (typeof steps[0] !== "number") return steps.map((it) => points(it, units));
  const found = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    found.push([x / units, y / units]); // the very number that the decimals would be read as
  }
  return found;
}

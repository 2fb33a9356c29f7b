// The shortest way between two places on a sphere. Pure. In the payload ways are those on the ellipsoid (geo.py), from which
// these stay away less than the width of a line at any zoom at which all of a way is seen.

const KM_APART = 60;
const [FEWEST, MOST] = [2, 64];
const EARTH = 6371; // km

/** Points from one place to the other as [lon, lat], one in about 60 km; on beyond ±180 rather than jumping across the map. */
export function wayBetween(from, to) {
  const [start, end] = [onSphere(from), onSphere(to)];
  const angle = Math.acos(Math.min(1, Math.max(-1, start.reduce((sum, it, i) => sum + it * end[i], 0))));
  const points = Math.min(Math.max(Math.round((angle * EARTH) / KM_APART) + 1, FEWEST), MOST);
  const way = [[from.lon, from.lat]];
  for (let i = 1; i < points; i += 1) {
    const [lon, lat] = i === points - 1 ? [to.lon, to.lat] : onMap(start, end, angle, i / (points - 1));
    way.push([lon + 360 * Math.round((way[i - 1][0] - lon) / 360), lat]);
  }
  return way;
}

function onMap(start, end, angle, fraction) {
  const [before, after] = [Math.sin((1 - fraction) * angle), Math.sin(fraction * angle)];
  const [x, y, z] = start.map((it, i) => it * before + end[i] * after);
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

const RADIANS = Math.PI / 180;

function onSphere({ lon, lat }) {
  const [x, y] = [lon * RADIANS, lat * RADIANS];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

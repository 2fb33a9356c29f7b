// Relocations as lines on the screen: cut at the edges of the circles, with points along the way. Pure.

/**
 * The part of a line outside the circles at its ends.
 * @param {[number, number][]} points on screen
 * @param {number} fromRadius px to leave free at the start
 * @param {number} toRadius px to leave free at the end
 * @returns {[number, number][]} at least two points, or [] if the circles touch
 */
export function trim(points, fromRadius, toRadius) {
  const lengths = along(points);
  const total = lengths.at(-1);
  if (!(total > fromRadius + toRadius + 2)) return [];
  const inside = points.filter((_, i) => lengths[i] > fromRadius && lengths[i] < total - toRadius);
  return [at(points, fromRadius / total), ...inside, at(points, 1 - toRadius / total)];
}

/** The point at a fraction 0–1 of a line's length. @returns {[number, number]} */
export function at(points, fraction) {
  const lengths = along(points);
  const wanted = lengths.at(-1) * Math.min(Math.max(fraction, 0), 1);
  let i = 1;
  while (i < points.length - 1 && lengths[i] < wanted) i += 1;
  const span = lengths[i] - lengths[i - 1];
  const part = span > 0 ? (wanted - lengths[i - 1]) / span : 0;
  return [
    points[i - 1][0] + part * (points[i][0] - points[i - 1][0]),
    points[i - 1][1] + part * (points[i][1] - points[i - 1][1]),
  ];
}

/** The direction in which a line ends, in radians clockwise from east. */
export function heading(points) {
  const [x1, y1] = points.at(-1);
  const [x0, y0] = at(points, 0.97);
  return Math.atan2(y1 - y0, x1 - x0);
}

/** The length of a line in px. */
export function lengthOf(points) {
  return points.length ? along(points).at(-1) : 0;
}

/** The line as an SVG path. */
export function linePath(points) {
  return points.length ? `M${points.map(([x, y]) => `${tenths(x)} ${tenths(y)}`).join("L")}` : "";
}

function tenths(px) {
  return Math.round(px * 10) / 10;
}

const known = new WeakMap(); // a line is asked for many of its points, and never changed

function along(points) {
  if (!known.has(points)) known.set(points, measured(points));
  return known.get(points);
}

function measured(points) {
  const lengths = [0];
  for (let i = 1; i < points.length; i += 1) {
    lengths.push(lengths[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]));
  }
  return lengths;
}

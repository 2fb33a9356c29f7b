// What lies under a point of the map. Pure.
import { SIZES } from "./scene/sizes.mjs";

const LINE_REACH = 7; // px beside a relocation's line

/**
 * The target at a point: a mark first, the smaller of two circles, then a line.
 * @param {object[]} targets from the scene
 * @returns {object|null} `{ref}` or, for a counted mark, `{many, refs}`
 */
export function targetAt(targets, { x, y }) {
  const rounds = targets.filter((target) => !target.points)
    .map((target) => ({ target, off: Math.hypot(target.x - x, target.y - y) }))
    .filter(({ target, off }) => off <= Math.max(target.r + 2, SIZES.reach));
  const hit = rounds.sort((a, b) => rank(a) - rank(b))[0];
  if (hit) return hit.target;
  return targets.find((target) => target.points && offLine(target.points, x, y) <= LINE_REACH) ?? null;
}

/** Inside a figure beats near it; then the nearer middle, measured against the figure's size. */
function rank({ target, off }) {
  return (off > target.r + 2 ? 1000 : 0) + target.r + off;
}

function offLine(points, x, y) {
  let least = Infinity;
  for (let i = 1; i < points.length; i += 1) least = Math.min(least, offSegment(points[i - 1], points[i], x, y));
  return least;
}

function offSegment([x0, y0], [x1, y1], x, y) {
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const part = length ? Math.min(Math.max(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0), 1) : 0;
  return Math.hypot(x - x0 - part * (x1 - x0), y - y0 - part * (y1 - y0));
}

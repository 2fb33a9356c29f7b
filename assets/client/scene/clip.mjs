// The part of a line that can be seen: dashes far off the map are never seen, but cost a moving map most of its frames. Pure.

const MARGIN = 40; // px around the map that count as seen, more than half of the widest line

/**
 * @param {[number, number][]} points a line on screen
 * @param {{width: number, height: number}} size of the map
 * @returns {{points: [number, number][], skipped: number}} from where the line first comes onto the map to where it last
 *   leaves it, and the px before that, by which dashes are put forward so that they stay where they are; no points if it is
 *   never seen
 */
export function seenPart(points, { width, height }) {
  const box = [-MARGIN, -MARGIN, width + MARGIN, height + MARGIN];
  let [length, skipped, seen] = [0, 0, []];
  let end = null; // of the seen part, so far
  for (let i = 1; i < points.length; i += 1) {
    const [from, to] = [points[i - 1], points[i]];
    const span = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const inside = inBox(from, to, box);
    if (inside && !end) {
      skipped = length + inside[0] * span;
      seen = [between(from, to, inside[0])];
    } else if (end) {
      seen.push(from);
    }
    if (inside) end = { after: seen.length, at: between(from, to, inside[1]) };
    length += span;
  }
  return end ? { points: [...seen.slice(0, end.after), end.at], skipped } : { points: [], skipped: 0 };
}

/** Between which fractions a straight line is in a box; null if it misses it. */
function inBox(from, to, [left, top, right, bottom]) {
  let [first, last] = [0, 1];
  for (const [axis, low, high] of [[0, left, right], [1, top, bottom]]) {
    const way = to[axis] - from[axis];
    if (way === 0 && (from[axis] < low || from[axis] > high)) return null;
    if (way === 0) continue;
    const [one, other] = [(low - from[axis]) / way, (high - from[axis]) / way];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return first <= last ? [first, last] : null;
}

function between([x0, y0], [x1, y1], fraction) {
  return [x0 + fraction * (x1 - x0), y0 + fraction * (y1 - y0)];
}

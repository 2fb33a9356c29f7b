// Lays attack marks out around their places by pixels, so that none is hidden under another. Pure.
import { SIZES } from "./sizes.mjs";

const ROUNDING = 1e-6; // px: spots around a place touch its margin, and the last decimal must not decide whether one is free
const [RINGS, RING] = [14, 11]; // how many are tried around a place, and px from one to the next
const FAR = 15; // px from the edge of its place: a mark farther off is tied to it by a line

/**
 * Place each mark at the first free spot on rings around its place, oldest first, so that earlier marks keep theirs.
 * @param {{ref: string, place: string, x: number, y: number, around: number, r: number}[]} wanted
 *   in date order; x, y is the place on screen, `around` the radius of what stands there
 * @param {{x: number, y: number, r: number}[]} circles what marks must not cover
 * @returns {object[]} the same with `x`, `y` moved and `leader` true where it stands far from its place
 */
export function layMarks(wanted, circles) {
  const laid = [];
  for (const mark of wanted) {
    const spot = freeSpot(mark, [...circles, ...laid].filter((other) => isWithin(other, mark)));
    const off = Math.hypot(spot.x - mark.x, spot.y - mark.y) - mark.around - mark.r;
    laid.push({ ...mark, home: { x: mark.x, y: mark.y }, x: spot.x, y: spot.y, leader: off > FAR });
  }
  return laid;
}

/** Whether another mark or circle is near enough to stand in the way of a mark, wherever around its place that stands. */
function isWithin(other, mark) {
  const reach = farthest(mark, RINGS) + mark.r + other.r + SIZES.gap;
  return Math.abs(other.x - mark.x) <= reach && Math.abs(other.y - mark.y) <= reach;
}

function farthest(mark, ring) {
  return mark.around + mark.r + SIZES.gap + ring * RING;
}

function freeSpot(mark, taken) {
  for (let ring = 0; ring < RINGS; ring += 1) {
    const distance = farthest(mark, ring);
    const step = Math.max(0.12, (mark.r * 0.9) / distance);
    for (const angle of angles(step)) {
      const spot = { x: mark.x + distance * Math.cos(angle), y: mark.y + distance * Math.sin(angle) };
      if (taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= other.r + mark.r + SIZES.gap - ROUNDING)) return spot;
    }
  }
  return { x: mark.x, y: mark.y };
}

/** Directions clockwise from the upper right: the names of places stand on the left first. */
function* angles(step) {
  const start = -Math.PI * 0.36;
  for (let turn = 0; turn < Math.PI * 2 - step / 2; turn += step) yield start + turn;
}

/**
 * Gather crowds of marks into counted ones: those of places that lie near each other share one.
 * @param {{many: number, refs: () => string[], x: number, y: number, around: number, place: string}[]} crowds at their places
 * @param {number} within px
 * @returns {object[]} the same, fewer of them
 */
export function gather(crowds, within) {
  const groups = [];
  for (const { many, refs, x, y, around, place } of crowds) {
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) <= within);
    if (near) {
      near.many += many;
      near.parts.push(refs);
    } else {
      groups.push({ many, parts: [refs], x, y, around, place });
    }
  }
  return groups.map(({ parts, ...group }) => ({ ...group, refs: () => parts.flatMap((refs) => refs()) }));
}

// Finds a place for each label where it covers nothing that matters. Pure.

import { boxesOn } from "./boxes.mjs";

/** Where a label may stand around its anchor, best first: direction, and how the text is aligned. */
const SIDES = [
  ["left", -1, 0], ["right", 1, 0], ["below", 0, 1], ["above", 0, -1],
  ["below-left", -0.75, 0.75], ["above-left", -0.75, -0.75], ["below-right", 0.75, 0.75], ["above-right", 0.75, -0.75],
];

/**
 * Choose a side for each label, in order of importance; one without any free side is left out if it may be.
 * @param {{id: string, x: number, y: number, r: number, width: number, height: number, optional?: boolean,
 *   sides?: string[], reach?: number[], dot?: number}[]} wanted most important first; r is the radius of what it names,
 *   `reach` the distances from it at which there is room to look, `dot` the radius of a dot that is drawn with the label
 * @param {{left: number, top: number, right: number, bottom: number}[]} taken boxes to keep clear of
 * @param {{width: number, height: number}} size of the map
 * @param {Map<string, string>} before the side each label had: kept while it is free, so that labels do not hop
 * @returns {{id: string, left: number, top: number, side: string, align: "start"|"middle"|"end"}[]}
 */
export function layLabels(wanted, taken, size, before = new Map()) {
  const boxes = boxesOn(size);
  taken.forEach(boxes.add);
  const laid = [];
  for (const label of wanted) {
    let [best, least] = [null, OUTSIDE]; // outside: what it names is off the map
    for (const spot of spotsOf(label, before.get(label.id))) {
      const costs = cost(spot.room, boxes, size, label.optional);
      if (costs < least) [best, least] = [spot, costs];
      if (costs === 0) break;
    }
    if (!best || (label.optional && least > 0)) continue;
    boxes.add(best.room);
    laid.push({ id: label.id, left: best.box.left, top: best.box.top, side: best.side, align: best.align });
  }
  return laid;
}

const OUTSIDE = 1e9;

function* spotsOf(label, keep) {
  const sides = label.sides ? SIDES.filter(([name]) => label.sides.includes(name)) : SIDES;
  const ordered = keep ? [...sides].sort((a, b) => (b[0] === keep) - (a[0] === keep)) : sides;
  // close by first; where that is taken, a little farther off is better than over something
  for (const away of label.reach ?? [0]) {
    for (const [side, dx, dy] of ordered) {
      const gap = label.r + 6 + away;
      const left = label.x + dx * gap - (dx < 0 ? label.width : dx > 0 ? 0 : label.width / 2);
      const top = label.y + dy * gap - (dy < 0 ? label.height : dy > 0 ? 0 : label.height / 2);
      const box = { left, top, right: left + label.width, bottom: top + label.height };
      const align = dx < 0 ? "end" : dx > 0 ? "start" : "middle";
      yield { side, align, box, room: label.dot ? around(box, boxOf(label.x, label.y, label.dot)) : box };
    }
  }
}

/** What a place for a label costs: 0 for a free one. Of a label that may be left out nothing more is asked. */
function cost(box, boxes, size, onlyFree) {
  if (box.left < 4 || box.top < 4 || box.right > size.width - 4 || box.bottom > size.height - 4) return OUTSIDE;
  if (onlyFree) return boxes.free(box) ? 0 : 1;
  return boxes.covered(box);
}

/** The box around two. */
function around(a, b) {
  return { left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) };
}

/** The box around a circle. */
export function boxOf(x, y, r) {
  return { left: x - r, top: y - r, right: x + r, bottom: y + r };
}

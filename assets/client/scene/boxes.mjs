// Boxes on the map, by where they lie: what covers a box is found without looking at all of them. Pure.

const CELL = 64; // px

/**
 * @param {{width: number, height: number}} size of the map; what lies outside covers nothing on it
 * @returns {{add: (box: object) => void, covered: (box: object) => number}} `covered`: how many px² of a box the others cover, each by itself
 */
export function boxesOn({ width, height }) {
  const [columns, rows] = [width, height].map((length) => Math.max(Math.ceil(length / CELL), 1));
  const cells = Array.from({ length: columns * rows }, () => []);
  let many = 0;

  function inCells({ left, top, right, bottom }, told) {
    const last = (end, count) => Math.min(Math.floor(end / CELL), count - 1);
    for (let row = Math.max(Math.floor(top / CELL), 0); row <= last(bottom, rows); row += 1) {
      for (let column = Math.max(Math.floor(left / CELL), 0); column <= last(right, columns); column += 1) told(cells[row * columns + column]);
    }
  }

  return {
    add(box) {
      const kept = { box, number: many, asked: null };
      many += 1;
      inCells(box, (cell) => cell.push(kept));
    },
    covered(box) {
      const near = [];
      inCells(box, (cell) => {
        for (const kept of cell) {
          if (kept.asked === box) continue; // it lies in several cells
          kept.asked = box;
          if (overlap(box, kept.box)) near.push(kept);
        }
      });
      // in the order in which they came: sums of fractions depend on it
      return near.sort((a, b) => a.number - b.number).reduce((sum, kept) => sum + overlap(box, kept.box), 0);
    },
  };
}

function overlap(a, b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

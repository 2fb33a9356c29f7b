// Boxes on the map, by where they lie: what covers a box is found without looking at all of them. Pure.

const CELL = 64; // px

/**
 * @param {{width: number, height: number}} size of the map; what lies outside covers nothing on it
 * @returns {{add: (box: object) => void, covered: (box: object) => number, free: (box: object) => boolean}} `covered`: how many px² of a box the
 *   others cover, each by itself; `free`: whether none does, which is soon known where there are many
 */
export function boxesOn({ width, height }) {
  const [columns, rows] = [width, height].map((length) => Math.max(Math.ceil(length / CELL), 1));
  const cells = Array.from({ length: columns * rows }, () => []);
  let many = 0;

  /** Give each cell in which a box lies to `told`, until that has had enough. */
  function inCells({ left, top, right, bottom }, told) {
    const lastRow = Math.min(Math.floor(bottom / CELL), rows - 1);
    const lastColumn = Math.min(Math.floor(right / CELL), columns - 1);
    const firstColumn = Math.max(Math.floor(left / CELL), 0);
    for (let row = Math.max(Math.floor(top / CELL), 0); row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) if (told(cells[row * columns + column]) === false) return false;
    }
    return true;
  }

  return {
    add(box) {
      const kept = { box, number: many, asked: null };
      many += 1;
      inCells(box, (cell) => { cell.push(kept); });
    },
    free: (box) => inCells(box, (cell) => cell.every((kept) => overlap(box, kept.box) === 0)),
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

// Where an arrow leads among things in rows, of which the Tab key reaches only one. Pure.

/**
 * The neighbour of what has the focus: left and right within its row, up and down to the nearest in the next row that
 * has any, Home and End to the first and last of all. Null where there is none, and for any other key.
 * @template {{figure: number}} Stop
 * @param {Stop[][]} rows each in the order of its figures
 * @param {Stop} from
 * @param {string} key as in KeyboardEvent.key
 * @param {boolean} [mirrored] whether figures grow to the left
 * @returns {Stop|null}
 */
export function neighbour(rows, from, key, mirrored = false) {
  const filled = rows.filter((row) => row.length > 0);
  const at = filled.findIndex((row) => row.includes(from));
  if (at < 0) return null;
  const along = { ArrowRight: mirrored ? -1 : 1, ArrowLeft: mirrored ? 1 : -1 }[key];
  if (along) return filled[at][filled[at].indexOf(from) + along] ?? null;
  const across = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (across) return nearest(filled[at + across] ?? [], from.figure);
  return { Home: filled[0][0], End: filled.at(-1).at(-1) }[key] ?? null;
}

function nearest(row, figure) {
  const far = (stop) => Math.abs(stop.figure - figure);
  return row.reduce((found, stop) => (found && far(found) <= far(stop) ? found : stop), null);
}

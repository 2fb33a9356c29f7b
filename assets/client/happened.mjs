// What happened in each year and at each place, in date order: as years.py and shown_at.py have it. Pure.

const DAY = 86_400_000;
const NOWHERE = [];
const [ALWAYS, FOREVER] = ["0001-01-01", "9999-12-31"];

/** @returns {{years: Map<number, string[]>, places: Map<string, string[]>}} references by year, and by the id of a place */
export function happened(story) {
  const [years, places] = [new Map(), new Map()];
  const { firstYear, lastYear } = story.story;
  const around = new Map(Object.values(story.places).map(({ id, drawnAt }) => [id, drawnAt && drawnAt !== id ? [id, drawnAt] : [id]]));
  const near = (id) => around.get(id) ?? NOWHERE;
  const here = (kind, row) => (kind === "relocation" ? [...new Set([...near(row.from), ...near(row.to)])] : near(row.place));
  const seen = (related) => {
    const [kind, id] = related ? [related.slice(0, related.indexOf(":")), related.slice(related.indexOf(":") + 1)] : [];
    const row = { attack: story.attacks, relocation: story.relocations }[kind]?.[id];
    return row ? here(kind, row) : NOWHERE;
  };
  for (const { kind, row, ref } of inDateOrder(story)) {
    const year = firstOf(row.date, firstYear, lastYear);
    if (year !== null && !(kind === "context" && row.related)) under(years, year, ref);
    const told = kind === "context" ? seen(row.related) : null; // where what it belongs to is told already
    for (const id of here(kind, row)) if (!told?.includes(id)) under(places, id, ref);
  }
  return { years, places };
}

function inDateOrder({ attacks, relocations, context }) {
  return Object.entries({ attack: attacks, relocation: relocations, context }).flatMap(([kind, table]) => Object.values(table).map((row) => {
    const start = Date.parse(row.date.start ?? ALWAYS);
    return { kind, row, ref: `${kind}:${row.id}`, start, width: (Date.parse(row.date.end ?? FOREVER) - start) / DAY };
  })).sort((a, b) => a.start - b.start || a.width - b.width || (a.row.id < b.row.id ? -1 : Number(a.row.id > b.row.id)));
}

/** The first year of the story that a date touches; null for none. */
function firstOf({ start, end }, firstYear, lastYear) {
  const begins = Math.max(firstYear, start ? Number(start.slice(0, 4)) : firstYear);
  const ends = Math.min(lastYear, end ? Number(end.slice(0, 4)) : lastYear);
  return begins <= ends ? begins : null;
}

function under(groups, key, ref) {
  const group = groups.get(key);
  if (group) group.push(ref);
  else groups.set(key, [ref]);
}

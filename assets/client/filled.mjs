// The later parts of a long story, put into it. Pure, but for the story it is given.

const balances = new WeakMap(); // ledger → what it has: a balance comes with its place and with its year

/**
 * @param {object} story changed in place, so that all who hold it read what came
 * @param {object} part  rows by table and id with what they lacked, balances of the ledger, head counts by year
 */
export function fill(story, { ledger = [], counted = {}, ...tables }) {
  Object.assign(story.counted ??= {}, counted);
  for (const [table, rows] of Object.entries(tables)) {
    for (const [id, row] of Object.entries(rows)) Object.assign(story[table][id], row, { part: null });
  }
  if (!balances.has(story.ledger)) balances.set(story.ledger, new Set());
  const known = balances.get(story.ledger);
  for (const balance of ledger) {
    const key = `${balance.place} ${balance.year}`;
    if (!known.has(key)) story.ledger.push(balance);
    known.add(key);
  }
}

/** The parts that the page of a selection, or of a year, still needs. @returns {string[]} */
export function wantedParts(story, { select, year }, held) {
  if (!story.parted) return [];
  return [...new Set(needed(story, select, year))].filter((name) => name && !held.has(name));
}

const TABLES = { attack: "attacks", place: "places", relocation: "relocations" };

function needed(story, select, year) {
  if (!select) return [`year-${year}`];
  const partOf = (ref) => {
    const at = ref.indexOf(":");
    return story[TABLES[ref.slice(0, at)]]?.[ref.slice(at + 1)]?.part;
  };
  if (select === "page:ledger") return [`year-${year}`, "ledger-all"];
  if (select === "page:tables" || select === "page:chronology") return [`year-${year}`, ...story.years[year].events.map(partOf)];
  return [partOf(select)];
}

// Rows from columns, as parted.py writes those of a long story. Pure, but that rows share what is the same in them.

const DATES = ["date", "opened", "closed"];
const INSTANT = 0.0001; // years, as in payload.py

/**
 * @param {{rows: number, columns: Object<string, {each: any[]}|{of: any[], is?: number[]}>}} table
 * @returns {object[]} its rows
 */
export function rowsOf({ rows, columns }) {
  const fields = Object.entries(columns).map(([name, column]) => [name, reading(name, column)]);
  return Array.from({ length: rows }, (_, at) => {
    const row = {};
    for (const [name, read] of fields) row[name] = read(at);
    return row;
  });
}

/** How a column is read: by the number of the row. */
export function reading(name, { each, of, is }) {
  const meant = DATES.includes(name) ? dated() : (value) => value;
  if (each) return (at) => meant(each[at]);
  const different = of.map(meant);
  return is ? (at) => different[is[at]] : () => different[0];
}

/** What a date means: a text is a plain day, of which each is made once. */
function dated() {
  const known = new Map();
  return (value) => {
    if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
    if (!known.has(value)) known.set(value, dayOf(value));
    return known.get(value);
  };
}

/** A day such as "1981-11-25" as the payload has it. */
export function dayOf(edtf) {
  const year = Number(edtf.slice(0, 4));
  const first = Date.parse(`${edtf.slice(0, 4)}-01-01`);
  const length = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
  const from = year + (Date.parse(edtf) - first) / 86_400_000 / length;
  return {
    edtf, start: edtf, end: edtf, from: rounded(from), to: rounded(from + 1 / length - INSTANT),
    precision: "day", approximate: false, interval: false,
  };
}

function rounded(year) {
  return Math.round(year * 10_000) / 10_000;
}

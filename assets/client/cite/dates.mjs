// The dates of what is cited: what an EDTF date says in years, months and days, and how each style writes it. Pure.
import { monthName } from "../dates.mjs";

/**
 * @typedef {{year: number, month?: number, day?: number, season?: number}} Day  no more of it than is known
 * @typedef {{from: Day|null, to: Day|null, doubt: ""|"about"|"uncertain"|"doubtful"}} CitedDate  null for an open end
 */

const PART = /^(\d{2}[\dX]{2})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)$/;
/** What EDTF's marks mean; of the two ends of a period the graver doubt is that of the whole. */
const DOUBTS = { "": "", "~": "about", "?": "uncertain", "%": "doubtful" };
const FIRST_SEASON = 21; // "2001-21" is spring

/** What a date of the tables says; null for an empty one, or one that is no EDTF date of level 1. @returns {CitedDate|null} */
export function citedDate(edtf) {
  const parts = String(edtf ?? "").split("/");
  const [first, last] = [parts[0], parts[parts.length - 1]].map((part) => (part === ".." ? {} : endsOf(part)));
  if (!first || !last || parts.length > 2 || (!first.from && !last.to)) return null;
  const grave = Object.values(DOUBTS);
  return { from: first.from ?? null, to: last.to ?? null, doubt: grave[Math.max(grave.indexOf(first.doubt), grave.indexOf(last.doubt), 0)] };
}

/** Today where the clock stands, as "2026-11-25". @param {Date} now */
export function localDay(now) {
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "2013, September 3", "ca. 2012", "n.d." */
export function apaDate(date, t) {
  return written(date, t, "cite.apa");
}

/** "September 3, 2013", "May 2013–December 2015", "n.d." */
export function chicagoDate(date, t) {
  return written(date, t, "cite.chicago");
}

function endsOf(part) {
  const [, year, month, day, mark = ""] = PART.exec(part) ?? [];
  if (!year) return null;
  const doubt = DOUBTS[mark];
  if (year.includes("X")) {
    const [from, to] = ["0", "9"].map((digit) => ({ year: Number(year.replaceAll("X", digit)) }));
    return { from, to, doubt };
  }
  const known = { year: Number(year) };
  if (Number(month) >= FIRST_SEASON) known.season = Number(month) - FIRST_SEASON + 1;
  else if (month && month !== "XX") known.month = Number(month);
  if (known.month && day && day !== "XX") known.day = Number(day);
  return { from: known, to: known, doubt };
}

function written(date, t, style) {
  if (!date) return t("cite.no_date");
  const write = (day) => dayInWords(day, t, style);
  const words = isOne(date) ? write(date.from) : t("cite.range", { from: date.from ? write(date.from) : "", to: date.to ? write(date.to) : "" });
  return date.doubt ? t(`cite.${date.doubt}`, { date: words }) : words;
}

// a season has no name that all languages share: its year is what is cited
function dayInWords({ year, month, day }, t, style) {
  if (!month) return String(year);
  const name = monthName(month, t);
  return t(`${style}_${day ? "day" : "month"}`, { year: String(year), month: name, day: String(day) });
}

/** Whether both ends are the same, so that there is one date to write. */
export function isOne({ from, to }) {
  return JSON.stringify(from) === JSON.stringify(to);
}

// The words by which a date is found: year, month in words and day, and the date in figures ("20130901"). Pure.
import { monthName } from "../dates.mjs";

const END = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;
const DAY = 86_400_000; // ms
/** Every day of a short period is found, every month of one of a few years, else every year. */
const MOST_DAYS = 31;
const MOST_MONTHS = 36;
const MOST_YEARS = 200;

/**
 * What finds a date.
 * @param {string} edtf as in the tables: "2013-09-01", "2012-04~", "2013-05/2015-12", "2017-11~/..", ""
 * @param {string[][]} months twelve lists of names, from `monthNames`
 * @returns {string[]} words as they are written, not yet folded
 */
export function dateWords(edtf, months) {
  const ends = endsOf(edtf);
  if (!ends.length) return [];
  const [first, last] = [ends[0], ends[ends.length - 1]];
  return [...new Set([...yearsOf(first, last), ...monthsOf(first, last, months), ...daysOf(first, last)])];
}

/** A number that puts dates in order, 20130901 for a day; Infinity for no date. */
export function dateOrder(edtf) {
  const [first] = endsOf(edtf);
  return first ? first.year * 10_000 + first.month * 100 + first.day : Infinity;
}

/** The names of the months, January first, each in all languages of these words. @param {Function[]} languages as `words` gives them */
export function monthNames(languages) {
  return Array.from({ length: 12 }, (_, month) => [...new Set(languages.flatMap((t) => [{ month: "long" }, { month: "long", day: "numeric" }]
    .map((fields) => monthName(month + 1, t, fields))))]);
}

/** Known ends of a date: year, month and day, 0 for what is not known. */
function endsOf(edtf) {
  return String(edtf ?? "").split("/").map((part) => END.exec(part)).filter(Boolean)
    .map(([, year, month, day]) => ({ year: Number(year), month: month <= 12 ? Number(month) : 0, day: month <= 12 ? Number(day ?? 0) : 0 }));
}

function yearsOf({ year }, { year: last }) {
  return Array.from({ length: Math.min(Math.max(last - year, 0), MOST_YEARS) + 1 }, (_, at) => String(year + at));
}

function monthsOf(first, last, months) {
  const [from, to] = [first, last].map(({ year, month }) => year * 12 + month - 1);
  if (!first.month || !last.month || to < from) return [];
  const count = to - from < MOST_MONTHS ? to - from + 1 : 1;
  return Array.from({ length: count }, (_, at) => from + at)
    .flatMap((month) => [...months[month % 12], `${Math.floor(month / 12)}${two((month % 12) + 1)}`]);
}

function daysOf(first, last) {
  if (!first.day || !last.day) return [];
  const [from, to] = [first, last].map(({ year, month, day }) => Date.UTC(year, month - 1, day));
  const days = to >= from && to - from < MOST_DAYS * DAY ? (to - from) / DAY + 1 : 1;
  return Array.from({ length: days }, (_, at) => new Date(from + at * DAY))
    .flatMap((day) => [String(day.getUTCDate()), day.toISOString().slice(0, 10).replaceAll("-", "")]);
}

function two(n) {
  return String(n).padStart(2, "0");
}

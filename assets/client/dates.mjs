// Dates in words, no more exact than they are known. Pure.
import { isKnown, locale } from "./text.mjs";

/**
 * @typedef {Object} DateOfStory  DATE of the payload
 * @property {string} edtf      as in the tables: "2013-09-01", "2012-04~", "2013-05/2015-12", "2017-11~/.."
 * @property {string|null} start first day, "YYYY-MM-DD"; null if open
 * @property {string|null} end   last day
 * @property {"day"|"month"|"year"} precision
 * @property {boolean} approximate
 * @property {boolean} interval
 *
 * @typedef {Object} End  one end of a date
 * @property {string} day  the first day it may mean, or, at the end of a period, the last
 * @property {"day"|"month"|"year"} precision
 * @property {""|"about"|"uncertain"|"doubtful"} doubt
 */

/** What is written of a date known to the day, month or year. */
const FIELDS = {
  day: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
};
/** The same where the year stands beside it already. */
const FIELDS_WITHIN = { day: { day: "numeric", month: "long" }, month: { month: "long" }, year: { year: "numeric" } };
/** What EDTF's marks at the end of a date mean. */
const DOUBTS = { "~": "about", "?": "uncertain", "%": "doubtful" };
/** A year, a month or a day; "2001-21" is a season. */
const PLAIN = /^\d{4}(-(0\d|1[0-2])(-\d\d)?)?[~?%]?$/;
/** The months of a year, in the language that stands in for one the browser does not know; named when first asked for. */
let months = null;
const formats = new Map();

/**
 * A date in words: "1 September 2013", "April 2012 (about)", "17–18 February 2012", "May 2013 – December 2015",
 * "from November 2017 (about)", "until 2003".
 * @param {DateOfStory|null} date
 * @param {string} lang
 * @param {(key: string, values?: object) => string} t words
 * @param {{within?: number}} [beside] `within`: a year that is shown already and left out of dates inside it ("17–18 February")
 */
export function formatDate(date, lang, t, { within } = {}) {
  const { from, to } = ends(date);
  const fields = [from, to].every((end) => end && instant(end.day).getUTCFullYear() === within) ? FIELDS_WITHIN : FIELDS;
  const write = (end) => doubted(evenSpaces(inWords(format(lang, fields[end.precision]).formatToParts(instant(end.day)), lang, t)), end.doubt, t);
  if (!from && !to) return t("date.unknown");
  if (!to) return t("date.from", { date: write(from) });
  if (!from) return t("date.until", { date: write(to) });
  if (isPoint(date)) return write(from);
  if (from.precision !== to.precision || from.doubt !== to.doubt) return t("date.range", { from: write(from), to: write(to) });
  const range = format(lang, fields[from.precision]).formatRangeToParts(instant(from.day), instant(to.day));
  return doubted(evenSpaces(inWords(range, lang, t)), from.doubt, t);
}

/** What a month is called, 1 for January; `fields` as Intl has them: beside a day it has another ending in some languages. */
export function monthName(month, t, fields = { month: "long" }) {
  const parts = format(t.lang, fields).formatToParts(Date.UTC(2000, month - 1, 1)).filter(({ type }) => type === "month");
  return inWords(parts, t.lang, t);
}

/** How exactly a date is known, in words: "day known", "month known, about". */
export function precisionWords(date, t) {
  if (!date?.precision) return t("date.unknown");
  const known = t(`precision.${date.precision}`);
  return date.approximate ? t("precision.about", { known }) : known;
}

/**
 * Both ends of a date, each with its own precision and doubt; null for an open or unknown one.
 * @param {DateOfStory|null} date
 * @returns {{from: End|null, to: End|null}}
 */
export function ends(date) {
  const parts = String(date?.edtf ?? "").split("/");
  return { from: end(date?.start, parts[0], date), to: end(date?.end, parts[parts.length - 1], date) };
}

function end(day, part, date) {
  if (!day || Number.isNaN(instant(day).getTime())) return null;
  const doubt = DOUBTS[part.slice(-1)] ?? (!part && date.approximate ? "about" : "");
  // a season, a decade and the like are spans of the months or years they cover
  const precision = PLAIN.test(part) ? ["year", "month", "day"][part.split("-").length - 1] : date.precision;
  return { day, precision: precision ?? "day", doubt };
}

function isPoint(date) {
  return !date.interval && (!date.edtf || PLAIN.test(date.edtf));
}

function doubted(words, doubt, t) {
  return doubt ? t(`date.${doubt}`, { date: words }) : words;
}

/** A date of Intl's, with the months as the story's words have them where the browser does not know the language. */
function inWords(parts, lang, t) {
  return parts.map(({ type, value }) => (type === "month" && !isKnown(lang) && monthIn(value, t)) || value).join("");
}

function monthIn(name, t) {
  months ??= Array.from({ length: 12 }, (_, month) => format("", { month: "long" }).format(Date.UTC(2000, month)));
  const month = months.indexOf(name) + 1;
  return month ? t(`date.month_${month}`) : "";
}

// browsers differ in the spaces around a dash: here none between two bare numbers ("17–18 February"), else plain ones
function evenSpaces(words) {
  return words.replace(/\s*–\s*/u, " – ").replace(/^(\p{Nd}+) – (?=\p{Nd})/u, "$1–");
}

function instant(day) {
  return new Date(`${day}T00:00:00Z`);
}

// the story's years are Gregorian in every language: Persian would else show those of its own calendar
function format(lang, fields) {
  const key = `${lang} ${Object.keys(fields)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale(lang), { ...fields, timeZone: "UTC", calendar: "gregory" }));
  }
  return formats.get(key);
}

// How the panel reads a story to a visitor: its words, dates, numbers and names, in the language of the state. Pure.
import { formatDate, precisionWords } from "../dates.mjs";
import { formatCount, formatNumber, formatSpan, formatYear } from "../numbers.mjs";
import { isKnown, kindName, locale, words } from "../text.mjs";

/**
 * @typedef {Object} Choices  what the page knows besides state and story
 * @property {boolean} [descriptions] whether descriptions of violence are shown
 * @property {{format: string, href: string, table?: string}[]} [downloads] what can be taken away
 * @property {string} [feed] address of the feed of corrections
 * @property {import('./source_choice.mjs').Choice} [sources] which sources are listed
 * @property {boolean} [partFailed] whether the rest of a page of a long story cannot be had
 */

/**
 * What every part of the panel needs to say something about the story.
 * @param {import('../state.mjs').State} state
 * @param {import('../state.mjs').Story} story
 * @param {Choices} [choices]
 */
export function reader(state, story, { descriptions = false, downloads = [], feed = "", sources = null, partFailed = false } = {}) {
  const { lang } = state;
  const t = words(story, lang);
  const place = (id) => story.places[id];
  return {
    state, story, t, lang, descriptions, downloads, feed, sources, partFailed,
    date: (date) => formatDate(date, lang, t),
    sourceDate: ({ date }) => (date ? formatDate(dateOf(date), lang, t) : ""),
    precision: (date) => precisionWords(date, t),
    year: (year) => formatYear(year, lang),
    number: (n) => formatNumber(n, lang),
    span: (count) => formatSpan(count, lang),
    count: (count) => formatCount(count, lang, t),
    people: (count) => peopleInWords(count, lang, t),
    place: (id) => place(id)?.names?.[lang] ?? place(id)?.name ?? id,
    kind: (id) => kindName(story, id, t),
    speaker: (id) => story.speakers[id]?.name ?? id,
    speakers: (ids) => joined(ids.map((id) => story.speakers[id]?.name ?? id), lang, "conjunction", t),
    country: (code) => story.countries?.[code] ?? named(code, lang, "region"),
    language: (code) => story.languages?.[code]?.called ?? named(code, lang, "language"),
    all: (parts) => joined(parts, lang, "unit", t),
  };
}

const formats = new Map(); // making one of Intl's formats takes longer than using it

function kept(key, make) {
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key);
}

/** The kind and the id of a reference such as "attack:atk_1". @returns {{kind: string, id: string}} */
export function refParts(ref) {
  const at = String(ref).indexOf(":");
  return { kind: String(ref).slice(0, at), id: String(ref).slice(at + 1) };
}

/** The year in which a date begins, or ends when its beginning is open. */
export function yearOf(date) {
  return Number.parseInt(date.start ?? date.end, 10);
}

/** A source's date, which the payload gives as the table has it ("2013-09-03", "2012-02~"), like any other date. */
function dateOf(date) {
  if (typeof date !== "string") return date;
  const [start, end = start] = date.split("/");
  const day = (part) => `${part.replace(/[~?%]/, "")}-01-01`.slice(0, 10);
  return { edtf: date, start: day(start), end: day(end), precision: null, approximate: false, interval: start !== end };
}

/** "about 400 people", "1 person", "not known": the number decides the form of the word, not the text around it. */
function peopleInWords(count, lang, t) {
  const figure = formatCount(count, lang, t);
  const n = count?.best ?? count?.people ?? count?.value ?? count?.high ?? count?.low;
  return Number.isFinite(n) ? t("panel.people", { figure, count: n }) : figure;
}

/** Parts of one sentence: "a, b, c" as a unit, "a, b and c" as a conjunction, with the language's own commas. */
function joined(parts, lang, type, t) {
  const style = type === "unit" ? "short" : "long";
  const list = kept(`${lang} ${type}`, () => new Intl.ListFormat(locale(lang), { style, type })).formatToParts(parts.filter(Boolean));
  const and = isKnown(lang) ? "" : t("list.and"); // for a language that the browser does not know
  return list.map((part) => (and && part.type === "literal" ? part.value.replace("and", and) : part.value)).join("");
}

function named(code, lang, type) {
  const names = kept(`${lang} ${type}`, () => new Intl.DisplayNames([locale(lang)], { type, fallback: "code" }));
  try {
    return code ? names.of(code) : "";
  } catch {
    return code; // not a well-formed code: shown as the dataset has it
  }
}

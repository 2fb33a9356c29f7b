// What the list of sources needs to know of each: the words that find it, its years, and its place in every order. Pure.
import { citedDate } from "../cite/dates.mjs";
import { fold } from "../search/fold.mjs";
import { locale } from "../text.mjs";
import { restCount } from "./resting.mjs";

/** Orders by name: the keys that decide, one after the other. */
export const SORTS = {
  publisher: ["publisher", "title"],
  title: ["title", "publisher"],
  newest: ["newest", "publisher", "title"],
  oldest: ["oldest", "publisher", "title"],
  type: ["type", "publisher", "title"],
  rests: ["rests", "publisher", "title"],
};

/** Keys that are numbers; the others are words. */
const NUMBERS = ["newest", "oldest", "rests"];
const indexes = new WeakMap(); // story → language → index: a story never changes

/**
 * @typedef {Object} Listed  a source with what finds and orders it
 * @property {object} source
 * @property {number[]|null} years first and last; null without a date
 * @property {{[key: string]: string|number}} keys
 * @property {() => string} text  its words, folded when they are first asked for
 *
 * The sources of a story; made once for each story and language.
 * @param {object} tell from `reader`
 * @returns {{years: number[]|null, inOrder: (sort: string) => Listed[]}} `years`: from the earliest to the latest
 */
export function sourceIndex(tell) {
  const { story, lang } = tell;
  if (!indexes.has(story)) indexes.set(story, new Map());
  const languages = indexes.get(story);
  if (!languages.has(lang)) languages.set(lang, newIndex(tell));
  return languages.get(lang);
}

function newIndex(tell) {
  const dates = new Map();
  const dateInWords = (source) => {
    if (!dates.has(source.date)) dates.set(source.date, tell.sourceDate(source));
    return dates.get(source.date);
  };
  const all = Object.values(tell.story.sources).map((source) => listed(tell, source, dateInWords));
  const { compare } = new Intl.Collator(locale(tell.lang));
  const orders = new Map();
  return {
    years: all.reduce((span, { years }) => (years ? [Math.min(span?.[0] ?? Infinity, years[0]), Math.max(span?.[1] ?? -Infinity, years[1])] : span), null),
    inOrder(name) {
      const sort = Object.hasOwn(SORTS, name) ? name : "publisher";
      if (!orders.has(sort)) orders.set(sort, [...all].sort(comparing(SORTS[sort], compare)));
      return orders.get(sort);
    },
  };
}

function comparing(keys, compare) {
  const pairs = keys.map((key) => [key, NUMBERS.includes(key) ? order : compare]);
  return (one, other) => {
    for (const [key, by] of pairs) {
      const found = one.keys[key] === other.keys[key] ? 0 : by(one.keys[key], other.keys[key]);
      if (found) return found;
    }
    return 0;
  };
}

function listed(tell, source, dateInWords) {
  const { publisher, title, reliability, url, archived } = source;
  const date = citedDate(source.date);
  const [from, to] = date ? [date.from ?? date.to, date.to ?? date.from] : [null, null];
  const day = from ? from.year * 10_000 + (from.month ?? 0) * 100 + (from.day ?? 0) : Infinity;
  const type = tell.kind(source.type);
  let text = null;
  return {
    source,
    years: from && [from.year, to.year],
    keys: { publisher: sortable(publisher), title: sortable(title), type, newest: day === Infinity ? day : -day, oldest: day, rests: -restCount(tell, source) },
    text: () => (text ??= fold([publisher, title, type, source.date, dateInWords(source), reliability, url, archived].join(" "))),
  };
}

/** Quotation marks before the first word are of no matter. */
function sortable(text) {
  return text.replace(/^[^\p{L}\p{N}]+/u, "") || text;
}

function order(one, other) {
  return one < other ? -1 : Number(one > other);
}

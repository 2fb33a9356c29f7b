// Which sources are listed, and in what order: by words, type, link, archived copy and years. Pure.
import { fold } from "../search/fold.mjs";
import { sourceIndex } from "./source_index.mjs";

/** How many are put on the page at once; the rest on demand. */
export const AT_ONCE = 300;

/**
 * @typedef {Object} Choice  what a visitor has chosen in the list of sources, as the fields have it
 * @property {string} words
 * @property {string} type   id of a kind; "" for all, as with the other fields
 * @property {""|"yes"|"no"} link
 * @property {""|"yes"|"no"} copy
 * @property {string} from   first year
 * @property {string} to     last year
 * @property {string} sort   a name of SORTS in `source_index.mjs`
 * @property {number} shown  how many are on the page
 * @property {boolean} open  whether the further filters are open
 */

/** What a visitor meets first. @type {Choice} */
export const ALL = { words: "", type: "", link: "", copy: "", from: "", to: "", sort: "publisher", shown: AT_ONCE, open: false };

const WEB = /^https?:\/\//i;
/** Filter → what it keeps. */
const KEPT = {
  words: ({ text }, words) => words.every((word) => text().includes(word)),
  type: ({ source }, type) => source.type === type,
  link: ({ source }, wanted) => WEB.test(source.url ?? "") === wanted,
  copy: ({ source }, wanted) => WEB.test(source.archived ?? "") === wanted,
  years: ({ years }, [from, to]) => years !== null && years[0] <= to && years[1] >= from,
};

/** The sources that a choice leaves, in its order. @param {object} tell from `reader` @param {Choice} choice */
export function chosenSources(tell, choice) {
  const asked = Object.entries(askedFor(choice)).filter(([, value]) => value !== null);
  return sourceIndex(tell).inOrder(choice.sort).filter((entry) => asked.every(([name, value]) => KEPT[name](entry, value))).map(({ source }) => source);
}

/** Whether a choice leaves anything out. */
export function isNarrowed(choice) {
  return Object.values(askedFor(choice)).some((value) => value !== null);
}

/** How many of the filters that are folded away are in use. */
export function foldedInUse({ link, copy, from, to }) {
  return [link, copy, from, to].filter(Boolean).length;
}

/** The types of the sources, in the story's order, with how many there are of each. @returns {[string, number][]} */
export function typesOfSources({ story }) {
  const counts = new Map(Object.keys(story.kinds).map((id) => [id, 0]));
  for (const { type } of Object.values(story.sources)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 0);
}

/** The filters of a choice as values to compare with; null for one that is not in use. */
function askedFor({ words, type, link, copy, from, to }) {
  const asked = words.split(/\s+/u).map(fold).filter(Boolean); // "2013-09" is one word, of two parts side by side
  const either = (value) => ({ yes: true, no: false })[value] ?? null;
  const [start, end] = [from, to].map((year) => Number.parseInt(year, 10));
  const years = [Number.isNaN(start) ? -Infinity : start, Number.isNaN(end) ? Infinity : end];
  return {
    type: type || null, link: either(link), copy: either(copy),
    years: years.every((year) => !Number.isFinite(year)) ? null : years.sort((a, b) => a - b),
    words: asked.length ? asked : null,
  };
}

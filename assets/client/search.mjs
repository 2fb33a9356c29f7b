// Finds places, attacks, relocations, other events, statements and sources by words. Each word of the question must be the
// beginning of one of theirs. Pure.
import { formsOf, wordsIn } from "./search/fold.mjs";
import { everything, GROUPS, languagesOf } from "./search/found_by.mjs";
import { allRanks, bestOf } from "./search/ranks.mjs";
import { dateOrder, dateWords, monthNames } from "./search/times.mjs";
import { words as wordsOf } from "./text.mjs";
import { FIELD, openWords } from "./search/words.mjs";

const MOST_WORDS = 12; // more words than these in one question find nothing that fewer do not
/** What is called by its date as much as by its title. */
const EVENTS = ["attack", "operation", "relocation", "context"];
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er)$/;

/**
 * What `find` needs to know of a story, made once: what there is, and who has which word.
 * @param {import("./state.mjs").Story} story
 */
export function searchIndex(story) {
  const months = monthNames(languagesOf(story).map((lang) => wordsOf(story, lang)));
  const things = inOrder(everything(story));
  const words = openWords();
  const ids = remembered((text) => words.idsOf(text));
  const dates = remembered((edtf) => dateWords(edtf, months).flatMap(words.idsOf));
  const names = namesOf(things, words);
  things.forEach((thing, number) => {
    const title = words.idsOf(thing.title);
    // "Camp" says little at the beginning of the name of a camp: the next word is as good a beginning
    const skipped = title.length > 1 && ids(thing.after)[0] === title[0];
    words.add(number, FIELD.start, title.slice(0, skipped ? 2 : 1));
    if (EVENTS.includes(thing.group)) words.add(number, FIELD.start, dates(thing.date));
    words.add(number, FIELD.title, title);
    for (const name of thing.names) words.addText(number, FIELD.title, name);
    for (const other of thing.others) words.addText(number, FIELD.other, other);
    for (const near of thing.near) words.add(number, FIELD.near, ids(near));
    words.add(number, FIELD.near, dates(thing.date));
    for (const place of thing.places) words.add(number, FIELD.near, names.get(`place:${place}`) ?? []);
    for (const told of thing.told) words.addText(number, FIELD.told, told);
  });
  return { things, groupOf: Uint8Array.from(things, ({ group }) => GROUPS.indexOf(group)), visit: words.ready() };
}

/**
 * The words of a question as they are looked for; none for an empty one.
 * @returns {{whole: string, parts: string[]}[]}
 */
export function asked(question) {
  return wordsIn(question).slice(0, MOST_WORDS).map(formsOf).filter(({ whole }) => whole)
    .map(({ whole, parts }) => ({ whole: whole.replace(ORDINAL, "$1"), parts: parts.slice(0, MOST_WORDS) }));
}

/**
 * The best answers, by group, the group with the best one first.
 * @param {object} index from `searchIndex`
 * @param {string} question
 * @param {number} [limit] the most answers in all groups together
 * @returns {{groups: {group: string, total: number, things: object[]}[], shown: number, total: number}} `things` as
 *   `everything` gives them; `total` counts those that are not shown too
 */
export function find({ things, groupOf, visit }, question, limit = 12) {
  const words = asked(question);
  if (!words.length) return { groups: [], shown: 0, total: 0 };
  const ranks = allRanks(visit, things.length, words);
  const groups = bestOf(ranks, groupOf, GROUPS, limit).map(({ group, total, best }) => ({ group, total, things: best.map((number) => things[number]) }));
  return {
    groups,
    shown: groups.reduce((sum, group) => sum + group.things.length, 0),
    total: ranks.reduce((sum, rank) => sum + (rank ? 1 : 0), 0),
  };
}

/** Things by group and then by date, those without one last, else as the tables have them. */
function inOrder(things) {
  return things.map((thing) => ({ thing, group: GROUPS.indexOf(thing.group), date: dateOrder(thing.date) }))
    .sort((one, other) => one.group - other.group || (one.date < other.date ? -1 : Number(one.date > other.date)))
    .map(({ thing }) => thing);
}

/** All that finds each place, but its group: it finds what happened there too. */
function namesOf(things, words) {
  const places = things.filter(({ group }) => group === "place");
  return new Map(places.map(({ ref, title, names, others, where }) => [ref, [...new Set([title, ...names, ...others, ...where].flatMap(words.idsOf))]]));
}

function remembered(make) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
}

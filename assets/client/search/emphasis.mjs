// Which part of a text answers a question, for the eye. Pure.
import { h } from "../h.mjs";
import { fold, loosely, looseStart, partPlaces, wordPlaces } from "./fold.mjs";

const SMALL_NUMBER = /^\d{1,2}$/;
const MARK = /\p{M}/u;
const BEFORE = 36; // characters of a longer text in front of what answers
const AFTER = 90;

/**
 * A text as children of `h`, what answers a word of the question in a Mark.
 * @param {string} text
 * @param {{whole: string, parts: string[]}[]} words from `asked`
 */
export function emphasised(text, words) {
  const parts = [];
  let done = 0;
  for (const [from, to] of answering(text, words)) {
    parts.push(text.slice(done, from), h("Mark", null, text.slice(from, to)));
    done = to;
  }
  return [...parts, text.slice(done)].filter((part) => part !== "");
}

/** Whether any of a text answers a word of the question. */
export function answers(text, words) {
  return !answering(text, words).next().done;
}

/** The piece of a longer text around the first word that answers; "" if none does. */
export function excerpt(text, words) {
  const { done, value: [at] = [] } = answering(text, words).next();
  if (done) return "";
  const from = at <= BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
  const to = text.length - at <= AFTER ? text.length : text.lastIndexOf(" ", at + AFTER);
  const piece = text.slice(from > at ? at : from, to > at ? to : at + AFTER);
  return `${from > 0 ? "… " : ""}${piece}${to < text.length ? " …" : ""}`;
}

/** From where to where words answer, in order. */
function* answering(text, words) {
  const starts = [...new Set(words.flatMap(({ whole, parts }) => [whole, ...parts]))];
  if (!starts.length) return;
  let done = 0;
  for (const { word, at } of wordPlaces(text)) {
    for (const place of partPlaces(word)) {
      const length = Math.max(...starts.map((start) => answeringLength(word.slice(place), start)));
      if (length <= 0 || at + place < done) continue;
      done = at + place + length;
      yield [at + place, done];
    }
  }
}

/** How many characters of a word answer, from its beginning: the fewest that say as much as was asked; 0 if none do. */
function answeringLength(word, start) {
  if (SMALL_NUMBER.test(start)) return together(word) === start ? word.length : 0;
  const loose = looseStart(start);
  const head = word.slice(0, start.length * 3 + 4);
  const said = together(head);
  if (said.startsWith(start)) return fewest(word, head, (part) => part.startsWith(start));
  if (loose && loosely(said).startsWith(loose)) return fewest(word, head, (part) => loosely(part).startsWith(loose));
  return 0;
}

function fewest(word, head, answersIt) {
  let length = 1;
  while (length < head.length && !answersIt(together(head.slice(0, length)))) length += 1;
  return withMarks(word, length);
}

function withMarks(word, length) {
  let to = length;
  while (to < word.length && MARK.test(word[to])) to += 1;
  return to;
}

function together(word) {
  return fold(word).replaceAll(" ", "");
}

// Which words there are and who has them: filled once, then asked for all words with a beginning. Pure.
import { formsOf, loosely, looseStart, wordsIn } from "./fold.mjs";

/** Where a word stands, the closer the higher; the first word of a title is the closest. */
export const FIELD = { told: 0, near: 1, other: 2, title: 3, start: 4 };
const FIELDS = 8; // who has a word and where is kept as one number: the number of the thing, times this, plus the field
const SMALL_NUMBER = /^\d{1,2}$/;

/**
 * Things are numbered from 0 and filled in one after the other, each with its closest field first: a word is kept once
 * for each thing, where it stands closest.
 * @returns {object} `idsOf(text)`, `add(thing, field, ids)`, `addText(thing, field, text)`; after the last one `ready()`
 */
export function openWords() {
  const known = new Map(); // what stands between two spaces → ids of the words it is found by
  const byTerm = new Map(); // a folded word → its id
  const [latest, counts, closest] = [[], [], []]; // by id: the thing that had it last, how many have it, and how close
  const kept = growing(); // pairs of an id and who has it, in the order they came

  function idOf(term) {
    if (!byTerm.has(term)) {
      byTerm.set(term, latest.length);
      latest.push(-1);
      counts.push(0);
      closest.push(0);
    }
    return byTerm.get(term);
  }

  function idsOfPiece(piece) {
    let ids = known.get(piece);
    if (ids === undefined) {
      ids = wordsIn(piece).map(formsOf).flatMap(({ whole, parts }) => [...parts, whole]).filter(Boolean).map(idOf);
      known.set(piece, ids);
    }
    return ids;
  }

  function add(thing, field, ids) {
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at];
      if (latest[id] === thing) continue;
      latest[id] = thing;
      counts[id] += 1;
      if (field > closest[id]) closest[id] = field;
      kept.push(id, thing * FIELDS + field);
    }
  }

  return {
    add,
    addText: (thing, field, text) => pieces(text, (piece) => add(thing, field, idsOfPiece(piece))),
    idsOf: (text) => {
      const ids = [];
      pieces(text, (piece) => ids.push(...idsOfPiece(piece)));
      return ids;
    },
    ready: () => lookup(byTerm, byWord(kept.list(), counts), (id) => closest[id] >= FIELD.near),
  };
}

/** The pieces of a text between its spaces: few are new, and looking for words in those only is three times as fast. */
function pieces(words, tell) {
  const text = String(words ?? "");
  for (let at = 0, end = 0; end >= 0 && at < text.length; at = end + 1) {
    end = text.indexOf(" ", at);
    tell(end < 0 ? text.slice(at) : text.slice(at, end));
  }
}

/** @returns {(word: string, tell: (thing: number, field: number, exact: boolean, whole: boolean) => void) => void} */
function lookup(byTerm, holders, isName) {
  const terms = [...byTerm];
  const loose = terms.filter(([term, id]) => isName(id) && looseStart(term)).map(([term, id]) => [loosely(term), id]);
  const [exactly, like] = [inOrder(terms), inOrder(loose)];
  return (word, tell) => {
    const each = (id, exact, whole) => holders(id, (thing, field) => { if (exact || field >= FIELD.near) tell(thing, field, exact, whole); });
    // a day or a small number is meant as it stands: "1" is not the beginning of "12"
    if (SMALL_NUMBER.test(word)) exactly(word, (term, id) => { if (term === word) each(id, true, true); });
    else exactly(word, (term, id) => each(id, true, term === word));
    const start = looseStart(word);
    if (start) like(start, (spelled, id) => each(id, false, spelled === loosely(word)));
  };
}

/** Calls for each pair of a list whose word has a beginning, found by halving. */
function inOrder(pairs) {
  pairs.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  return (start, tell) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle][0] < start) low = middle + 1;
      else high = middle;
    }
    for (; low < pairs.length && pairs[low][0].startsWith(start); low += 1) tell(...pairs[low]);
  };
}

/** Pairs of an id and who has it → who has an id, by counting: millions of short lists would take seconds to grow. */
function byWord(pairs, counts) {
  const ends = new Uint32Array(counts.length);
  counts.reduce((sum, count, id) => (ends[id] = sum + count), 0);
  const next = ends.map((end, id) => end - counts[id]);
  const held = new Uint32Array(pairs.length / 2);
  for (let at = 0; at < pairs.length; at += 2) held[next[pairs[at]]++] = pairs[at + 1];
  return (id, tell) => {
    for (let at = ends[id] - counts[id]; at < ends[id]; at += 1) tell(Math.floor(held[at] / FIELDS), held[at] % FIELDS);
  };
}

/** A list of whole numbers that doubles its room when it is full. */
function growing() {
  let [list, used] = [new Uint32Array(1024), 0];
  return {
    push(one, other) {
      if (used === list.length) {
        const larger = new Uint32Array(used * 2);
        larger.set(list);
        list = larger;
      }
      list[used] = one;
      list[used + 1] = other;
      used += 2;
    },
    list: () => list.subarray(0, used),
  };
}

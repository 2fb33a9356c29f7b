// How well a thing answers the words of a question, as one number, and which answers are the best. Pure.
import { FIELD } from "./words.mjs";

/**
 * A rank holds in one number where the farthest word stands (0–7), whether the first begins the title, and whether all are
 * whole words. A word written exactly, anywhere, stands above one that only sounds alike, even in a title.
 */
const rankOf = (tier, starts, whole) => tier * 4 + (starts ? 2 : 0) + (whole ? 1 : 0);
const EXACT = 4;
/** A place that has the words in a name of its own goes before what only speaks of it. */
const NAMED = 32;
const OF_EACH = 4; // of each group, as long as others have something too

/** For each of `count` things the rank that one word gives it, 0 for none: by its whole, or by all of its parts. */
function ranksOf(visit, count, { whole, parts }) {
  const ranks = new Uint8Array(count);
  visit(whole, (thing, field, exact, isWhole) => {
    const rank = rankOf((exact ? EXACT : 0) + Math.min(field, FIELD.title), field === FIELD.start, isWhole);
    if (rank > ranks[thing]) ranks[thing] = rank;
  });
  if (!parts.length) return ranks;
  const together = allRanks(visit, count, parts.map((part) => ({ whole: part, parts: [] })));
  return ranks.map((rank, thing) => Math.max(rank, together[thing]));
}

/** For each thing its rank by all words of a question, 0 where one of them is missing. */
export function allRanks(visit, count, words) {
  return words.map((word) => ranksOf(visit, count, word)).reduce((first, second) => first.map((one, thing) => both(one, second[thing])));
}

// as far as the farther of the two, a beginning if the first is one, whole if both are
function both(one, other) {
  return one && other ? rankOf(Math.min(one >> 2, other >> 2), one & 2, one & other & 1) : 0;
}

/**
 * The best answers by group, the group with the best one first. Of two with the same rank the thing with the lower number
 * is the better one.
 * @param {Uint8Array} ranks
 * @param {Uint8Array} groupOf for each thing the number of its group
 * @param {string[]} groups their names
 * @param {number} limit of answers in all groups together
 * @returns {{group: string, total: number, best: number[]}[]}
 */
export function bestOf(ranks, groupOf, groups, limit) {
  const kept = groups.map((group) => ({ group, total: 0, best: [] }));
  for (let thing = 0; thing < ranks.length; thing += 1) if (ranks[thing]) keep(kept[groupOf[thing]], thing, ranks[thing], limit);
  const first = kept.flatMap(({ best }) => best.slice(0, OF_EACH)).sort(byRank);
  const rest = kept.flatMap(({ best }) => best.slice(OF_EACH)).sort(byRank);
  const chosen = new Set([...first, ...rest].slice(0, limit));
  return kept.map((it) => ({ ...it, best: it.best.filter((answer) => chosen.has(answer)) }))
    .filter(({ best }) => best.length)
    .sort((one, other) => byRank(head(one), head(other)))
    .map(({ group, total, best }) => ({ group, total, best: best.map(({ thing }) => thing) }));
}

function keep(group, thing, rank, limit) {
  const named = group.group === "place" && rank >> 2 >= EXACT + FIELD.other;
  const answer = { thing, rank: rank + (named ? NAMED : 0) };
  const { best } = group;
  group.total += 1;
  if (best.length === limit && best[limit - 1].rank >= answer.rank) return;
  let at = best.length;
  while (at > 0 && best[at - 1].rank < answer.rank) at -= 1;
  best.splice(at, 0, answer);
  best.length = Math.min(best.length, limit);
}

/** What stands for a group. Sources are many and begin with anything: what they are about goes before them, if it has the words too. */
function head({ group, best: [{ thing, rank }] }) {
  return { thing, rank: group === "source" ? rank & ~2 : rank };
}

function byRank(one, other) {
  return other.rank - one.rank || one.thing - other.thing;
}

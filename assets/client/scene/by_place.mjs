// Attacks by the place where they are drawn, and how many of them have happened by a moment. Pure.
import { momentOf } from "../timeline.mjs";

const known = new WeakMap(); // attacks of a story → their groups: a story never changes

/**
 * @typedef {{at: object, attacks: object[], refs: string[]}} Group  a place, its attacks in date order, and their references
 * @returns {Group[]} by their first attack
 */
export function attacksByPlace(story) {
  if (known.has(story.attacks)) return known.get(story.attacks);
  const groups = new Map();
  for (const attack of Object.values(story.attacks).sort(byDate)) {
    const at = drawnAt(attack, story);
    if (!groups.has(at.id)) groups.set(at.id, { at, attacks: [], refs: [] });
    const { attacks, refs } = groups.get(at.id);
    attacks.push(attack);
    refs.push(`attack:${attack.id}`);
  }
  known.set(story.attacks, [...groups.values()]);
  return known.get(story.attacks);
}

/** The place where an event of the story is drawn: that of a part is often its whole. */
export function drawnAt(event, story) {
  const place = story.places[event.place];
  return story.places[place.drawnAt] ?? place;
}

export function byDate(a, b) {
  return a.date.from - b.date.from || (a.id < b.id ? -1 : 1);
}

/**
 * What of a group has happened by a moment.
 * @param {Group} group
 * @returns {{before: number, present: {attack: object, ref: string}[]}} how many in earlier years, and those of the year
 */
export function happenedBy({ attacks, refs }, { year }, moment) {
  const before = upTo(attacks, year);
  const present = attacks.slice(before, upTo(attacks, year + 1)).map((attack, i) => ({ attack, ref: refs[before + i] }));
  return { before, present: moment?.arriving ? present.filter(({ attack }) => momentOf(attack.date, year) <= moment.fraction) : present };
}

/** How many of those in date order begin before a year. */
function upTo(attacks, year) {
  let [low, high] = [0, attacks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (attacks[middle].date.from < year) low = middle + 1;
    else high = middle;
  }
  return low;
}

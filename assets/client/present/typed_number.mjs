// Figures typed on stage: a year, or the number of a stop. Pure.
import { stopIn, stopsOf } from "../walk.mjs";

const LONGEST = 4;

/**
 * What a key does to the figures typed so far.
 * @param {string} typed
 * @param {string} key as in KeyboardEvent.key
 * @returns {{typed: string, done: boolean}|null} `done`: they are to be gone to; null if the key has nothing to do with them
 */
export function typing(typed, key) {
  if (/^[0-9]$/.test(key)) return { typed: `${typed}${key}`.slice(-LONGEST), done: false };
  if (typed === "") return null;
  if (key === "Enter") return { typed, done: true };
  if (key === "Backspace") return { typed: typed.slice(0, -1), done: false };
  if (key === "Escape") return { typed: "", done: false };
  return null;
}

/** The event that goes to a typed number: a year of the story, else the stop of that number; null if it is neither. */
export function wanted(typed, { walk }, story) {
  const [number, { firstYear, lastYear }] = [Number(typed), story.story];
  if (number >= firstYear && number <= lastYear) {
    const index = stopIn(number, undefined, story, walk);
    return index < 0 ? { type: "year", year: number } : { type: "stop", index };
  }
  return stopsOf(story, walk)[number - 1] ? { type: "stop", index: number - 1 } : null;
}

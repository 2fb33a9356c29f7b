// Playback without a screen: where in the story's time it is, moved on by whoever calls `frame`, and where within a year
// each thing happens. A moment is a year and a fraction 0–1 of it. That a timeline is best headless is Our World in
// Data's idea. Pure.
import { ends } from "./dates.mjs";

/** A longer gap between two frames (a tab that slept) counts as this many milliseconds, so that nothing is skipped. */
export const LONGEST_GAP = 250;
/** The shortest journey, as a fraction of a year: a movement of one day would else be over in a frame. */
const JOURNEY = 0.08;
/** The shortest journey where movements on one path follow each other closely. */
const CLOSE_JOURNEY = 0.02;
/** When in its year a movement known only to the year leaves and arrives. */
const WHOLE_YEAR = { leaves: 0.1, arrives: 0.9 };

/**
 * A playback controller. It knows no clock: `now` is passed in, in milliseconds, on any clock that runs evenly.
 * @param {object} way
 * @param {number} way.firstYear
 * @param {number} way.lastYear
 * @param {(year: number) => number} way.secondsOf how long a year plays at speed 1
 * @param {(year: number, fraction: number) => void} [way.onMoment] show this moment
 * @param {(year: number) => void} [way.onYear] a new year has begun: to be committed as a tick
 * @param {() => void} [way.onEnd] the last year is over and playback has stopped: to be committed as a pause
 */
export function createTimeline({ firstYear, lastYear, secondsOf, onMoment = () => {}, onYear = () => {}, onEnd = () => {} }) {
  let [year, fraction, last, playing, pace] = [firstYear, 0, 0, false, 1];

  function go(toYear, toFraction) {
    year = Math.min(Math.max(Math.round(toYear) || firstYear, firstYear), lastYear);
    fraction = Math.min(Math.max(toFraction || 0, 0), 1);
  }

  return {
    /** Whether it runs. */
    get playing() { return playing; },
    /** Where it is: {year, fraction}; `play(year, fraction, now)` goes on from there after a pause. */
    get moment() { return { year, fraction }; },
    /** How fast it runs from now on; 1 is normal. */
    speed(value) { pace = value > 0 ? value : 1; },
    /** Runs from a moment on; from the very end it starts over. */
    play(fromYear, fromFraction, now) {
      go(fromYear, fromFraction);
      if (year === lastYear && fraction === 1) go(firstYear, 0);
      [playing, last] = [true, now];
      if (year !== fromYear) onYear(year);
    },
    /** Stops where it is. */
    pause() { playing = false; },
    /** Goes to a moment and shows it, playing or not. */
    seek(toYear, toFraction) {
      go(toYear, toFraction);
      onMoment(year, fraction);
    },
    /**
     * Moves on to `now`, showing each year to its end before the next begins, so that everything in it arrives.
     * @returns {{year: number, fraction: number, years: number[], ended: boolean}|null} what it did: where it is now and
     *   which years have begun; null while it does not run
     */
    frame(now) {
      if (!playing) return null;
      let left = (Math.min(Math.max(now - last, 0), LONGEST_GAP) / 1000) * pace; // seconds at speed 1
      last = now;
      const years = [];
      for (let rest = (1 - fraction) * lengthOf(year); playing && left >= rest; rest = lengthOf(year)) {
        left -= rest;
        fraction = 1;
        onMoment(year, 1);
        if (year === lastYear) {
          playing = false;
          onEnd();
          return { year, fraction, years, ended: true };
        }
        [year, fraction] = [year + 1, 0];
        years.push(year);
        onYear(year);
      }
      if (playing) { // whoever was told of the new year may have paused
        fraction += left / lengthOf(year);
        onMoment(year, fraction);
      }
      return { year, fraction, years, ended: false };
    },
  };

  function lengthOf(ofYear) {
    return Math.max(0, secondsOf(ofYear) || 0);
  }
}

/**
 * When in a year something dated happens, as a fraction 0–1: at its start; a day at noon, a month and a year in their
 * middle; 0 if it began before the year, 1 if after.
 * @param {import("./dates.mjs").DateOfStory} date
 */
export function momentOf(date, year) {
  const { from } = ends(date);
  if (!from) return 0;
  const [begins, finishes] = span(from);
  return Math.min(Math.max((begins + finishes) / 2 - year, 0), 1);
}

/**
 * How far a relocation has come at a moment: it leaves at its start and arrives at its end.
 * @param {{date: import("./dates.mjs").DateOfStory}} relocation
 * @param {number[]} [journey] when it leaves and arrives, from `timetable`; else by its own date alone
 * @returns {{progress: number, moving: boolean, done: boolean}} progress is 0–1; 0 while an end is open, as nobody knows
 */
export function travel(relocation, year, fraction, journey = journeyOf(relocation.date)) {
  const [leaves, arrives] = journey;
  const now = year + fraction;
  const done = now >= arrives;
  const moving = !done && now >= leaves;
  const known = Number.isFinite(arrives - leaves);
  return { progress: done ? 1 : moving && known ? (now - leaves) / (arrives - leaves) : 0, moving, done };
}

/**
 * When relocations leave and arrive, in decimal years: {id: [leaves, arrives]}. Those on one path in one year go in date
 * order, each leaving when the one before has arrived, so that no mark lies over another.
 * @param {object[]} relocations those of a year or of the whole story; totals and their parts may be among them
 */
export function timetable(relocations) {
  const paths = new Map();
  const times = {};
  for (const { id, date, fromDrawn, toDrawn, drawn } of relocations) {
    const journey = journeyOf(date);
    times[id] = journey;
    const year = Math.floor(journey[0]);
    if (!(journey[1] <= year + 1)) continue; // over several years, while others come and go
    // a total shares path and time with its parts: it has another way of being drawn, and a turn of its own
    const path = `${fromDrawn} ${toDrawn} ${drawn} ${year}`;
    paths.set(path, [...(paths.get(path) ?? []), journey]);
  }
  for (const journeys of paths.values()) {
    journeys.sort((one, other) => one[0] + one[1] - other[0] - other[1]);
    const year = Math.floor(journeys[0][0]);
    takeTurns(journeys);
    keepApart(journeys, year);
  }
  return times;
}

// where two journeys overlap, each gives up half of it
function takeTurns(journeys) {
  journeys.slice(1).forEach((after, index) => {
    const before = journeys[index];
    if (before[1] <= after[0]) return;
    before[1] = after[0] = (Math.max(before[0], after[0]) + Math.min(before[1], after[1])) / 2;
  });
}

// many close together: each is kept long enough to be seen, pushing the next ones on, and at the year's end back again
function keepApart(journeys, year) {
  const shortest = Math.min(CLOSE_JOURNEY, 1 / journeys.length);
  let free = year;
  for (const journey of journeys) {
    journey[0] = Math.max(journey[0], free);
    free = journey[1] = Math.max(journey[1], journey[0] + shortest);
  }
  free = year + 1;
  for (const journey of [...journeys].reverse()) {
    journey[1] = Math.min(journey[1], free);
    free = journey[0] = Math.min(journey[0], journey[1] - shortest);
  }
}

function journeyOf(date) {
  const { from, to } = ends(date);
  const leaves = !from ? -Infinity : from.precision === "year" ? span(from)[0] + WHOLE_YEAR.leaves : span(from)[0];
  const arrives = !to ? Infinity : to.precision === "year" ? span(to)[0] + WHOLE_YEAR.arrives : span(to)[1];
  if (arrives - leaves >= JOURNEY) return [leaves, arrives];
  // longer than it was, so that it can be seen, but within its year: it must have arrived when the year ends
  const middle = (leaves + arrives) / 2;
  const year = Math.floor(middle);
  const start = Math.min(Math.max(middle - JOURNEY / 2, year), year + 1 - JOURNEY);
  return [start, start + JOURNEY];
}

// the decimal years between which a day, a month or a year lies
function span({ day, precision }) {
  const [year, month, date] = day.split("-").map(Number);
  if (precision === "year") return [year, year + 1];
  if (precision === "month") return [decimal(year, month - 1, 1), decimal(year, month, 1)];
  return [decimal(year, month - 1, date), decimal(year, month - 1, date + 1)];
}

function decimal(year, monthIndex, date) {
  const alike = year + 2000; // Date takes years below 100 for ones of the last century; the calendar repeats every 400 years
  const [begins, finishes] = [Date.UTC(alike, 0, 1), Date.UTC(alike + 1, 0, 1)];
  return year + (Date.UTC(alike, monthIndex, date) - begins) / (finishes - begins);
}

// The way from stop to stop through time: the years in between pass, each for a share of the time. Pure.

/** Milliseconds that a journey takes: at least, at most; each second that a year plays adds `perSecond`. Going back is quicker. */
const FORWARD = { least: 1600, most: 4800, perSecond: 260 };
const BACKWARD = { least: 900, most: 1800, perSecond: 80 };

/**
 * @param {number} from decimal year at which one stands: the end of 2003 is 2004
 * @param {number} to   the year at whose end the journey arrives
 * @param {(year: number) => number} secondsOf how long a year plays
 * @returns {{time: number, at: (passed: number) => {year: number, fraction: number}}} milliseconds in all, and where one is after some
 */
export function journey(from, to, secondsOf) {
  const back = to + 1 < from;
  const [begin, end] = back ? [to + 1, from] : [from, to + 1];
  const spans = [];
  for (let year = Math.floor(begin); year < end; year += 1) {
    const [start, stop] = [Math.max(begin, year), Math.min(end, year + 1)];
    if (stop > start) spans.push({ year, start, stop, weight: (stop - start) * secondsOf(year) });
  }
  const weight = spans.reduce((sum, it) => sum + it.weight, 0);
  const { least, most, perSecond } = back ? BACKWARD : FORWARD;
  const time = Math.min(Math.max(weight * perSecond, least), most);

  return {
    time,
    at(passed) {
      const share = Math.min(Math.max(passed / time, 0), 1);
      if (!spans.length || share === 1) return { year: to, fraction: 1 };
      let left = (back ? 1 - share : share) * weight;
      for (const { year, start, stop, weight: own } of spans) {
        if (left < own || year === spans.at(-1).year) return { year, fraction: Math.min(start + (stop - start) * (own ? left / own : 1) - year, 1) };
        left -= own;
      }
      return { year: to, fraction: 1 };
    },
  };
}

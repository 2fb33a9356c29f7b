// The speaker's clock: how long the talk has run, held and let go, the same in both windows. Pure.

import { formatYear } from "../numbers.mjs";

/** @typedef {{from: number|null, before: number}} Clock `from`: since when it runs, ms of the day's clock; null while it is held; `before`: ms that it had run then */

export const UNWOUND = { from: null, before: 0 };

/** Milliseconds that it has run. */
export function elapsed({ from, before }, now) {
  return before + (from === null ? 0 : Math.max(0, now - from));
}

/** Held if it ran, running if it was held. */
export function toggled(clock, now) {
  return clock.from === null ? { from: now, before: clock.before } : { from: null, before: elapsed(clock, now) };
}

/** "0:07", "12:40", "1:02:03", in the figures of a language. */
export function inFigures(milliseconds, lang) {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const [zero, figure] = [formatYear(0, lang), (number) => formatYear(number, lang)];
  const two = (number) => figure(number).padStart(2, zero);
  return `${hours ? `${figure(hours)}:${two(minutes)}` : figure(minutes)}:${two(seconds % 60)}`;
}

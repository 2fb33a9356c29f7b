// Axes with round numbers. Pure.

const STEPS = [1, 2, 5];

/**
 * An axis from 0 to at least `top`, with at most five intervals between round ticks.
 * @param {number} top largest value to show, above 0
 * @returns {{max: number, ticks: number[]}}
 */
export function axis(top) {
  const step = roundStep(top / 5);
  const intervals = Math.max(Math.ceil(top / step), 1);
  return { max: intervals * step, ticks: Array.from({ length: intervals + 1 }, (_, i) => i * step) };
}

/**
 * Years that name a time axis, at most seven.
 * @param {number} from decimal year
 * @param {number} to decimal year
 */
export function yearTicks(from, to) {
  const step = roundStep((to - from) / 6);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(Math.floor((to - first) / step) + 1, 0) }, (_, i) => first + i * step);
}

/** Where a value stands on an axis, as a percentage for CSS. */
export function share(value, { max }) {
  return `${Math.round((value / max) * 1000) / 10}%`;
}

/** The smallest of 1, 2, 5, 10, 20 … that is no less than `least`. */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return (STEPS.find((step) => step * power >= least) ?? 10) * power;
}

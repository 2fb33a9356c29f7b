// Which years have a tick on the time axis, and which of them a figure, so that figures never run into each other. Pure.

const STEPS = [1, 5, 10, 20, 50, 100];
const MOST_FIGURES = 12;
const TICKS_PER_FIGURE = 10;

/**
 * @param {number} firstYear
 * @param {number} lastYear at most a thousand years later
 * @returns {{year: number, figure: boolean}[]}
 */
export function ticks(firstYear, lastYear) {
  const span = lastYear - firstYear + 1;
  const step = STEPS.find((each) => span / each <= MOST_FIGURES) ?? STEPS.at(-1);
  const fine = Math.max(1, step / TICKS_PER_FIGURE);
  return Array.from({ length: span }, (_, index) => firstYear + index)
    .filter((year) => year % fine === 0)
    .map((year) => ({ year, figure: year % step === 0 }));
}

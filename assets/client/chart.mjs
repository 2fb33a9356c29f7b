// A click on the chart: on a bar it means the attack, elsewhere the year. The chart shares its axis with the slider. The bars
// of a long story are those of its years. Pure.

const REACH = 6; // px beside a bar

/**
 * @param {object} story
 * @param {number} fraction of the chart's width, 0–1
 * @param {number} width of the chart in px
 * @returns {{ref: string}|{year: number}}
 */
export function chartTarget(story, fraction, width) {
  const { firstYear, lastYear } = story.story;
  const span = lastYear - firstYear + 1;
  const at = firstYear + fraction * span;
  const bars = story.parted ? [] : Object.values(story.attacks).filter(({ counted, estimates }) => counted && estimates.killed?.story)
    .map(({ id, date }) => ({ ref: `attack:${id}`, off: (Math.abs((date.from ?? date.to) - at) / span) * width }))
    .filter(({ off }) => off <= REACH)
    .sort((a, b) => a.off - b.off);
  return bars.length ? { ref: bars[0].ref } : { year: Math.min(Math.max(Math.floor(at), firstYear), lastYear) };
}

// The year in one short line, for the slider and for screen readers: the panel's title with the year before it. Pure.
import { formatYear } from "./numbers.mjs";
import { reader } from "./panel/reader.mjs";
import { yearTitle } from "./panel/year.mjs";

/**
 * "2013: 5 attacks, 65 people reported killed, 5 relocations", counted from the tables.
 * @param {object} story
 * @param {number} year
 * @param {Function} t words
 */
export function yearSentence(story, year, t) {
  return t("sentence.year", { year: formatYear(year, t.lang), what: yearTitle(reader({ lang: t.lang, year }, story), year) });
}

// The whole story as one list, year by year; at its end the totals that speakers give and what is disputed. Pure.
import { h } from "./h.mjs";
import { entryList } from "./panel/entries.mjs";
import { sourceLinks } from "./panel/links.mjs";
import { paragraph, rows } from "./panel/parts.mjs";
import { reader } from "./panel/reader.mjs";
import { totalList } from "./panel/totals.mjs";

/**
 * Every year that has an event, with its events in date order; the selected one is marked as current.
 * @param {import('./state.mjs').State} state
 * @param {import('./state.mjs').Story} story
 * @returns {object} a tree of `h`
 */
export function chronology(state, story) {
  const tell = reader(state, story);
  const { t } = tell;
  const current = { current: state.select, first: 0 }; // it is folded away: of a long story nothing is drawn until it is opened
  const years = Object.keys(story.years).map(Number).sort((a, b) => a - b).filter((year) => story.years[year].events.length);
  return h("Div", { className: "chronology", lang: state.lang },
    story.before.length > 0
      && part(t("panel.before", { year: tell.year(story.story.firstYear) }), entryList(tell, story.before, current)),
    years.map((year) => part(tell.year(year), entryList(tell, story.years[year].events, current))),
    totals(tell), disputes(tell));
}

function part(title, ...inside) {
  return h("Section", null, h("H3", null, title), inside);
}

function totals(tell) {
  const all = Object.values(tell.story.totals ?? {});
  return all.length > 0
    && part(tell.t("panel.totals_given"), paragraph(tell.t("panel.totals_note"), "remark"), totalList(tell, all));
}

function disputes(tell) {
  const { story, t } = tell;
  const all = Object.values(story.controversies);
  return all.length > 0 && part(t("panel.disputes"), all.map((dispute) => h("Details", null,
    h("Summary", null, dispute.topic),
    rows([[dispute.claimedBy, dispute.claim], [dispute.repliedBy, dispute.reply]], "rows accounts"),
    sourceLinks(tell, dispute.sources))));
}

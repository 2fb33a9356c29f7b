// What is known of a year: what happened in order, who was where at its end, what the founding article says of it. Pure.
import { checkList } from "./check_list.mjs";
import { entryList } from "./entries.mjs";
import { yearLedger } from "./ledger.mjs";
import { heading, paragraph, section } from "./parts.mjs";
import { refParts } from "./reader.mjs";
import { residenceList } from "./residences.mjs";

/** The page of the state's year. */
export function yearPage(tell) {
  const { state, story, t } = tell;
  const { year } = state;
  const { events, ongoing, checks } = story.years[year];
  const isLong = (ref) => refParts(ref).kind === "relocation" && story.relocations[refParts(ref).id].years.length > 1;
  const dated = events.filter((ref) => !isLong(ref));
  const long = [...events.filter(isLong), ...ongoing];
  return [
    heading(tell, { eyebrow: tell.year(year), title: yearTitle(tell, year) }),
    remarks(tell, story.years[year]).map((remark) => paragraph(remark, "remark")),
    !dated.length && paragraph(t("panel.year_empty_long", { year: tell.year(year) }), "prose"),
    section(t("panel.year_events"), entryList(tell, dated)),
    section(t("panel.year_ongoing"), entryList(tell, long)),
    section(t("panel.year_residences", { year: tell.year(year) }), residenceList(tell, year)),
    yearLedger(tell, year),
    section(t("panel.year_checks"), checkList(tell, checks)),
    year === story.story.firstYear && section(t("panel.before", { year: tell.year(year) }), entryList(tell, story.before)),
  ];
}

/**
 * What a year counts. A movement that is a part of a total shown that year is not counted beside it, nor is one of
 * several years that only began in it.
 * @returns {{attacks: number, others: number, relocations: number, events: number}}
 */
export function yearCounts(story, year) {
  const { attacks, others, events } = story.years[year];
  const moves = events.map(refParts).filter(({ kind, id }) => kind === "relocation" && story.relocations[id].drawn === "arc");
  return { attacks, others, relocations: moves.length, events: events.length };
}

/** The year as one sentence of counts: "5 attacks, 65 people reported killed, 5 relocations". */
export function yearTitle(tell, year) {
  const { t, story } = tell;
  const { killed } = story.years[year];
  const { attacks, others, relocations, events } = yearCounts(story, year);
  const parts = [
    attacks && t("panel.year_attacks", { count: attacks }),
    attacks && killedInYear(t, killed),
    others && t("panel.year_others", { count: others }),
    relocations && t("panel.year_relocations", { count: relocations }),
  ].filter(Boolean);
  if (parts.length) return tell.all(parts);
  return events ? t("panel.year_events_only", { count: events }) : t("panel.year_empty");
}

function killedInYear(t, killed) {
  if (killed?.best == null) return t("panel.year_killed_unknown");
  return t(killed.atLeast ? "panel.year_killed_at_least" : "panel.year_killed", { count: killed.best });
}

/** What the one number of killed leaves open: the range, lower bounds, attacks without a figure. */
export function remarks(tell, { killed }) {
  const { t } = tell;
  if (!killed) return [];
  return [
    Number.isFinite(killed.low) && killed.low !== killed.high
      && t("panel.year_range", { low: tell.number(killed.low), high: tell.number(killed.high) }),
    killed.atLeast && t("panel.year_at_least"),
    killed.unknown && t("panel.year_unknown", { count: killed.unknown }),
    killed.disputed && t("panel.year_disputed", { count: killed.disputed }),
  ].filter(Boolean);
}

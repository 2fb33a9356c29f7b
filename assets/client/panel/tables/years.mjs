// The chart under the map as a table: for each year what happened, how many were killed, and who was where at its end. Pure.
import { h } from "../../h.mjs";
import { presenceInWords } from "../residences.mjs";
import { remarks, yearTitle } from "../year.mjs";
import { withRange } from "./columns.mjs";

/** @param {object} tell from `reader` @returns {import("./table.mjs").StoryTable} */
export function yearsTable(tell) {
  const { story, t } = tell;
  const rows = Object.entries(story.years).map(([year, row]) => ({ ...row, year: Number(year) }));
  return { id: "years", name: "chart.tables", rows, columns: [
    { key: "tables.date", cell: ({ year }) => tell.year(year), sort: ({ year }) => year },
    { key: "tables.summary", cell: ({ year }) => yearTitle(tell, year), wide: true },
    { key: "panel.metric_killed", cell: ({ killed }) => killedInFigures(tell, killed), sort: ({ killed }) => killed?.best ?? null },
    { key: "tables.note", cell: (row) => remarks(tell, row).join(" "), wide: true },
    { key: "tables.where", cell: ({ year }) => residents(tell, year), sort: ({ year }) => known(story, year), wide: true },
  ] };
}

/** "66 (55–67)"; what that leaves out stands in the note. */
function killedInFigures(tell, killed) {
  if (!killed) return "";
  if (!Number.isFinite(killed.best)) return tell.t("panel.not_known");
  return withRange(tell, tell.count({ best: killed.best, qualifier: killed.atLeast ? "at least" : "" }), killed);
}

/** Only where people were, or may have been: what had closed says nothing here. */
function residents(tell, year) {
  const { t } = tell;
  const here = Object.values(tell.story.places).map((place) => ({ place, presence: place.presence?.[year] }))
    .filter(({ presence }) => ["known", "unknown"].includes(presence?.state));
  return h("Ul", { className: "cell-list" }, here.map(({ place, presence }) =>
    h("Li", null, t("panel.claim", { who: tell.place(place.id), words: presenceInWords(tell, place, presence) }))));
}

function known(story, year) {
  return Object.values(story.places).reduce((sum, { presence }) => sum + (presence?.[year]?.best ?? 0), 0);
}

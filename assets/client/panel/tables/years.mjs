// The chart under the map as a table: for each year what happened, how many were killed, and who was where at its end. Pure.
import { h } from "../../h.mjs";
import { presenceInWords } from "../residences.mjs";
import { yearTitle } from "../year.mjs";

/** @param {object} tell from `reader` @returns {import("./table.mjs").StoryTable} */
export function yearsTable(tell) {
  const { story, t } = tell;
  const rows = Object.entries(story.years).map(([year, row]) => ({ ...row, year: Number(year) }));
  return { id: "years", name: "chart.tables", rows, columns: [
    { key: "tables.date", cell: ({ year }) => tell.year(year), sort: ({ year }) => year },
    { key: "tables.summary", cell: ({ year }) => yearTitle(tell, year), wide: true },
    { key: "panel.metric_killed", cell: ({ killed }) => killedInFigures(tell, killed), sort: ({ killed }) => killed?.best ?? null },
    { key: "tables.where", cell: ({ year }) => residents(tell, t, year), sort: ({ year }) => known(story, year), wide: true },
  ] };
}

/** "66 (55–67)"; the range alone where there is no best figure, as the chart draws it. */
function killedInFigures(tell, killed) {
  if (!killed) return "";
  const { best, low, high, atLeast } = killed;
  const range = Number.isFinite(low) && low !== high ? tell.span({ low, high }) : "";
  if (!Number.isFinite(best)) return range || tell.t("panel.not_known");
  const figure = tell.count({ best, qualifier: atLeast ? "at least" : "" });
  return range ? `${figure} (${range})` : figure;
}

/** Only where people were, or may have been: what had closed says nothing here. */
function residents(tell, t, year) {
  const here = Object.values(tell.story.places).map((place) => ({ place, presence: place.presence?.[year] }))
    .filter(({ presence }) => ["known", "unknown"].includes(presence?.state));
  return h("Ul", { className: "cell-list" }, here.map(({ place, presence }) =>
    h("Li", null, t("panel.claim", { who: tell.place(place.id), words: presenceInWords(tell, place, presence) }))));
}

function known(story, year) {
  return Object.values(story.places).reduce((sum, { presence }) => sum + (presence?.[year]?.best ?? 0), 0);
}

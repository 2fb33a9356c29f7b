// What is known of a relocation: from where to where, when, how many by whom, and how it is drawn. Pure.
import { h } from "../h.mjs";
import { entryList } from "./entries.mjs";
import { placeButton } from "./links.mjs";
import { amount, figure, heading, paragraph, rows, section, sourceList } from "./parts.mjs";
import { pointers } from "./pointers.mjs";
import { yearOf } from "./reader.mjs";

/** The page of a relocation. */
export function relocationPage(tell, relocation) {
  const { t } = tell;
  const { parts } = relocation;
  return [
    heading(tell, {
      eyebrow: t("panel.of_year", { year: tell.year(yearShown(tell, relocation)), what: t(`panel.relocation_${relocation.kind}`) }),
      title: relocation.title,
      below: t("panel.dated", { date: tell.date(relocation.date), precision: tell.precision(relocation.date) }),
    }),
    h("P", { className: "journey" }, placeButton(tell, relocation.from), h("Span", { className: "to" }, t("panel.arrow")),
      relocation.to ? placeButton(tell, relocation.to) : t("panel.nowhere_named")),
    h("Div", { className: "figures" }, people(tell, relocation)),
    paragraph(relocation.description, "prose"),
    rows([
      [t("panel.disputed_point"), relocation.disputed],
      [t("panel.set_aside"), relocation.status === "counted" ? "" : relocation.reason || t("panel.set_aside")],
      [t("panel.on_the_map"), drawnInWords(tell, relocation)],
    ]),
    section(t("panel.part_of"), relocation.partOf && entryList(tell, [`relocation:${relocation.partOf}`])),
    section(t("panel.parts"), parts.length > 0
      && [entryList(tell, parts.map((id) => `relocation:${id}`)), paragraph(t("panel.parts_note"), "remark")]),
    pointers(tell, `relocation:${relocation.id}`),
    sourceList(tell, relocation.sources),
  ];
}

/** The year at hand, for a relocation that runs through it; else that in which it began. */
function yearShown({ state }, { years, date }) {
  return years.includes(state.year) ? state.year : yearOf(date);
}

function people(tell, { people: number, low, high, qualifier, kind }) {
  const { t } = tell;
  const counts = t(kind === "offer" ? "panel.counts_offered" : "panel.counts_people", { count: number ?? high ?? low ?? 0 });
  const known = [number, low, high].some(Number.isFinite);
  if (!known) return figure(amount(t("panel.not_known")), counts, qualifier);
  const range = Number.isFinite(number) && Number.isFinite(low) && low !== high && t("panel.range", { range: tell.span({ low, high }) });
  return figure(amount(tell.count({ people: number, low, high, qualifier }), tell.number(number)), counts, range);
}

/** How it is drawn, or why not. */
function drawnInWords(tell, { drawn, kind, status, to, date, partOf }) {
  const { t } = tell;
  const total = partOf ? tell.story.relocations[partOf].title : "";
  if (drawn !== "none") return t(`panel.drawn_${drawn}`, { total, date: tell.date(date) });
  if (status !== "counted") return t("panel.drawn_not_set_aside");
  if (kind === "offer") return t("panel.drawn_not_offer");
  return t(to ? "panel.drawn_not_total" : "panel.drawn_not_end");
}

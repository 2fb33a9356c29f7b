// The ledger of the whole story: each place in all, then year by year. Pure.
import { h } from "../h.mjs";
import { balanceList, isTied } from "./balances.mjs";
import { placeButton } from "./links.mjs";
import { folded, heading, ofYearOnly, paragraph, section } from "./parts.mjs";
import { presenceInWords } from "./residences.mjs";

/** The page: the year at hand, each place in all, then every year. */
export function ledgerPage(tell) {
  const { t, story, state } = tell;
  const years = [...new Set(story.ledger.map(({ year }) => year))].filter((year) => year !== null).sort((a, b) => a - b);
  const inAll = story.ledger.filter(({ year }) => year === null);
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("page.ledger") }),
    paragraph(t("ledger.intro"), "prose"),
    folded(t("ledger.rule_title"), paragraph(t("ledger.rule"))),
    section(t("ledger.of_year", { year: tell.year(state.year) }), balanceList(tell, largestFirst(of(tell, state.year))), others(tell, state.year)),
    section(t("ledger.in_all"), balanceList(tell, largestFirst(inAll))),
    ofYearOnly(tell),
    !story.parted && section(t("ledger.all_years"), years.map((year) => h("Section", { className: "ledger-year" },
      h("H4", null, yearButton(tell, year)), balanceList(tell, largestFirst(of(tell, year)), (it) => placeButton(tell, it.place), "H5")))),
  ];
}

function of({ story }, year) {
  return story.ledger.filter((balance) => balance.year === year);
}

function largestFirst(balances) {
  const size = ({ opening, closing, arrived }) => Math.max(opening.high ?? 0, closing.high ?? 0, ...arrived.map(({ high }) => high));
  return [...balances].sort((a, b) => size(b) - size(a));
}

/** Places that are open in a year of which there is neither a count nor a movement. */
function others(tell, year) {
  const held = new Set(of(tell, year).map(({ place }) => place));
  const open = Object.values(tell.story.places).filter(({ id, presence }) =>
    !held.has(id) && ["known", "unknown"].includes(presence?.[year]?.state));
  return open.length > 0 && h("P", { className: "remark" }, tell.t("ledger.others"), " ", tell.all(open.map((place) =>
    tell.t("panel.claim", { who: tell.place(place.id), words: presenceInWords(tell, place, place.presence[year]) }))));
}

/** The balances of a year that can be drawn up, for the page of that year; nothing for none. */
export function yearLedger(tell, year) {
  const tied = tell.story.ledger.filter((balance) => balance.year === year && isTied(balance));
  return section(tell.t("ledger.of_year", { year: tell.year(year) }), balanceList(tell, tied), tied.length > 0 && wholeLedger(tell));
}

/** The balances of a place, in all and year by year. */
export function placeLedger(tell, place) {
  const { t, story } = tell;
  const tied = story.ledger.filter((balance) => balance.place === place.id && isTied(balance));
  const inOrder = [...tied].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const title = ({ year }) => (year === null ? t("ledger.in_all") : yearButton(tell, year));
  return section(t("ledger.of_place"), balanceList(tell, inOrder, title), tied.length > 0 && wholeLedger(tell));
}

function wholeLedger({ t }) {
  return h("P", null, h("Button", { type: "button", className: "ref", "data-id": "page:ledger" }, t("ledger.whole")));
}

function yearButton(tell, year) {
  return h("Button", { type: "button", className: "ref", "data-year": String(year) }, tell.year(year));
}

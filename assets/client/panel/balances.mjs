// A place's balance: who was there, who came and went, and what does not add up, each figure with what it is made of. Pure.
import { h } from "../h.mjs";
import { inBlocks } from "./blocks.mjs";
import { sourcedList } from "./sourced.mjs";
import { placeButton, sourceLinks } from "./links.mjs";
import { aside, paragraph } from "./parts.mjs";

const FLOWS = ["arrived", "left", "killed", "missing"];

/**
 * Balances, one below the other; nothing for none.
 * @param {object} tell from `reader`
 * @param {object[]} balances of the payload's ledger
 * @param {(balance: object) => *} title what each is headed with
 * @param {"H4"|"H5"} level of that heading
 */
export function balanceList(tell, balances, title = (balance) => placeButton(tell, balance.place), level = "H4") {
  const known = new Map(balances.map((balance) => [balanceKey(balance), balance]));
  const rows = inBlocks(tell, [...known.keys()], (key) => balanceSection(tell, known.get(key), title, level), { as: "balance", tag: "Section", height: 260, first: 8 });
  return balances.length > 0 && h("Div", { className: "balances" }, rows);
}

function balanceKey({ place, year }) {
  return `${place}|${year}`;
}

/** A balance of the ledger by its place and year, as a list names it. */
export function balanceOf(tell, key) {
  const balance = tell.story.ledger.find((it) => balanceKey(it) === key);
  return balanceSection(tell, balance, ({ place }) => placeButton(tell, place), "H4");
}

function balanceSection(tell, balance, title, level) {
  return h("Section", { className: "balance" },
    h(level, { className: "balance-title" }, title(balance)),
    h("Dl", { className: "balance-figures" },
      cell(tell.t("ledger.opening"), stock(tell, balance.opening)),
      FLOWS.filter((name) => name !== "missing" || balance[name].length).map((name) =>
        cell(tell.t(`ledger.${name}`), flowInWords(tell, balance[name]))),
      cell(tell.t("ledger.closing"), stock(tell, balance.closing)),
      cell(tell.t("ledger.unaccounted"), unaccountedInWords(tell, balance), "unaccounted")),
    remarks(tell, balance).map((words) => paragraph(words, "remark")),
    h("Details", null,
      h("Summary", { "aria-label": tell.t("panel.claim", { who: tell.place(balance.place), words: tell.t("ledger.made_of") }) }, tell.t("ledger.made_of")),
      partsOf(tell, balance)));
}

/** Whether a balance has anything to hold against each other. */
export function isTied({ unaccounted }) {
  return unaccounted !== null;
}

const EXACT = ["", "exact", "bodies counted"];
const OPEN = ["at least", "more than", "so far"]; // words that leave a figure open upwards

/** "20–123 fewer than expected", "about 1 more", "nothing", or why it cannot be said. */
export function unaccountedInWords(tell, { unaccounted, counted, approximate }) {
  const { t } = tell;
  if (!unaccounted) return h("Span", { className: "in-words" }, t(counted ? "ledger.no_opening" : "ledger.no_count"));
  const { best, low, high } = unaccounted;
  const words = best === null ? range(tell, low, high) : difference(tell, best);
  const eitherWay = best === null && low < 0 && high > 0;
  const said = !approximate || eitherWay ? words : best === 0 ? t("ledger.nothing_about") : t("qualifier.about", { figure: words });
  return [h("Span", { className: "amount" }, said), best !== null && low !== high && aside(range(tell, low, high))];
}

function cell(word, meaning, className) {
  return h("Div", { className }, h("Dt", null, word), h("Dd", null, meaning));
}

function stock(tell, { state, best, low, high, qualifier, date }) {
  const { t } = tell;
  if (state === "unknown") return h("Span", { className: "in-words" }, t("count.not_known"));
  const when = date && aside(tell.date(date));
  if (state === "nobody") return [tell.number(0), when || aside(t("ledger.not_open"))];
  return [tell.count({ best, low, high, qualifier }), when];
}

/** The sum of flows; where one of them is a range only, the sum is a range. */
function flowInWords(tell, flows) {
  if (!flows.length) return h("Span", { className: "nothing" }, "–");
  const sum = (name) => flows.reduce((all, flow) => all + flow[name], 0);
  const [low, high] = [sum("low"), sum("high")];
  const best = flows.every((flow) => flow.best !== null) ? sum("best") : null;
  const figure = best === null ? tell.span({ low, high }) : tell.number(best);
  return [qualified(tell, figure, flows), best !== null && low !== high && aside(tell.span({ low, high }))];
}

/** A sum with a figure in it that is open upwards is so too; one with a round figure is round. */
function qualified({ t }, figure, flows) {
  const words = flows.flatMap(({ qualifier }) => qualifier.split("; "));
  if (words.some((word) => OPEN.includes(word))) return t("qualifier.at_least", { figure });
  return words.every((word) => EXACT.includes(word)) ? figure : t("qualifier.about", { figure });
}

function difference({ t, number }, n) {
  if (n === 0) return t("ledger.nothing");
  return t(n < 0 ? "ledger.fewer" : "ledger.more", { figure: number(Math.abs(n)) });
}

function range(tell, low, high) {
  if (low >= 0) return low === high ? difference(tell, low) : tell.t("ledger.more", { figure: tell.span({ low, high }) });
  if (high <= 0) return low === high ? difference(tell, low) : tell.t("ledger.fewer", { figure: tell.span({ low: Math.abs(high), high: Math.abs(low) }) });
  return tell.t("ledger.either", { fewer: tell.number(-low), more: tell.number(high) });
}

/** What the sum leaves out, and why. */
function remarks(tell, { unknown, undivided, after, counted, opening, closing }) {
  const { t } = tell;
  return [
    !counted && closing.state === "known" && t("ledger.carried", { date: tell.date(closing.date) }),
    counted && opening.state === "unknown" && t("ledger.opening_unknown"),
    unknown.length > 0 && t("ledger.unknown", { count: unknown.length }),
    undivided.length > 0 && t("ledger.undivided", { count: undivided.length }),
    after.length > 0 && t("ledger.after", { count: after.length }),
  ].filter(Boolean);
}

/** Everything the figures of a balance are made of: counts with their sources, relocations and attacks as entries. */
function partsOf(tell, balance) {
  const { t, story } = tell;
  const counts = [...balance.opening.counts, ...balance.closing.counts];
  const known = story.places[balance.place].counts.filter(({ id }) => counts.includes(id));
  const named = [...FLOWS.map((name) => [name, balance[name].map(({ ref }) => ref)]),
    ["unknown_list", balance.unknown], ["undivided_list", balance.undivided], ["after_list", balance.after]];
  return [
    known.length > 0 && h("Ul", { className: "plain" }, known.map((count) =>
      h("Li", null, `${tell.date(count.date)}: ${tell.count(count)}`, aside(count.description), sourceLinks(tell, count.sources)))),
    named.filter(([, refs]) => refs.length).map(([name, refs]) =>
      [h("P", { className: "made-of" }, t(`ledger.${name}`)), sourcedList(tell, refs, name === "missing" ? name : "killed")]),
  ];
}

// One statement of the founding article beside what the sources say. Pure.
import { h } from "../h.mjs";
import { killedInWords } from "./entries.mjs";
import { placeButton, refButton } from "./links.mjs";
import { heading, paragraph, rows, section, sourceList } from "./parts.mjs";
import { refParts } from "./reader.mjs";
import { totalList, totalsOfCheck } from "./totals.mjs";

/** The page of a check. */
export function checkPage(tell, check) {
  const { t } = tell;
  const elsewhere = check.place && `place:${check.place}` !== check.select;
  return [
    heading(tell, { eyebrow: t("panel.check_paragraph", { paragraph: check.paragraph }), title: check.statement }),
    h("P", { className: "verdict-line" }, h("Span", { className: "verdict" }, check.verdict)),
    section(t("panel.check_finding"), paragraph(check.finding, "prose")),
    besideTheSum(tell, check),
    section(t("panel.totals_given"), totalList(tell, totalsOfCheck(tell.story, check))),
    rows([
      [t("panel.check_about"), subject(tell, check)],
      [t("panel.place"), elsewhere && placeButton(tell, check.place)],
    ]),
    sourceList(tell, check.sources),
  ];
}

/** The article's total beside what the estimates of the attacks it speaks of add up to. */
function besideTheSum(tell, { claim, sum, metric }) {
  if (!sum) return null;
  const { t } = tell;
  const { best, low, high, attacks } = sum;
  const known = Number.isFinite(best);
  const what = t(`panel.counts_${metric ?? "killed"}`);
  return section(t("panel.sum_title"),
    h("Div", { className: "beside" },
      claim && numbered(tell.count(claim), t("panel.sum_article")),
      numbered(known ? tell.number(best) : t("panel.not_known"), t("panel.sum_atlas"))),
    paragraph(t(known ? "panel.sum" : "panel.sum_unknown", {
      count: attacks.length, metric: what, best: tell.number(best), low: tell.number(low), high: tell.number(high),
    }), "prose"),
    sum.atLeast && paragraph(t("panel.year_at_least"), "remark"),
    sum.unknown > 0 && paragraph(t("panel.sum_without", { count: sum.unknown }), "remark"),
    h("Ul", { className: "entries summed" }, attacks.map((id) => summed(tell, id))));
}

function numbered(number, words) {
  return h("P", null, h("Span", { className: "amount" }, number), h("Span", { className: "counts" }, words));
}

function summed(tell, id) {
  const attack = tell.story.attacks[id];
  return attack && h("Li", null, h("Button", { type: "button", className: "entry", "data-id": `attack:${id}` },
    h("Span", { className: "entry-words" },
      h("Span", { className: "entry-when" }, tell.date(attack.date)),
      h("Span", { className: "entry-figure" }, killedInWords(tell, attack)))));
}

function subject(tell, { select }) {
  if (!select) return null;
  const { kind, id } = refParts(select);
  if (kind === "place") return placeButton(tell, id);
  const row = tell.story[{ attack: "attacks", relocation: "relocations", context: "context" }[kind]]?.[id];
  return row && refButton(select, row.title);
}

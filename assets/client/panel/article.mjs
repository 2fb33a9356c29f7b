// The founding article, checked: every statement in its order, its totals beside the atlas's own sums, and what is disputed. Pure.
import { h } from "../h.mjs";
import { placeButton, refButton, sourceLinks } from "./links.mjs";
import { heading, paragraph, section } from "./parts.mjs";
import { refParts } from "./reader.mjs";
import { sourcedList } from "./sourced.mjs";
import { articleFigure, sumInWords } from "./sums.mjs";

/** The page. */
export function articlePage(tell) {
  const { t, story } = tell;
  const checks = Object.values(story.checks);
  const paragraphs = [...new Set(checks.map(({ paragraph: number }) => number))];
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("page.article") }),
    checks.length > 0 && paragraph(t("article.intro", { count: checks.length }), "prose"),
    section(t("article.totals"), totals(tell, checks.filter(({ sum }) => sum)), paragraph(t("article.totals_note"), "remark")),
    paragraphs.map((number) => section(t("article.paragraph", { paragraph: number }),
      checks.filter((check) => check.paragraph === number).map((check) => statement(tell, check)))),
    section(t("panel.disputes"), paragraph(t("article.disputes_note"), "remark"),
      Object.values(story.controversies).map((dispute) => disputed(tell, dispute))),
  ];
}

/** The article's figures beside what the atlas's own claims add up to. */
function totals(tell, checks) {
  const { t } = tell;
  return checks.length > 0 && h("Table", { className: "article-totals" },
    h("Caption", { className: "unseen" }, t("article.totals")),
    h("Thead", null, h("Tr", null, ["article.what", "panel.sum_article", "panel.sum_atlas"].map((key) => h("Th", { scope: "col" }, t(key))))),
    h("Tbody", null, checks.map((check) => h("Tr", null,
      h("Th", { scope: "row" }, refButton(`check:${check.id}`, check.statement)),
      h("Td", { className: "amounts" }, articleFigure(tell, check)),
      h("Td", { className: "amounts" }, sumInWords(tell, check), summed(tell, check))))));
}

/** The attacks of a sum, each with the sources of its figure. */
function summed(tell, { statement: said, sum, metric }) {
  const { t } = tell;
  return h("Details", { className: "summed-up" },
    h("Summary", { "aria-label": t("panel.claim", { who: said, words: t("ledger.made_of") }) }, t("ledger.made_of")),
    sourcedList(tell, sum.attacks.map((id) => `attack:${id}`), metric ?? "killed"));
}

function statement(tell, check) {
  const { t } = tell;
  return h("Article", { className: "statement" },
    h("H4", null, refButton(`check:${check.id}`, check.statement)),
    h("P", { className: "verdict" }, check.verdict),
    h("P", { className: "finding" }, check.finding),
    check.sum && h("P", { className: "sums" },
      t("article.beside", { article: articleFigure(tell, check) }), " ", sumInWords(tell, check)),
    check.sum && summed(tell, check),
    h("P", { className: "onward" }, onward(tell, check), sourceLinks(tell, check.sources)));
}

/** Its year and its place: what is selected there shows on the map. */
function onward(tell, { id, year, place, select }) {
  const { story } = tell;
  const { kind, id: named } = refParts(select ?? "");
  const subject = story[{ attack: "attacks", relocation: "relocations" }[kind]]?.[named]?.title;
  return h("Span", { className: "ways-on" },
    year !== null && h("Button", { type: "button", className: "ref", "data-year": String(year) }, tell.year(year)),
    place && placeButton(tell, place),
    subject && refButton(select, subject),
    year === null && !place && refButton(`check:${id}`, tell.t("article.no_place")));
}

function disputed(tell, { id, topic, claim, claimedBy, reply, repliedBy, sources }) {
  const { t } = tell;
  return h("Article", { id: `controversy-${id}`, className: "statement" },
    h("H4", null, topic),
    h("Dl", { className: "rows" },
      h("Div", null, h("Dt", null, claimedBy), h("Dd", null, claim)),
      h("Div", null, h("Dt", null, t("article.reply", { who: repliedBy })), h("Dd", null, reply))),
    h("P", { className: "onward" }, sourceLinks(tell, sources)));
}

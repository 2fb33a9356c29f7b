// A source: what it is, how it is found, and everything in the atlas that rests on it. Pure.
import { h } from "../h.mjs";
import { copyButton } from "./copy_button.mjs";
import { refButton } from "./links.mjs";
import { heading, paragraph, rows, section } from "./parts.mjs";
import { restCount, restGroups } from "./resting.mjs";

const WEB = /^https?:\/\//i;

/** The page of a source. */
export function sourcePage(tell, source) {
  const { t } = tell;
  const missing = (words) => h("Span", { className: "missing" }, t(words));
  const count = restCount(tell, source);
  return [
    heading(tell, {
      eyebrow: [refButton("page:sources", t("page.sources")), " · ", t("panel.source")], title: source.title,
      below: tell.all([source.publisher, tell.sourceDate(source) || t("panel.undated")]),
    }),
    h("P", { className: "source-ways" }, openLink(tell, source), h("Button", { type: "button", id: "cite-source", className: "plain-button" }, t("source.cite"))),
    rows([
      [t("panel.source_type"), tell.kind(source.type)],
      [t("panel.source_reliability"), source.reliability || missing("source.not_recorded")],
      [t("source.address"), address(source.url) ?? missing("source.not_on_web")],
      [t("source.archived"), address(source.archived) ?? missing("source.not_recorded")],
      [t("source.checked"), source.checked ? tell.date(source.checked) : missing("source.not_recorded")],
    ]),
    section(t("source.find"), search(tell, source)),
    section(t("source.rests", { count }), restGroups(tell, source), source.resting > 0 && paragraph(t("source.long"), "remark"), count === 0 && paragraph(t("panel.rests_nothing"), "remark")),
  ];
}

function openLink({ t }, { url, title, publisher }) {
  return WEB.test(url ?? "") && h("A", {
    className: "plain-button", href: url, target: "_blank", rel: "noopener", "aria-label": t("panel.source_opens", { label: t("source.open"), title: `${publisher}, ${title}` }),
  }, t("source.open"), h("Span", { className: "out", "aria-hidden": "true" }, " ↗"));
}

/** An address as it is, for who wants to see where a link leads or to copy it. */
function address(url) {
  return WEB.test(url ?? "") ? h("A", { className: "address", href: url, target: "_blank", rel: "noopener", dir: "ltr" }, url) : null;
}

/** What is enough to find a source again: nothing is asked of anybody, the words are there to be copied. */
function search(tell, source) {
  const { t } = tell;
  const date = tell.sourceDate(source);
  return [
    paragraph(t(WEB.test(source.url ?? "") ? "source.find_dead" : "source.find_unlinked"), "remark"),
    h("P", { className: "search-for" }, h("Span", { className: "word" }, t("source.search_for")), " ",
      h("Span", { id: "source-words", className: "copyable" }, t(date ? "source.words" : "source.words_undated", { ...source, date })), " ",
      copyButton(t, "source-words", t("source.search_words"))),
  ];
}

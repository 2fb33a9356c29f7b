// Sources as entries of a list: publisher, title, date, type, and how much rests on each. Pure.
import { h } from "../h.mjs";
import { restCount } from "./resting.mjs";

const WEB = /^https?:\/\//i;

/** One entry for each source, leading to it. @param {object} tell from `reader` */
export function sourceRows(tell, sources) {
  return sources.map((source) => h("Li", null, row(tell, source)));
}

function row(tell, source) {
  const { t } = tell;
  const count = restCount(tell, source);
  return h("Button", { type: "button", id: `row-${source.id}`, className: "entry source-row", "data-id": `source:${source.id}` },
    h("Span", { className: "entry-words" },
      h("Span", { className: "entry-title" }, source.title),
      h("Span", { className: "entry-figure" }, source.publisher)),
    h("Span", { className: "source-facts" },
      h("Span", null, tell.sourceDate(source) || t("panel.undated")),
      h("Span", null, tell.kind(source.type)),
      !WEB.test(source.url ?? "") && h("Span", null, t("source.not_on_web")),
      WEB.test(source.archived ?? "") && h("Span", null, t("sources.has_copy"))),
    h("Span", { className: "source-rests" }, t("sources.rests", { count })));
}

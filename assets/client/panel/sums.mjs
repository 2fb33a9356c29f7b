// A figure of the article, and what the atlas's own claims give for the same. Pure.
import { h } from "../h.mjs";
import { aside } from "./parts.mjs";

/** The figure as the article gives it: "47", "almost 1,000". */
export function articleFigure(tell, { claim, figure }) {
  return claim ? tell.count(claim) : tell.number(figure);
}

/** "45", with its range and what is not in it. */
export function sumInWords(tell, { sum, metric }) {
  const { t } = tell;
  const { best, low, high, atLeast, unknown } = sum;
  if (!Number.isFinite(best)) return t("panel.not_known");
  const what = t(`article.sum_${metric}`, { count: best });
  const figure = atLeast ? t("qualifier.at_least", { figure: what }) : what;
  return [
    h("Span", { className: "sum" }, figure),
    low !== high && aside(t("panel.range", { range: tell.span({ low, high }) })),
    unknown > 0 && aside(t("panel.sum_without", { count: unknown })),
  ];
}

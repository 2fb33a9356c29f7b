// Best, low and high on the plots of an attack: a line and a band, in words where they stand, and in the legend. Pure.
import { h } from "../h.mjs";
import { share } from "./axis.mjs";
import { formOf } from "./claims.mjs";

/** The form of a dot → what the legend says of it. */
const SIGNS = {
  solid: "panel.plot_last", hollow: "panel.plot_superseded", square: "panel.plot_not_counted", crossed: "panel.plot_set_aside",
};

/** The band from low to high and the line at best, behind the dots of a row. */
export function bestLine({ estimates }, { metric, group }, scale) {
  const { best, low, high } = estimates[metric]?.[group] ?? {};
  return [
    Number.isFinite(low) && high > low
      && h("Span", { className: "band", style: { insetInlineStart: share(low, scale), inlineSize: share(high - low, scale) } }),
    Number.isFinite(best) && h("Span", { className: "best-line", style: { insetInlineStart: share(best, scale) } }),
  ];
}

/**
 * "best 52 · range 47–53" above its line, and never out of the axis: it stands at that part of its own length at which
 * the line stands on the axis.
 */
export function bestWords(tell, estimate, scale) {
  const { t } = tell;
  if (!estimate) return h("Span", { className: "best-words" }, h("Span", null, t("panel.plot_no_estimate")));
  const { best, low, high, qualifier, basis } = estimate;
  const known = Number.isFinite(best);
  const at = (known ? best : (low + high) / 2) / scale.max;
  const words = known ? t("panel.plot_at_best", { figure: tell.count({ best, qualifier }) }) : t(basis === "disputed" ? "panel.disputed" : "panel.plot_no_best");
  return h("Span", { className: "best-words", style: { "--before": at, "--after": 1 - at } },
    h("Span", null, h("Strong", null, words), low !== high && [" ", h("Span", { className: "range" }, t("panel.plot_at_range", { range: tell.span(estimate) }))]));
}

/** What the signs on the plots of an attack mean: those that are there. */
export function legend(t, { claims, estimates }) {
  const forms = new Set(claims.map(formOf));
  const made = Object.values(estimates).flatMap((groups) => Object.values(groups));
  const sign = (className, key) => h("Span", { className: "sign" }, h("Span", { className, "aria-hidden": "true" }), t(key));
  return [
    Object.keys(SIGNS).filter((form) => forms.has(form)).map((form) => sign(`dot ${form}`, SIGNS[form])),
    made.some(({ best }) => Number.isFinite(best)) && sign("best-line", "panel.plot_best"),
    made.some(({ low, high }) => low !== high) && sign("band", "panel.plot_band"),
  ];
}

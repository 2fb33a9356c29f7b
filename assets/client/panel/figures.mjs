// The figures of an attack: best estimate large, with range and basis; those of other people below. Pure.
import { h } from "../h.mjs";
import { amount, figure, rows } from "./parts.mjs";

const METRICS = ["killed", "wounded", "missing", "detained"];

/** What is said of the people of the story, large; killed even when nobody gives a figure. */
export function attackFigures(tell, attack) {
  const shown = METRICS.filter((metric) => metric === "killed" || attack.estimates[metric]?.story);
  return h("Div", { className: "figures" }, shown.map((metric) => estimateFigure(tell, attack, metric)));
}

/** In small figures: wounded when nobody gives a figure; Iraqi forces, civilians and others ("3 killed, according to AFP"). */
export function otherFigures(tell, { estimates }) {
  const { t } = tell;
  const groups = [...new Set(METRICS.flatMap((metric) => Object.keys(estimates[metric] ?? {})))].filter((group) => group !== "story");
  return rows([
    [t("panel.metric_wounded"), !estimates.wounded?.story && tell.all([t("panel.not_known"), t("panel.no_claim")])],
    ...groups.map((group) => [tell.kind(group), METRICS.filter((metric) => estimates[metric]?.[group])
      .map((metric) => h("Span", { className: "small-figure" }, smallFigure(tell, metric, estimates[metric][group])))]),
  ], "rows others");
}

/** Where a best figure comes from: "by the UN’s word", "according to PMOI" … */
export function basisInWords(tell, { basis, speakers }) {
  return tell.t(`panel.basis_${basis}`, { who: tell.speakers(speakers ?? []) });
}

function estimateFigure(tell, { estimates, claims }, metric) {
  const { t } = tell;
  const estimate = estimates[metric]?.story;
  if (!estimate) return figure(amount(t("panel.not_known")), t(`panel.counts_${metric}`), t("panel.no_claim"));
  const { best, qualifier } = estimate;
  const known = Number.isFinite(best);
  return figure(
    known ? amount(tell.count({ best, qualifier }), tell.number(best)) : amount(t("panel.disputed")),
    t(known ? `panel.counts_best_${metric}` : `panel.counts_${metric}`),
    rangeInWords(tell, estimate, claims.filter((claim) => claim.metric === metric && claim.group === "story")),
    basisInWords(tell, estimate),
  );
}

/** "47–53 in the sources"; where there is no range, whether one source speaks or several agree. */
function rangeInWords(tell, estimate, claims) {
  if (estimate.low !== estimate.high) return tell.t("panel.range", { range: tell.span(estimate) });
  const speakers = new Set(claims.filter(({ standing }) => standing === "last word").flatMap((claim) => claim.speakers));
  return tell.t(speakers.size > 1 ? "panel.range_agreed" : "panel.range_single");
}

function smallFigure(tell, metric, estimate) {
  const { t } = tell;
  const { best, low, high, qualifier } = estimate;
  const words = t(`panel.small_${metric}`, { figure: Number.isFinite(best) ? tell.count({ best, qualifier }) : t("panel.disputed") });
  const range = low !== high && t("panel.range", { range: tell.span(estimate) });
  return tell.all([words, range, basisInWords(tell, estimate)]);
}

// Every claim of one figure as a dot on a common axis, one row for each kind of source or named party. Pure.
import { h } from "../h.mjs";
import { axis, share } from "./axis.mjs";
import { claimInWords, countedWords, formOf, rowOf } from "./claims.mjs";

const NEAR = 5.5; // % of the axis: dots nearer than this would cover each other
const LANE = 13; // px, the height that one lane of dots takes
const PADDING = 8; // px, of a row

/**
 * The plots of an attack, those that compare something: claims of killed, and of others where they differ.
 * @param {object} tell from `reader`
 * @param {object} attack
 * @param {{metric: string, group: string, claims: object[]}[]} groups from `claimGroups`
 */
export function dotPlots(tell, attack, groups) {
  const plots = groups.map((counted) => dotPlot(tell, attack, counted)).filter(Boolean);
  return plots.length ? [plots, h("P", { className: "legend-line" }, legend(tell.t))] : null;
}

function dotPlot(tell, attack, counted) {
  const dots = counted.claims.map((claim) => ({ claim, ...extent(claim) })).filter(({ high }) => Number.isFinite(high));
  const estimate = attack.estimates[counted.metric]?.[counted.group] ?? {};
  const top = Math.max(...dots.map(({ high }) => high));
  const differ = dots.some(({ low, high }) => low !== dots[0].low || high !== dots[0].high);
  if (dots.length < 2 || top <= 0 || !(differ || counted.metric === "killed")) return null;
  const scale = axis(top);
  const { t } = tell;
  const what = countedWords(tell, counted);
  return h("Figure", { className: "dotplot" },
    h("Div", { role: "img", "aria-label": t("panel.plot_name", { what, count: dots.length }) },
      plotRows(tell, dots).map((row) => h("Div", { className: "dot-row", style: { minBlockSize: `${row.lanes * LANE + PADDING}px` } },
        h("Span", { className: "dot-label" }, row.label),
        h("Span", { className: "dot-track" }, spread(estimate, scale), row.dots.map((dot) => dotOf(tell, dot, row.lanes, scale))))),
      h("Div", { className: "dot-row axis" }, h("Span", { className: "dot-label" }, what),
        h("Span", { className: "dot-track" }, scale.ticks.map((tick) =>
          h("Span", { className: "tick", style: { insetInlineStart: share(tick, scale) } }, tell.number(tick)))))));
}

/** A figure without a range is as long as a point. */
function extent({ value, low, high }) {
  return { low: value ?? low ?? high, high: value ?? high ?? low };
}

/** The rows of the plot, each with its label and its dots in lanes; a claim of two speakers stands in the row of each. */
export function plotRows(tell, dots) {
  const { story } = tell;
  const rows = new Map();
  for (const dot of dots) {
    for (const speaker of dot.claim.speakers) {
      const key = rowOf(story, speaker);
      const row = rows.get(key) ?? rows.set(key, { key, speakers: new Set(), dots: [] }).get(key);
      row.speakers.add(speaker);
      row.dots.push(dot);
    }
  }
  const top = Math.max(...dots.map(({ high }) => high));
  return [...rows.values()].map((row) => ({ ...row, ...inLanes(row.dots, axis(top)), label: labelOf(tell, row) }));
}

function labelOf(tell, { key, speakers }) {
  return speakers.size > 1 ? tell.t(`panel.speakers_${key}`) : tell.speaker([...speakers][0]);
}

/** Dots at or near the same figure are stacked, so that none hides another. */
function inLanes(dots, scale) {
  const ends = [];
  const placed = [...dots].sort((a, b) => a.low - b.low).map((dot) => {
    const start = (dot.low / scale.max) * 100;
    const free = ends.findIndex((end) => start - end >= NEAR);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = (dot.high / scale.max) * 100;
    return { ...dot, lane };
  });
  return { dots: placed, lanes: ends.length };
}

function dotOf(tell, { claim, low, high, lane }, lanes, scale) {
  const insetBlockStart = `calc(50% + ${(lane - (lanes - 1) / 2) * LANE}px)`;
  const width = low === high ? {} : { inlineSize: `calc(${share(high - low, scale)} + 10px)` };
  const style = { insetInlineStart: share(low, scale), insetBlockStart, ...width };
  return h("Span", { className: `dot ${formOf(claim)}`, "data-claim": claim.id, title: claimInWords(tell, claim), style });
}

/** The band from low to high and the line at best, behind the dots of every row. */
function spread({ best, low, high }, scale) {
  return [
    Number.isFinite(low) && high > low
      && h("Span", { className: "band", style: { insetInlineStart: share(low, scale), inlineSize: share(high - low, scale) } }),
    Number.isFinite(best) && h("Span", { className: "best-line", style: { insetInlineStart: share(best, scale) } }),
  ];
}

/** What the signs of the plots mean, said once. */
function legend(t) {
  const sign = (className, key) => h("Span", { className: "sign" }, h("Span", { className, "aria-hidden": "true" }), t(key));
  return [
    sign("dot solid", "panel.plot_last"), sign("dot hollow", "panel.plot_not_counted"), sign("dot crossed", "panel.plot_set_aside"),
    sign("best-line", "panel.plot_best"), sign("band", "panel.plot_band"),
  ];
}

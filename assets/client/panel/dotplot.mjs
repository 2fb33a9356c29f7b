// Every claim of an attack as a dot: a figure for each metric, in it a block for each group of people, in that a row for
// each speaker. A dot is a button that leads to its source. Pure; `claim_dots.mjs` gives the dots their keys.
import { h } from "../h.mjs";
import { axis, share } from "./axis.mjs";
import { claimInWords, formOf, reasonInWords } from "./claims.mjs";
import { claimLines, lineId, toldFirst } from "./claim_lines.mjs";
import { dotRows, topOf } from "./dot_rows.mjs";
import { bestLine, bestWords, legend } from "./estimate_marks.mjs";
import { aside } from "./parts.mjs";
import { sideInWords } from "./speaking.mjs";

const LANE = 24; // px, the height of a lane of dots: the least that a finger or an unsteady hand needs

/** The id of what explains the plots in words. */
export const EXPLAINED = "plots-explained";

/**
 * The plots of an attack.
 * @param {object} tell from `reader`
 * @param {object} attack
 * @param {import("./claims.mjs").Counted[]} groups from `claimGroups`
 */
export function dotPlots(tell, attack, groups) {
  const metrics = [...new Set(groups.map(({ metric }) => metric))];
  return [
    h("P", { className: "legend-line" }, legend(tell.t, attack)),
    metrics.map((metric) => figureOf(tell, attack, metric, groups.filter((it) => it.metric === metric))),
  ];
}

function figureOf(tell, attack, metric, groups) {
  const { t } = tell;
  const claims = groups.flatMap((it) => it.claims);
  const scale = axis(topOf(claims));
  const what = t(`panel.metric_${metric}`);
  const blocks = groups.map((counted) => ({ counted, rows: dotRows(tell, attack, counted.claims, scale) }));
  const dots = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.dots));
  const told = toldFirst(attack, claims);
  const entry = dots.find(({ claim }) => claim === told) ?? dots[0]; // one stop of the Tab key for all dots of a figure
  const marked = { scale, told, entry };
  return h("Figure", { className: "dotplot" },
    h("Div", { role: "group", "aria-label": t("panel.plot_name", { what, count: claims.length }), "aria-describedby": EXPLAINED, "data-roving": "" },
      blocks.map(({ counted, rows }, index) => [
        blockHead(tell, attack, counted, index === 0 ? what : "", groups.length > 1 || counted.group !== "story", scale),
        rows.map((row) => [row.first && kindRow(tell, attack, counted, row, scale), dotRow(tell, attack, counted, row, marked)]),
      ]),
      axisRow(tell, scale)),
    claimLines(tell, attack, claims));
}

/** What a block counts, and its best figure and range in words where they stand on the axis. */
function blockHead(tell, attack, { metric, group }, title, named, scale) {
  const estimate = attack.estimates[metric]?.[group];
  return h("Div", { className: "dot-row block-head" },
    h("Span", { className: "dot-label" }, title && h("Strong", null, title), named && h("Span", { className: "group-name" }, tell.kind(group))),
    h("Span", { className: "dot-track" }, bestWords(tell, estimate, scale)));
}

function kindRow(tell, attack, counted, { kind }, scale) {
  return h("Div", { className: "dot-row kind-row" },
    h("Span", { className: "dot-label" }, tell.t(`panel.speakers_${kind}`)),
    h("Span", { className: "dot-track" }, bestLine(attack, counted, scale)));
}

function dotRow(tell, attack, counted, row, marked) {
  return h("Div", { className: "dot-row", "data-row": "", style: { minBlockSize: `${row.lanes * LANE}px` } },
    h("Span", { className: "dot-label" }, tell.speaker(row.speaker), aside(sideInWords(tell, attack, row.speaker))),
    h("Span", { className: "dot-track" },
      bestLine(attack, counted, marked.scale), row.dots.map((dot) => dotOf(tell, attack, row, dot, marked))));
}

function axisRow(tell, scale) {
  return h("Div", { className: "dot-row axis", "aria-hidden": "true" }, h("Span", { className: "dot-label" }),
    h("Span", { className: "dot-track" }, scale.ticks.map((tick) =>
      h("Span", { className: "tick", style: { insetInlineStart: share(tick, scale) } }, tell.number(tick)))));
}

function dotOf(tell, attack, { speaker, lanes }, dot, { scale, told, entry }) {
  const { claim, low, high, lane } = dot;
  const source = claim.sources.find((id) => tell.story.sources[id]);
  const style = { insetInlineStart: share(low, scale), insetBlockStart: `calc(50% + ${(lane - (lanes - 1) / 2) * LANE}px)` };
  if (low !== high) style.inlineSize = `calc(${share(high - low, scale)} + ${LANE}px)`;
  return h("Button", {
    type: "button", id: `dot-${claim.id}-${speaker}`, className: `claim-dot${claim === told ? " told" : ""}`, style,
    tabIndex: dot === entry ? 0 : -1, "aria-label": dotName(tell, attack, claim),
    "data-id": source && `source:${source}`, "data-claim": claim.id, "data-figure": low, "data-line": lineId(claim),
  }, h("Span", { className: `dot ${formOf(claim)}` }));
}

/** A dot in words, as its line has them: who, how many, when, how it counts, why, and the note. */
function dotName(tell, attack, claim) {
  const sentences = [claimInWords(tell, attack, claim), reasonInWords(tell, attack, claim), claim.note].filter(Boolean);
  return sentences.map((it) => (/\p{P}$/u.test(it) ? it : `${it}.`)).join(" ");
}

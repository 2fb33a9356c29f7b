// How many people were counted at a place: every count as a point at its date, and all of them in a table. Pure.
import { h } from "../h.mjs";
import { axis, share, yearTicks } from "./axis.mjs";
import { sourceLinks } from "./links.mjs";
import { aside } from "./parts.mjs";

const COLUMNS = ["panel.counts_date", "panel.counts_number", "panel.counts_what"];

/** The counts of people present over time; nothing is drawn between them. Nothing at all for fewer than two. */
export function presenceChart(tell, place) {
  const points = place.counts.filter((count) => count.present && count.date.from !== null && top(count) !== null);
  if (points.length < 2) return null;
  const { t } = tell;
  const scale = axis(Math.max(...points.map(top), 1));
  const [from, to] = span(points);
  const wide = (years) => share(years, { max: to - from });
  return h("Figure", { className: "counts-chart" },
    h("Div", { role: "img", "aria-label": t("panel.chart_name", { place: tell.place(place.id), count: points.length }) },
      h("Div", { className: "plot" },
        scale.ticks.map((tick) => h("Span", { className: "level", style: { insetBlockEnd: share(tick, scale) } },
          h("Span", null, tell.number(tick)))),
        points.map((count) => pointOf(tell, count, scale, from, wide))),
      h("Div", { className: "years" }, yearTicks(from, to).map((year) =>
        h("Span", { className: "tick", style: { insetInlineStart: wide(year - from) } }, tell.year(year))))),
    h("Figcaption", null, t("panel.chart_note")));
}

/** Every count of a place, those set aside with the reason, those that count something else with what they count. */
export function countTable(tell, place) {
  const { t } = tell;
  return h("Table", { className: "counts-table" },
    h("Caption", { className: "unseen" }, t("panel.counts_caption", { place: tell.place(place.id) })),
    h("Thead", null, h("Tr", null, COLUMNS.map((key) => h("Th", { scope: "col" }, t(key))))),
    h("Tbody", null, place.counts.map((count) => countRow(tell, place, count))));
}

function countRow(tell, place, count) {
  const { t } = tell;
  return h("Tr", { id: `presence-${count.id}`, className: isCounted(count) ? null : "uncounted" },
    h("Th", { scope: "row" }, tell.date(count.date)),
    h("Td", { className: "amounts" }, tell.count(count)),
    h("Td", null, h("Span", null, count.description),
      aside(count.place !== place.id && t("panel.counted_for", { place: tell.place(count.place) })),
      aside(!count.present && t("panel.measure", { measure: tell.kind(count.measure) })),
      aside(count.status !== "counted"
        ? t("panel.set_aside_because", { reason: count.reason })
        : count.rank === null && t("panel.standing_shown_not_counted")),
      aside(count.note),
      sourceLinks(tell, count.sources)));
}

function pointOf(tell, count, scale, origin, wide) {
  const low = count.low ?? count.people ?? count.high;
  const high = top(count);
  const start = count.date.from;
  const end = count.date.to ?? start;
  const middle = wide((start + end) / 2 - origin);
  const whisker = { insetInlineStart: middle, insetBlockEnd: share(low, scale), blockSize: share(high - low, scale) };
  const point = {
    insetInlineStart: wide(start - origin),
    inlineSize: `calc(${wide(end - start)} + 7px)`, // a date known to the month or the year is as wide as that
    insetBlockEnd: share(count.people ?? (low + high) / 2, scale),
  };
  const title = `${tell.date(count.date)}: ${tell.count(count)}`;
  return [
    low !== high && h("Span", { className: "whisker", style: whisker }),
    h("Span", { className: `point${isCounted(count) ? "" : " uncounted"}`, title, style: point }),
  ];
}

function isCounted({ status, rank, present }) {
  return status === "counted" && rank !== null && present;
}

function top({ people, low, high }) {
  return high ?? people ?? low ?? null;
}

function span(points) {
  const from = Math.floor(Math.min(...points.map(({ date }) => date.from)));
  const to = Math.ceil(Math.max(...points.map(({ date }) => date.to ?? date.from)));
  return [from, Math.max(to, from + 1)];
}

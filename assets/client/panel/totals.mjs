// Totals over several attacks, as their speakers give them: shown, never an estimate's ground. Pure.
import { h } from "../h.mjs";
import { sourceLinks } from "./links.mjs";
import { aside } from "./parts.mjs";

/** Totals as rows: the figure, what it covers, who gives it and where; nothing for none. */
export function totalList(tell, totals) {
  return totals.length > 0 && h("Dl", { className: "rows totals" }, totals.map((total) => h("Div", null,
    h("Dt", null, tell.count(total), aside(tell.t(`panel.total_${total.metric}`))),
    h("Dd", null, total.scope,
      aside(tell.all([tell.speakers(total.speakers), total.spokenBy, total.reportDate && tell.date(total.reportDate)])),
      aside(total.note),
      sourceLinks(tell, total.sources, total.reportDate)))));
}

/** The total that a check is about, and those that others give for the same. */
export function totalsOfCheck({ totals = {} }, { claim }) {
  return claim ? Object.values(totals).filter(({ metric, scope }) => metric === claim.metric && scope === claim.scope) : [];
}

// Events as entries, each with the sources of the figure it stands for. Pure.
import { h } from "../h.mjs";
import { killedInWords, movedInWords } from "./entries.mjs";
import { sourceLinks } from "./links.mjs";
import { refParts } from "./reader.mjs";

/**
 * Relocations and attacks as a list; nothing for none.
 * @param {object} tell from `reader`
 * @param {string[]} refs
 * @param {string} [metric] whose estimate an attack stands for; "attacks" for none
 */
export function sourcedList(tell, refs, metric = "killed") {
  return refs.length > 0 && h("Ul", { className: "entries sourced" }, refs.map((ref) => sourced(tell, ref, metric)));
}

function sourced(tell, ref, metric) {
  const { kind, id } = refParts(ref);
  const row = tell.story[{ attack: "attacks", relocation: "relocations" }[kind]][id];
  const figure = kind === "relocation" ? movedInWords(tell, row) : figureOf(tell, row, metric);
  return h("Li", null,
    h("Button", { type: "button", className: "entry", "data-id": ref },
      h("Span", { className: "entry-words" },
        h("Span", { className: "entry-when" }, tell.date(row.date)),
        h("Span", { className: "entry-title" }, row.title),
        figure && h("Span", { className: "entry-figure" }, figure))),
    sourceLinks(tell, kind === "attack" ? sourcesOf(row, metric) : row.sources));
}

function figureOf(tell, attack, metric) {
  if (metric === "attacks") return null;
  if (metric === "killed") return killedInWords(tell, attack);
  const estimate = attack.estimates[metric]?.story;
  if (!estimate) return tell.t("panel.no_claim");
  const range = estimate.low !== estimate.high && tell.t("panel.range", { range: tell.span(estimate) });
  const figure = Number.isFinite(estimate.best) ? tell.count(estimate) : tell.t("panel.disputed");
  return tell.all([tell.t(`panel.small_${metric}`, { figure }), range]);
}

/** The sources of the claims that give the best figure; where none does, all of the attack's own. */
function sourcesOf({ claims, estimates, sources }, metric) {
  const named = estimates[metric]?.story?.claims ?? [];
  const best = claims.filter(({ id }) => named.includes(id)).flatMap((claim) => claim.sources);
  return best.length ? [...new Set(best)] : sources;
}

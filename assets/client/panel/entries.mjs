// What happened, as a list: each entry a button with its date, its title and its figure. Pure.
import { h } from "../h.mjs";
import { inBlocks } from "./blocks.mjs";
import { attackMark, contextMark, relocationMark } from "./mark.mjs";
import { refParts } from "./reader.mjs";

/** Kind of a reference → what its entry says: mark, kind in words, title, date, figure. */
const TELLING = {
  attack: (tell, attack) => ({ mark: attackMark(attack, tell.story), kind: tell.kind(attack.kind), figure: killedInWords(tell, attack) }),
  relocation: (tell, relocation) => ({
    mark: relocationMark(relocation), kind: tell.t(`panel.relocation_${relocation.kind}`), figure: movedInWords(tell, relocation),
  }),
  context: (tell, context) => ({ mark: contextMark(context, tell.story), kind: tell.kind(context.kind) }),
};
const TABLES = { attack: "attacks", relocation: "relocations", context: "context" };

/** A list of references as entries, in the order given; nothing for none. `first`: of a long one so many are drawn at once. */
export function entryList(tell, refs, { current, first } = {}) {
  const entries = inBlocks(tell, refs, (ref) => entry(tell, ref, current), { as: "entry", height: 64, first });
  return entries.length ? h("Ul", { className: "entries" }, entries) : null;
}

/** One entry; nothing for a reference the story does not hold. */
export function entry(tell, ref, current) {
  const { kind, id } = refParts(ref);
  const row = tell.story[TABLES[kind]]?.[id];
  if (!row) return null;
  const words = TELLING[kind](tell, row);
  const button = { type: "button", className: "entry", "data-id": ref, "aria-current": ref === current ? "true" : null };
  return h("Li", null, h("Button", button,
    words.mark,
    h("Span", { className: "entry-words" },
      h("Span", { className: "entry-when" }, tell.date(row.date), " · ", words.kind),
      h("Span", { className: "entry-title" }, row.title),
      words.figure && h("Span", { className: "entry-figure" }, words.figure))));
}

/** "52 killed, 47–53 in the sources · 7 missing". */
export function killedInWords(tell, { estimates }) {
  const { t } = tell;
  const missing = estimates.missing?.story;
  const parts = [killed(tell, estimates.killed?.story), missing && t("panel.entry_missing", { figure: tell.count(missing) })];
  return parts.filter(Boolean).join(" · ");
}

function killed(tell, estimate) {
  const { t } = tell;
  if (!estimate) return t("panel.entry_killed_unknown");
  const { best, low, high, qualifier } = estimate;
  const range = low !== high && t("panel.range", { range: tell.span(estimate) });
  if (!Number.isFinite(best)) return tell.all([t("panel.entry_killed_disputed"), range]);
  const words = best === 0 ? t("panel.entry_killed_none") : t("panel.entry_killed", { figure: tell.count({ best, qualifier }) });
  return tell.all([words, range]);
}

/** "Camp Ashraf → Camp Liberty: 42 people". */
export function movedInWords(tell, relocation) {
  const { t } = tell;
  const known = [relocation.people, relocation.low, relocation.high].some(Number.isFinite);
  const people = known ? tell.people(relocation) : t("panel.number_unknown");
  const ends = [relocation.from, relocation.to].filter(Boolean).map(tell.place).join(` ${t("panel.arrow")} `);
  const words = t("panel.entry_moved", { ends, people });
  return relocation.status === "counted" ? words : `${words} · ${t("panel.set_aside")}`;
}

// The whole story as one text in order of time, each event in full: what happened, who says what, on which sources. Pure.
import { h } from "../h.mjs";
import { behindNote, contentSwitch } from "./behind_note.mjs";
import { killedInWords, movedInWords } from "./entries.mjs";
import { refButton, sourceLinks } from "./links.mjs";
import { heading, ofYearOnly, paragraph } from "./parts.mjs";
import { refParts } from "./reader.mjs";
import { yearTitle } from "./year.mjs";

const ACCOUNTS = ["allegation", "responsibility", "denial", "inquiry", "statement"];
const TELLING = { attack: ["attacks", attackInFull], relocation: ["relocations", relocationInFull], context: ["context", contextInFull] };

/** The page. */
export function chronologyPage(tell) {
  const { t, story, state } = tell;
  const years = story.parted ? [state.year] : Object.keys(story.years).map(Number).sort((a, b) => a - b);
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("chronology.title") }),
    h("P", null, refButton("page:tables", t("page.tables"))),
    ofYearOnly(tell),
    contentSwitch(tell),
    story.before.length > 0 && part(t("panel.before", { year: tell.year(story.story.firstYear) }), story.before.map((ref) => inFull(tell, ref))),
    years.map((year) => yearInFull(tell, year)),
  ];
}

function part(title, ...inside) {
  return h("Section", { className: "chronology-year" }, h("H3", null, title), inside);
}

/** A year with all that is dated to it: its events, and who was counted where. Nothing for a year of which nothing is known. */
function yearInFull(tell, year) {
  const { t, story } = tell;
  const { events } = story.years[year];
  const counts = story.parted ? story.counted?.[year] ?? [] : Object.values(story.places).flatMap(({ id, counts: all = [] }) => all.filter(({ date }) => Math.floor(date.from ?? date.to) === year).map((count) => ({ ...count, place: id })));
  if (!events.length && !counts.length) return null;
  return part(t("sentence.year", { year: tell.year(year), what: yearTitle({ ...tell, state: { ...tell.state, year, select: null } }, year) }),
    events.map((ref) => inFull(tell, ref)),
    counts.length > 0 && h("Article", { className: "event" }, h("H4", null, t("tables.counts")), h("Ul", { className: "said" }, counts.map((count) => countInFull(tell, count)))));
}

function inFull(tell, ref) {
  const { kind, id } = refParts(ref);
  const [table, inWords] = TELLING[kind];
  const row = tell.story[table][id];
  return h("Article", { className: "event", "data-ref": ref }, inWords(tell, row, ref));
}

function head(tell, ref, row, ...above) {
  return [h("P", { className: "entry-when" }, [tell.date(row.date), ...above].filter(Boolean).join(" · ")), h("H4", null, refButton(ref, row.title))];
}

function attackInFull(tell, attack, ref) {
  const { t } = tell;
  return [
    head(tell, ref, attack, tell.kind(attack.kind), tell.place(attack.place)),
    paragraph(killedInWords(tell, attack), "entry-figure"),
    h("P", { className: "prose" }, behindNote(tell, attack, attack.summary)),
    attack.claims.length > 0 && said(t("panel.claims_table"), attack.claims.map((claim) => claimInFull(tell, claim))),
    ACCOUNTS.map((kind) => {
      const of = attack.accounts.filter((account) => account.kind === kind);
      return of.length > 0 && said(t(`panel.accounts_${kind}`), of.map(({ text, sources }) => [behindNote(tell, attack, text), " ", sourceLinks(tell, sources)]));
    }),
    sources(tell, attack.sources),
  ];
}

function claimInFull(tell, claim) {
  const { t } = tell;
  const figure = t(`panel.small_${claim.metric}`, { figure: tell.count(claim) });
  const group = claim.group === "story" ? "" : ` (${tell.kind(claim.group)})`;
  const by = claim.spokenBy ? `${tell.speakers(claim.speakers)} (${claim.spokenBy})` : tell.speakers(claim.speakers);
  const told = [by, claim.reportDate && tell.date(claim.reportDate), claim.status !== "counted" && t("panel.set_aside_because", { reason: claim.reason }), claim.note];
  return [`${t("panel.claim", { who: `${figure}${group}`, words: told.filter(Boolean).join(" · ") })} `, sourceLinks(tell, claim.sources, claim.reportDate)];
}

function relocationInFull(tell, relocation, ref) {
  const { t } = tell;
  return [
    head(tell, ref, relocation, t(`panel.relocation_${relocation.kind}`)),
    paragraph(movedInWords(tell, relocation), "entry-figure"),
    paragraph(relocation.description, "prose"),
    relocation.disputed && h("P", null, h("Strong", null, t("panel.disputed_point")), ": ", relocation.disputed),
    relocation.status !== "counted" && paragraph(t("panel.set_aside_because", { reason: relocation.reason })),
    sources(tell, relocation.sources),
  ];
}

function contextInFull(tell, event, ref) {
  return [head(tell, ref, event, tell.kind(event.kind), event.place && tell.place(event.place)), paragraph(event.summary, "prose"), sources(tell, event.sources)];
}

function countInFull(tell, count) {
  const aside = count.status === "counted" ? "" : tell.t("panel.set_aside_because", { reason: count.reason });
  const told = [tell.place(count.place), tell.people(count), tell.kind(count.measure), count.description, aside, count.note].filter(Boolean).join(" · ");
  return h("Li", null, `${tell.date(count.date)}: ${told} `, sourceLinks(tell, count.sources));
}

function said(title, lines) {
  return [h("H5", null, title), h("Ul", { className: "said" }, lines.map((line) => h("Li", null, line)))];
}

function sources(tell, ids) {
  return h("P", { className: "onward" }, tell.t("panel.sources"), ": ", sourceLinks(tell, ids));
}

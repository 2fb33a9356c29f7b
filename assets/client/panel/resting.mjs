// Everything that rests on a source, row by row and in groups, figures first; each leads to where it stands. Pure.
import { h } from "../h.mjs";
import { reasonInWords, standingInWords } from "./claims.mjs";
import { entry } from "./entries.mjs";
import { refParts } from "./reader.mjs";
import { whereabouts } from "./whereabouts.mjs";

/**
 * The groups in their order: which rows are in one, and what the entry of a row says (when, title, lines below it).
 * Descriptions and accounts are not told here: they may stand behind a content note.
 */
const GROUPS = [
  { name: "claims", kind: "claim", among: ({ held }) => held, telling: claimTold },
  { name: "totals", kind: "claim", among: ({ held }) => !held, telling: totalTold },
  { name: "presence", kind: "presence", telling: countTold },
  { name: "relocations", kind: "relocation" },
  { name: "attacks", kind: "attack" },
  { name: "accounts", kind: "account", telling: accountTold },
  { name: "context", kind: "context" },
  { name: "custody", kind: "custody", telling: custodyTold },
  { name: "places", kind: "place", telling: placeTold },
  { name: "checks", kind: "check", telling: (tell, { row }) => ({ when: tell.t("panel.check_paragraph", row), title: row.statement, below: row.verdict }) },
  { name: "controversies", kind: "controversy", telling: (tell, { row }) => ({ title: row.topic }) },
  { name: "steps", kind: "step", telling: (tell, { row }) => ({ when: String(row.year), title: row.title, below: row.text }) },
  { name: "speakers", kind: "speaker", telling: (tell, { row }) => ({ title: row.name, below: row.ground }) },
  { name: "corrections", kind: "correction", telling: (tell, { row }) => ({ when: tell.date(row.date), title: row.what }) },
];

/** How many rows rest on a source, without references that the story does not hold. */
export function restCount({ story }, { rests, resting }) {
  return resting ?? rests.filter((ref) => whereabouts(story, ref)).length;
}

/** The groups of what rests on a source, each with its number and its entries in date order. */
export function restGroups(tell, { rests }) {
  const found = rests.map((ref) => ({ ref, ...whereabouts(tell.story, ref) })).filter(({ row }) => row);
  return GROUPS.flatMap(({ name, kind, among = () => true, telling }) => {
    const rows = inDateOrder(found.filter((it) => refParts(it.ref).kind === kind && among(it)));
    return rows.length ? [
      h("H4", null, tell.t(`rests.${name}`), " ", h("Span", { className: "group-count" }, tell.number(rows.length))),
      h("Ul", { className: "entries resting" }, rows.map((it) => (telling ? h("Li", null, way(it, telling(tell, it))) : entry(tell, it.ref)))),
    ] : [];
  });
}

/** A button where there is a page to lead to, else words alone. */
function way({ page, at }, { when, title, below, quiet }) {
  const line = (className, words) => words && h("Span", { className }, words);
  const inside = h("Span", { className: "entry-words" }, line("entry-when", when), line("entry-title", title), line("entry-figure", below), line("aside", quiet));
  return page
    ? h("Button", { type: "button", className: "entry", "data-id": page, "data-at": at }, inside)
    : h("Div", { className: "entry still" }, inside);
}

function claimTold(tell, { row: claim, held: attack }) {
  return { when: [tell.date(attack.date), " · ", attack.title], title: figureTold(tell, claim), below: saidTold(tell, claim), quiet: standing(tell, attack, claim) };
}

function totalTold(tell, { row: total }) {
  return { when: total.scope, title: figureTold(tell, total), below: saidTold(tell, total), quiet: total.note };
}

/** "United Nations: 52 killed"; "Press TV: 4 killed, Iraqi forces". */
function figureTold(tell, { metric, group, speakers, ...claim }) {
  const words = tell.all([tell.t(`panel.small_${metric}`, { figure: tell.count(claim) }), group !== "story" && tell.kind(group)]);
  return tell.t("panel.claim", { who: tell.speakers(speakers), words });
}

function saidTold(tell, { reportDate, spokenBy, speakers }) {
  const when = reportDate ? tell.t("rests.said", { date: tell.date(reportDate) }) : tell.t("panel.undated");
  return tell.all([when, spokenBy !== tell.speakers(speakers) && spokenBy]);
}

function standing(tell, attack, claim) {
  const [how, why] = [standingInWords(tell, attack, claim), reasonInWords(tell, attack, claim)];
  return why ? tell.t("rests.because", { how, why }) : how;
}

function countTold(tell, { row: count, held: place }) {
  const what = count.present ? tell.people(count) : tell.t("panel.claim", { who: tell.kind(count.measure), words: tell.count(count) });
  return {
    when: [tell.date(count.date), " · ", tell.place(place.id)],
    title: what,
    below: tell.all([count.description, count.status !== "counted" && tell.t("panel.set_aside_because", { reason: count.reason })]),
  };
}

function accountTold(tell, { row: { kind, speaker }, held: attack }) {
  return { when: [tell.date(attack.date), " · ", attack.title], title: tell.t("panel.according_to", { who: tell.speaker(speaker) }), below: tell.t(`rests.account_${kind}`) };
}

function custodyTold(tell, { row: { date, controller }, held: place }) {
  return { when: [tell.date(date), " · ", tell.place(place.id)], title: controller };
}

function placeTold(tell, { row: { id, kind, country } }) {
  return { when: tell.all([kind, tell.country(country)]), title: tell.place(id) };
}

/** By the date of the row, or of what holds it; rows without one stay at the end, as the tables have them. */
function inDateOrder(rows) {
  const from = ({ row, held }) => row.date?.from ?? held?.date?.from ?? Infinity;
  return rows.map((it, at) => ({ it, at, from: from(it) })).sort((a, b) => (a.from === b.from ? a.at - b.at : a.from - b.from)).map(({ it }) => it);
}

// Which tables the story has for readers, and what stands in each. Pure.
import { behindNote } from "../behind_note.mjs";
import { series } from "../../text.mjs";
import { columnsFor, METRICS } from "./columns.mjs";
import { yearsTable } from "./years.mjs";

/**
 * @param {object} tell from `reader`
 * @returns {import("./table.mjs").StoryTable[]}
 */
export function storyTables(tell) {
  const { t, story } = tell;
  const { date, text, title, place, attack, count, estimate, counted, sources, all } = columnsFor(tell);
  const attacks = all("attacks");
  const places = all("places");
  const under = (list) => attacks.flatMap((it) => it[list].map((row) => ({ ...row, attack: it })));
  const at = (list) => places.flatMap((it) => (it[list] ?? []).map((row) => ({ ...row, place: it.id })));
  const speakers = text("tables.speaker", ({ speakers: ids }) => tell.speakers(ids));
  return [
    { id: "attacks", name: "tables.attacks", rows: attacks, columns: [
      title("attack", "tables.what"), date(), place(), text("tables.kind", ({ kind }) => tell.kind(kind)), ...METRICS.map(estimate),
      text("tables.summary", (row) => behindNote(tell, row, row.summary), true), sources,
    ] },
    { id: "claims", name: "tables.claims", rows: [...under("claims"), ...all("totals").map((row) => ({ ...row, attack: null }))], columns: [
      { ...attack, cell: (row) => (row.attack ? attack.cell(row) : row.scope), sort: (row) => (row.attack ? attack.sort(row) : row.scope) },
      text("tables.metric", ({ metric }) => t(`panel.metric_${metric}`)), text("tables.people", ({ group }) => tell.kind(group)), count("panel.claims_figure"),
      speakers, text("tables.spoken_by", ({ spokenBy }) => spokenBy), text("tables.source_type", ({ sourceType }) => tell.kind(sourceType)),
      date(({ reportDate }) => reportDate, "tables.said"), counted, text("tables.note", ({ note }) => note, true), sources,
    ] },
    { id: "accounts", name: "tables.accounts", rows: under("accounts"), columns: [
      attack, text("tables.kind", ({ kind }) => t(`panel.accounts_${kind}`)), text("tables.speaker", ({ speaker }) => tell.speaker(speaker)),
      text("tables.accused", ({ accused }) => series(accused, tell.t)), text("tables.said_what", (row) => behindNote(tell, row.attack, row.text), true), sources,
    ] },
    { id: "relocations", name: "tables.relocations", rows: all("relocations"), columns: [
      title("relocation", "tables.what"), text("tables.kind", ({ kind }) => t(`panel.relocation_${kind}`)), date(), place(({ from }) => from, "tables.from"),
      place(({ to }) => to, "tables.to"), count("tables.people"), text("tables.summary", ({ description }) => description, true),
      text("panel.disputed_point", ({ disputed }) => disputed, true), counted, sources,
    ] },
    { id: "counts", name: "tables.counts", rows: story.parted ? story.counted?.[tell.state.year] ?? [] : at("counts"), columns: [
      place(), date(), count("tables.people"), text("tables.measure", ({ measure }) => tell.kind(measure)), text("tables.summary", ({ description }) => description, true),
      text("tables.source_type", ({ sourceType }) => tell.kind(sourceType)), counted, text("tables.note", ({ note }) => note, true), sources,
    ] },
    { id: "places", name: "tables.places", rows: places, columns: [
      title("place", "tables.place", ({ id }) => tell.place(id)), text("tables.names", ({ names, otherNames }) => series([...new Set([...Object.values(names), ...otherNames])], tell.t), true),
      text("tables.country", ({ country }) => tell.country(country)), text("panel.admin_area", ({ adminArea }) => adminArea),
      date(({ opened }) => opened, "panel.opened"), date(({ closed }) => closed, "panel.closed_row"),
      { key: "tables.precision", cell: ({ precisionM }) => tell.number(precisionM), sort: ({ precisionM }) => precisionM }, text("tables.note", ({ note }) => note, true), sources,
    ] },
    { id: "custody", name: "panel.custody", rows: at("custody"), columns: [
      place(), date(), text("tables.controller", ({ controller }) => controller), text("tables.through", ({ detail }) => detail), text("tables.administration", ({ administration }) => administration),
      text("tables.legal_basis", ({ legalBasis }) => legalBasis), text("tables.note", ({ note }) => note, true), sources,
    ] },
    { id: "context", name: "tables.context", rows: all("context"), columns: [
      title("context", "tables.what"), date(), text("tables.kind", ({ kind }) => tell.kind(kind)), place(), text("tables.summary", ({ summary }) => summary, true), sources,
    ] },
    { id: "checks", name: "tables.checks", rows: all("checks"), columns: [
      title("check", "tables.statement", ({ statement }) => statement), { key: "tables.paragraph", cell: ({ paragraph }) => paragraph, sort: ({ paragraph }) => paragraph },
      text("tables.verdict", ({ verdict }) => verdict), text("tables.finding", ({ finding }) => finding, true), sources,
    ] },
    { id: "controversies", name: "panel.disputes", rows: all("controversies"), columns: [
      text("tables.what", ({ topic }) => topic), text("tables.said_what", ({ claim }) => claim, true), text("tables.speaker", ({ claimedBy }) => claimedBy),
      text("tables.reply", ({ reply }) => reply, true), text("tables.replied_by", ({ repliedBy }) => repliedBy), sources,
    ] },
    { id: "speakers", name: "tables.speakers", rows: all("speakers"), columns: [
      text("tables.speaker", ({ name }) => name), text("tables.kind", ({ kind }) => t(`panel.speaker_${kind}`) || kind),
      text("tables.affiliated", ({ affiliatedWith }) => affiliatedWith && tell.speaker(affiliatedWith)), text("tables.ground", ({ ground }) => ground, true), sources,
    ] },
    { id: "sources", name: "page.sources", rows: all("sources"), columns: [
      title("source", "tables.title"), text("tables.publisher", ({ publisher }) => publisher), text("tables.kind", ({ type }) => tell.kind(type)),
      { key: "tables.date", cell: tell.sourceDate, sort: ({ date: published }) => published ?? "" },
      text("tables.address", ({ url }) => url, true), text("tables.note", ({ reliability }) => reliability, true),
    ] },
    yearsTable(tell),
  ].filter(({ rows }) => rows.length > 0).map((table) => ({ ...table, rows: inOrder(table.rows) }));
}

function inOrder(rows) {
  const when = ({ date }) => (date && typeof date === "object" ? date.from ?? date.to ?? 0 : 0);
  return [...rows].sort((one, other) => when(one) - when(other));
}

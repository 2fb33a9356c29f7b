// A work as CSL-JSON, which Zotero, Pandoc and their like read. Pure.
import { citedDate, isOne } from "./dates.mjs";

/** A list of one item, as text with a line for each field. @param {import('./works.mjs').Work} work */
export function cslJson(work, t) {
  const lines = Object.entries(cslItem(work, t)).map((field) => `    ${field.map((it) => JSON.stringify(it)).join(": ")}`);
  return `[\n  {\n${lines.join(",\n")}\n  }\n]`;
}

/** The item of a work; what is not known is left out. */
export function cslItem(work, t) {
  const { type, key, author, title, container, version, date, accessed, url, archived, licence, language } = work;
  const notes = [archived && t("cite.archived_at", { copy: archived }), licence && t("cite.licence", { licence })];
  const fields = {
    id: key,
    type,
    title,
    "container-title": container,
    author: author && [{ literal: author }],
    version,
    issued: date && cslDate(date),
    accessed: url && cslDate(citedDate(accessed)),
    URL: url,
    language,
    note: notes.filter(Boolean).join("; "),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

/** Years, months and days, both ends of a period; an open end is left out. */
function cslDate(date) {
  const days = isOne(date) ? [date.from] : [date.from, date.to].filter(Boolean);
  const season = days.length === 1 && days[0].season;
  return {
    "date-parts": days.map(({ year, month, day }) => [year, month, day].filter(Boolean)),
    ...(season ? { season } : {}),
    ...(date.doubt ? { circa: true } : {}),
  };
}

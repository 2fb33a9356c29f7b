// A work as text in the styles that readers ask for most: APA (7th edition) and Chicago (notes and bibliography). Pure.
//
// A citation is a list of runs: text, and {italic: text}. Titles keep the capitals that their sources gave them.
import { locale } from "../text.mjs";
import { apaDate, chicagoDate, citedDate } from "./dates.mjs";

/** @typedef {(string|{italic: string})[]} Runs */

/** The text of runs without their italics. @param {Runs} runs */
export function plainText(runs) {
  return runs.map((run) => run.italic ?? run).join("");
}

/** An entry of a list of references in APA style. @param {import('./works.mjs').Work} work @returns {Runs} */
export function apa(work, t) {
  const { author, title, container, version, date, url, type } = work;
  const year = type === "dataset" ? date && { ...date, from: yearOf(date.from), to: yearOf(date.to) } : date;
  const start = `${ended(author)} (${apaDate(year, t)}). `;
  // APA asks for the day of access where a page may change or bears no date
  const end = url && ` ${date && type !== "dataset" ? address(work, t) : retrieved(work, t)}`;
  if (!container) return compact([start, { italic: ended(title) }, end]);
  const versioned = version && ` (${t("cite.apa_version", { version })})`;
  return compact([start, ended(title), ` ${capital(t("cite.in"), t)} `, { italic: container }, versioned, ` [${capital(t("cite.data_set"), t)}].`, end]);
}

/** An entry of a bibliography in Chicago style. @returns {Runs} */
export function chicagoEntry(work, t) {
  const start = [`${ended(work.author)} `, ...chicagoTitle(work, ".")];
  const facts = [chicagoDate(work.date, t), capital(accessed(work, t), t), address(work, t)];
  const end = facts.filter(Boolean).map((fact) => ` ${ended(fact)}`);
  if (!work.container) return compact([...start, ...end]);
  const versioned = work.version && `, ${t("cite.chicago_version", work)}`;
  return compact([...start, ` ${capital(t("cite.in"), t)} `, { italic: work.container }, versioned, `. ${capital(t("cite.data_set"), t)}.`, ...end]);
}

/** A note in Chicago style. @returns {Runs} */
export function chicagoNote(work, t) {
  const start = [`${work.author}, `, ...chicagoTitle(work, ",")];
  const end = ` ${ended([chicagoDate(work.date, t), accessed(work, t), address(work, t)].filter(Boolean).join(", "))}`;
  if (!work.container) return compact([...start, end]);
  const versioned = work.version && `, ${t("cite.chicago_version", work)}`;
  return compact([...start, ` ${t("cite.in")} `, { italic: work.container }, versioned, `, ${t("cite.data_set")},`, end]);
}

// the mark that follows a title stands within its quotation marks, and not at all after one of its own
function chicagoTitle({ title, type }, mark) {
  const marked = /[.?!…؟]$/u.test(title) ? title : `${title}${mark}`;
  return type === "report" || type === "document" ? [{ italic: marked }] : [`“${inner(marked)}”`];
}

/** Quotation marks within quotation marks are single ones. */
function inner(text) {
  return text.replaceAll("“", "‘").replaceAll("”", "’").replace(/"([^"]*)"/g, "‘$1’");
}

function retrieved(work, t) {
  return t("cite.apa_retrieved", { date: dayOfAccess(work, t), address: address(work, t) });
}

function accessed(work, t) {
  return work.url && t("cite.chicago_accessed", { date: dayOfAccess(work, t) });
}

function dayOfAccess(work, t) {
  return chicagoDate(citedDate(work.accessed), t);
}

function address({ url, archived }, t) {
  return archived ? t("cite.archived", { address: url, copy: archived }) : url;
}

function yearOf(day) {
  return day && { year: day.year };
}

/** With a capital at its beginning. */
export function capital(text, t) {
  return text.charAt(0).toLocaleUpperCase(locale(t.lang)) + text.slice(1);
}

/** With a full stop, unless a mark of its own ends it. */
function ended(text) {
  return /[.?!…؟]$/u.test(text) ? text : `${text}.`;
}

/** Neighbouring texts as one, and none that is empty. */
function compact(runs) {
  return runs.filter(Boolean).reduce((all, run) => {
    const last = all[all.length - 1];
    return typeof run === "string" && typeof last === "string" ? [...all.slice(0, -1), last + run] : [...all, run];
  }, []);
}

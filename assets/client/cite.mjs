// Cites what is on screen: the atlas as a dataset with the title of the view and the way to it, and a selected source
// by itself; each in two styles and two formats. Pure: the day of access comes in.
import { bibtex } from "./cite/bibtex.mjs";
import { cslJson } from "./cite/csl.mjs";
import { apa, chicagoEntry, chicagoNote, plainText } from "./cite/styles.mjs";
import { sourceWork, viewWork } from "./cite/works.mjs";
import { reader } from "./panel/reader.mjs";
import { thing } from "./state.mjs";

/** The forms of a citation in their order: `runs` are text in a style, `code` is a format for programs. */
const FORMS = [
  { form: "apa", runs: apa },
  { form: "chicago_entry", runs: chicagoEntry },
  { form: "chicago_note", runs: chicagoNote },
  { form: "bibtex", code: bibtex },
  { form: "csl", code: cslJson },
];

/**
 * @typedef {Object} Citation
 * @property {"view"|"source"} what
 * @property {string} title
 * @property {{form: string, runs?: import('./cite/styles.mjs').Runs, code?: string}[]} forms
 *
 * @param {import('./state.mjs').State} state
 * @param {import('./state.mjs').Story} story
 * @param {{base: string, today: string}} now `base`: address of the page without its query; `today`: "2026-11-25"
 * @returns {Citation[]}
 */
export function citations(state, story, { base, today }) {
  const tell = reader(state, story);
  const selected = thing(state.select, story);
  const source = selected?.kind === "source" ? [["source", sourceWork(selected.row, today)]] : [];
  return [["view", viewWork(tell, base, today)], ...source].map(([what, work]) => ({ what, title: work.title, forms: FORMS.map((it) => formed(it, work, tell.t)) }));
}

function formed({ form, runs, code }, work, t) {
  return runs ? { form, runs: runs(work, t) } : { form, code: code(work, t) };
}

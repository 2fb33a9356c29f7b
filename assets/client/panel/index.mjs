// What the panel shows: the page of what is selected, else the page of the year. Pure.
import { h } from "../h.mjs";
import { attackPage } from "./attack.mjs";
import { checkPage } from "./check.mjs";
import { contextPage } from "./context.mjs";
import { placePage } from "./place.mjs";
import { reader, refParts } from "./reader.mjs";
import { relocationPage } from "./relocation.mjs";
import { sourcePage } from "./source.mjs";
import { yearPage } from "./year.mjs";

/** Kind of a selection → its table in the story and its page. */
const PAGES = {
  attack: ["attacks", attackPage],
  place: ["places", placePage],
  relocation: ["relocations", relocationPage],
  check: ["checks", checkPage],
  source: ["sources", sourcePage],
  context: ["context", contextPage],
};

/**
 * The panel of a state as Dash components.
 * @param {import('../state.mjs').State} state
 * @param {import('../state.mjs').Story} story
 * @returns {object} a tree of `h`
 */
export function panel(state, story) {
  const tell = reader(state, story);
  const { kind, id } = refParts(state.select ?? "");
  const [table, page] = Object.hasOwn(PAGES, kind) ? PAGES[kind] : [];
  const row = table && Object.hasOwn(story[table], id) ? story[table][id] : null;
  if (row) return h("Article", { className: `page page-${kind}`, lang: state.lang }, page(tell, row));
  return h("Article", { className: "page page-year", lang: state.lang }, yearPage(reader({ ...state, select: null }, story)));
}

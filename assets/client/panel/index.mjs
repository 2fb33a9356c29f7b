// What the panel shows: the page of what is selected, else the page of the year. Pure.
import { h } from "../h.mjs";
import { articlePage } from "./article.mjs";
import { attackPage } from "./attack.mjs";
import { checkPage } from "./check.mjs";
import { contextPage } from "./context.mjs";
import { chronologyPage } from "./chronology_page.mjs";
import { correctionsPage } from "./corrections.mjs";
import { dataPage } from "./data.mjs";
import { ledgerPage } from "./ledger.mjs";
import { placePage } from "./place.mjs";
import { reader, refParts } from "./reader.mjs";
import { relocationPage } from "./relocation.mjs";
import { sourcePage } from "./source.mjs";
import { sourcesPage } from "./sources.mjs";
import { tablesPage } from "./tables/page.mjs";
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

/** Pages about the whole story, by their name. */
const WHOLE = {
  article: articlePage, ledger: ledgerPage, sources: sourcesPage, corrections: correctionsPage, data: dataPage, tables: tablesPage, chronology: chronologyPage,
};

/** Whether a page tells of the state's year; one that does not stays as it is when the year changes. */
export function hasYear({ select }, { parted } = {}) {
  return !(parted ? /^(source:|page:sources$)/ : /^(source:|page:(sources|tables|chronology)$)/).test(select ?? "");
}

/**
 * The panel of a state as Dash components.
 * @param {import('../state.mjs').State} state
 * @param {import('../state.mjs').Story} story
 * @param {import('./reader.mjs').Choices} [choices]
 * @returns {object} a tree of `h`
 */
export function panel(state, story, choices) {
  const tell = reader(state, story, choices);
  const { kind, id } = refParts(state.select ?? "");
  const [table, page] = Object.hasOwn(PAGES, kind) ? PAGES[kind] : [];
  if (kind === "page" && Object.hasOwn(WHOLE, id)) {
    return h("Article", { className: `page page-whole page-${id}`, lang: state.lang }, WHOLE[id](tell));
  }
  const row = table && Object.hasOwn(story[table], id) ? story[table][id] : null;
  if (row) return h("Article", { className: `page page-${kind}`, lang: state.lang }, page(tell, row), row.part && partNotice(tell));
  return h("Article", { className: "page page-year", lang: state.lang }, yearPage(reader({ ...state, select: null }, story)));
}

/** While the rest of a page of a long story is fetched, or when it cannot be had. */
function partNotice({ t, partFailed }) {
  return h("P", { className: "remark", role: "status" }, t(partFailed ? "panel.part_failed" : "panel.part_coming"));
}

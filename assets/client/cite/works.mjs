// What is cited, as one plain record that every form is made of: the atlas as it is on screen, and a source. Pure.
import { refParts } from "../panel/reader.mjs";
import { write } from "../url.mjs";
import { citedDate } from "./dates.mjs";
import { viewTitle } from "./view_title.mjs";

/**
 * @typedef {Object} Work
 * @property {"dataset"|"report"|"webpage"|"document"} type
 * @property {string} key       a name for lists of references, of letters, digits and _
 * @property {string} author    a body, never split into given and family name
 * @property {string} title
 * @property {string} container what it is a part of; "" for none
 * @property {string} version
 * @property {string} edtf      when it was issued, as the tables write it; "" for not known
 * @property {import('./dates.mjs').CitedDate|null} date the same
 * @property {string} accessed  a day, "2026-11-25"
 * @property {string} url
 * @property {string} archived  address of a copy
 * @property {string} licence
 * @property {string} language
 */

/**
 * What a source is to a list of references, told by where it is; the first that fits. The types of sources are the
 * story's own words and do not say it.
 */
const SOURCE_TYPES = [
  { type: "document", fits: (url) => !/^https?:/i.test(url) },
  { type: "report", fits: (url) => /^[^?#]*\.pdf([?#]|$)/i.test(url) },
  { type: "webpage", fits: () => true },
];

/**
 * The atlas as a dataset, with the title of the view and the way to exactly this view.
 * @param {object} tell from `reader`
 * @param {string} base address of the page without its query
 * @param {string} today
 * @returns {Work}
 */
export function viewWork(tell, base, today) {
  const { state, story: { story: head } } = tell;
  const view = { ...state, playing: false, ...(state.mode === "embed" ? { mode: "explore", hide: [] } : {}) };
  const { kind, id } = refParts(state.select ?? "");
  return {
    type: "dataset",
    key: keyOf(head.id, kind === "page" ? id : state.select ? id : String(state.year)),
    author: plain(head.creator) || plain(head.title),
    title: plain(viewTitle(tell)),
    container: [head.title, head.subtitle].map((part) => plain(part).replace(/\.$/, "")).filter(Boolean).join(": "),
    version: plain(head.version),
    edtf: head.issued ?? "",
    date: citedDate(head.issued),
    accessed: today,
    url: `${base}${write(view, tell.story)}`,
    archived: "",
    licence: plain(head.licence),
    language: head.language,
  };
}

/** A source by itself. @returns {Work} */
export function sourceWork(source, today) {
  const { id, publisher, title, date, url, archived = "" } = source;
  const { type } = SOURCE_TYPES.find(({ fits }) => fits(url ?? ""));
  return {
    type, key: keyOf(id), author: plain(publisher), title: plain(title), container: "", version: "", edtf: date ?? "", date: citedDate(date), accessed: today,
    url: type === "document" ? "" : url, archived, licence: "", language: "",
  };
}

function keyOf(...parts) {
  return parts.join("_").replace(/[^A-Za-z0-9_]+/g, "_");
}

/** One line, whatever the table has. */
function plain(text) {
  return String(text ?? "").replace(/\s+/g, " ").trim();
}

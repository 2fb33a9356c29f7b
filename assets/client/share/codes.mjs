// The codes that put a view into other people's hands: its address, a frame, an element. Pure.
import { viewTitle } from "../cite/view_title.mjs";
import { yearOf } from "../events.mjs";
import { reader, refParts } from "../panel/reader.mjs";
import { initial } from "../state.mjs";
import { write } from "../url.mjs";
import { fits, shared } from "./options.mjs";

/** What a frame may do: fill the screen, keep it awake while it plays there, copy a citation. */
const ALLOWED = "fullscreen; screen-wake-lock; clipboard-write";
/** Letters that are written from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * @param {import("./options.mjs").Options} options
 * @param {import("../state.mjs").State} state
 * @param {import("../state.mjs").Story} story
 * @param {Site} site
 * @returns {{link: string, iframe: string, element: string}}
 *
 * @typedef {{root: string, pages: boolean}} Site  the absolute address of the atlas, with a slash at its end or that of a file, and
 *   whether each year and each attack has a page of its own there
 */
export function codes(options, state, story, { root, pages }) {
  const [whole, framed] = ["explore", "embed"].map((mode) => shared(options, state, story, mode));
  const title = titleOf(whole, story);
  const said = options.lang ? ["lang"] : []; // chosen, it stays, whatever the reader's browser asks for
  const link = `${root}${pages ? onItsPage(whole, story, said) : write(whole, story, said)}`;
  return { link, iframe: iframe(`${root}${write(framed, story, said)}`, title, options), element: element(root, write(whole, story, said), link, title, options) };
}

/** The way to a view by the page of its attack or its year: where its link is shown, that page has a picture of its own. */
function onItsPage(state, story, said) {
  const { select, year } = initial(story);
  const { kind, id } = refParts(state.select ?? "");
  if (kind === "attack" && !story.parted && yearOf(state.select, story) === state.year) return `attack/${id}/${write({ ...state, select, year }, story, said)}`;
  return state.year === year ? write(state, story, said) : `year/${state.year}/${write({ ...state, year }, story, said)}`;
}

/** What is shown, then whose it is, on one line. */
export function titleOf(state, story) {
  return `${viewTitle(reader(state, story))} – ${story.story.title}`.replace(/\s+/g, " ").trim();
}

/** A text as HTML writes it, also between quotation marks. */
export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

function iframe(address, title, options) {
  const wide = fits(options);
  return tag("iframe", {
    src: address, title, width: wide ? "100%" : options.width, height: options.height,
    loading: "lazy", allow: ALLOWED, style: wide ? "border:0" : "border:0;max-width:100%",
  }, "");
}

/** Its attributes are what the address has; its height follows what it holds. A page without scripts shows the link. */
function element(root, query, link, title, options) {
  const style = fits(options) ? {} : { style: `max-width:${options.width}px` };
  const inside = tag("a", { href: link, ...(FROM_RIGHT.test(title) ? { dir: "auto" } : {}) }, escaped(title));
  const script = `<script src="${escaped(`${root}embed.js`)}" async></script>`;
  return `${script}\n${tag("ashraf-atlas", { ...Object.fromEntries(new URLSearchParams(query)), ...style }, inside)}`;
}

function tag(name, attributes, inside) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  return `<${name}${written}>${inside}</${name}>`;
}

// What the audience reads at a stop, and on whose word. Pure.
import { viewTitle } from "../cite/view_title.mjs";
import { reader } from "../panel/reader.mjs";
import { yearTitle } from "../panel/year.mjs";
import { thing } from "../state.mjs";
import { series } from "../text.mjs";
import { indexOf, stopAt, stopsOf } from "../walk.mjs";

/** So many publishers are named in the line of sources; the others are counted. */
const NAMED = 2;
/** Behind a publisher, in brackets: what it is, or through whom it was read. */
const RELAY = /\s*\(.*$/s;

/** The caption of a state: the words of its stop; else what is selected, or the year in one sentence. */
export function captionOf(state, story, t) {
  const row = stopAt(state, story)?.row;
  if (row) return row.text;
  return state.select ? viewTitle(reader(state, story)) : yearTitle(reader(state, story), state.year);
}

/** What a stop is called in a list: of its own walk its title, else what happens there. */
export function stopTitle({ row, year, select }, story, t) {
  if (row) return row.title;
  const tell = reader({ lang: t.lang, year, select }, story);
  return select ? viewTitle(tell) : yearTitle(tell, year);
}

/** The sources of what is on screen, the most important first: of the stop, of what is selected, or of the year's events. */
export function sourcesOf(state, story) {
  const row = stopAt(state, story)?.row;
  const rows = row ? [row] : state.select ? [thing(state.select, story)?.row] : (story.years[state.year]?.events ?? []).map((ref) => thing(ref, story)?.row);
  const ids = new Set(rows.flatMap((it) => it?.sources ?? []));
  return [...ids].map((id) => story.sources[id]).filter(Boolean);
}

/** The line of sources below a caption: whom it names, and how many more there are; both "" if there are none. */
export function sourceLine(state, story, t) {
  const publishers = [...new Set(sourcesOf(state, story).map(({ publisher }) => publisher.replace(RELAY, "") || publisher))];
  const left = publishers.length - NAMED;
  return {
    names: publishers.length ? t("caption.sources", { names: series(publishers.slice(0, NAMED), t) }) : "",
    more: left > 0 ? t("caption.more", { count: left }) : "",
  };
}

/** How far the walk has come, 0–1. */
export function progressOf(state, story) {
  const stops = stopsOf(story, state.walk);
  const here = indexOf(state, story);
  const at = here >= 0 ? here : stops.findLastIndex(({ year }) => year <= state.year);
  return stops.length > 1 ? Math.max(0, at) / (stops.length - 1) : 1;
}

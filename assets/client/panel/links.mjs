// Ways out of a sentence: a button to something else in the story, a link to a source. Pure.
import { h } from "../h.mjs";

const WEB = /^https?:\/\//i;

/** A button that selects something of the story. @param {string} ref "place:camp_ashraf" @param {...*} words inside it */
export function refButton(ref, ...words) {
  return h("Button", { type: "button", className: "ref", "data-id": ref }, ...words);
}

/** A place as a button, in the visitor's language. */
export function placeButton(tell, id) {
  return id ? refButton(`place:${id}`, tell.place(id)) : null;
}

/**
 * Links to sources, short ("Reuters, 3 September 2013"), one after the other.
 * @param {object} tell from `reader`
 * @param {string[]} ids of sources
 * @param {object|null} [said] a date that stands beside them already: a source of that very date is named without it
 */
export function sourceLinks(tell, ids, said) {
  const known = (ids ?? []).map((id) => tell.story.sources[id]).filter(Boolean);
  if (!known.length) return null;
  return h("Span", { className: "links" }, known.map((source) => sourceLink(tell, source, shortLabel(tell, source, said))));
}

/** One source by its publisher and date; plain text when it is not on the web. */
export function sourceLink(tell, source, label = shortLabel(tell, source)) {
  if (!WEB.test(source.url ?? "")) return h("Span", { className: "source" }, label);
  return h("A", {
    className: "source", href: source.url, target: "_blank", rel: "noopener", title: source.title,
    "aria-label": tell.t("panel.source_opens", { label, title: source.title }),
  }, h("Span", { className: "label" }, label), h("Span", { className: "out", "aria-hidden": "true" }, "↗"));
}

/** A source by its publisher, without the relay in brackets, and its date. */
export function shortLabel(tell, source, said = null) {
  const date = tell.sourceDate(source);
  const publisher = source.publisher.replace(/\s*\(.*$/s, "") || source.publisher;
  return tell.all([publisher, (!said || date !== tell.date(said)) && date]);
}

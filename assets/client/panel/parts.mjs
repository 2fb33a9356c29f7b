// The pieces every page of the panel is built of: heading, section, rows of a definition, figure, sources. Pure.
import { h } from "../h.mjs";
import { refButton, sourceLink } from "./links.mjs";

/**
 * The top of a page: a small line, the way on and back and out, and the title.
 * @param {object} tell from `reader`
 * @param {{eyebrow: *, title: *, below?: *, lang?: string}} words
 */
export function heading(tell, { eyebrow, title, below }) {
  return h("Header", { className: "page-head" },
    h("Div", { className: "page-top" }, h("P", { className: "eyebrow" }, eyebrow), tell.state.select && ways(tell)),
    h("H2", null, title),
    below && h("P", { className: "below" }, below));
}

function ways({ t }) {
  const way = (id, sign, key) => h("Button", { type: "button", id, className: "way", "aria-label": t(key), title: t(key) }, sign);
  return h("Div", { className: "ways" },
    way("panel-previous", "‹", "panel.previous"), way("panel-next", "›", "panel.next"), way("panel-close", "×", "panel.close"));
}

/** A titled part of a page; nothing when there is nothing in it. */
export function section(title, ...children) {
  const inside = children.flat(Infinity).filter(Boolean);
  return inside.length ? h("Section", null, h("H3", null, title), inside) : null;
}

/** A paragraph; nothing for no text. */
export function paragraph(text, className) {
  return text ? h("P", { className }, text) : null;
}

/** On a page of the whole story: that of a long one it shows a year, and where the others are. */
export function ofYearOnly({ t, story, state, year }) {
  return story.parted ? paragraph(t("page.of_year", { year: year(state.year) }), "remark") : null;
}

/** A quieter line of its own beneath what it qualifies; nothing for no words. */
export function aside(words) {
  return words ? h("Span", { className: "aside" }, words) : null;
}

/** Words beside what they mean: pairs without a meaning are left out. @param {[string, *][]} pairs */
export function rows(pairs, className = "rows") {
  const given = pairs.filter(([, meaning]) => (Array.isArray(meaning) ? meaning.some(Boolean) : meaning));
  return given.length
    ? h("Dl", { className }, given.map(([word, meaning]) => h("Div", null, h("Dt", null, word), h("Dd", null, meaning))))
    : null;
}

/** A large figure with what it counts and the lines that qualify it. */
export function figure(amount, counts, ...lines) {
  return h("Div", { className: "figure" },
    h("P", { className: "amount" }, amount),
    h("P", { className: "counts" }, counts),
    lines.flat().filter(Boolean).map((line) => h("P", { className: "basis" }, line)));
}

/** The words of a count with its number standing out, whatever the language puts before or after it. */
export function amount(words, number) {
  const at = number ? words.indexOf(number) : -1;
  if (at < 0) return h("Span", { className: "in-words" }, words);
  const around = (part) => part.trim() && h("Span", { className: "around" }, part);
  return [around(words.slice(0, at)), number, around(words.slice(at + number.length))];
}

/** Part of a page that opens on demand. */
export function folded(summary, ...children) {
  const inside = children.flat(Infinity).filter(Boolean);
  return inside.length ? h("Details", null, h("Summary", null, summary), inside) : null;
}

/** All sources of a page, each as a link with its title, and the way to what else rests on it. */
export function sourceList(tell, ids) {
  const { story, t } = tell;
  const known = [...new Set(ids)].filter((id) => story.sources[id]);
  if (!known.length) return null;
  return section(t("panel.sources"), h("Ul", { className: "sources" }, known.map((id) => {
    const source = story.sources[id];
    return h("Li", null,
      sourceLink(tell, source, tell.all([source.publisher, tell.sourceDate(source) || t("panel.undated")])),
      h("Span", { className: "source-title" }, source.title),
      h("Span", { className: "source-kind" },
        tell.kind(source.type), " · ", refButton(`source:${id}`, t("panel.source_more"))));
  })));
}

// What was corrected in the facts, when and why, the newest first. Pure.
import { h } from "../h.mjs";
import { refButton, sourceLinks } from "./links.mjs";
import { heading, paragraph, rows } from "./parts.mjs";
import { refParts } from "./reader.mjs";
import { ownerOf } from "./whereabouts.mjs";

/** The page. */
export function correctionsPage(tell) {
  const { t, story } = tell;
  const all = Object.values(story.corrections);
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("page.corrections"), below: t("corrections.version", { version: story.story.version, date: tell.sourceDate({ date: story.story.issued }) }) }),
    paragraph(t("corrections.intro"), "prose"),
    tell.feed && h("P", null, h("A", { className: "feed", href: tell.feed, type: "application/atom+xml" }, t("corrections.feed"))),
    all.length ? all.map((correction) => entry(tell, correction)) : paragraph(t("corrections.none"), "remark"),
  ];
}

function entry(tell, { id, date, about, what, before, after, why, sources }) {
  const { t } = tell;
  return h("Article", { className: "statement correction", id: `correction-${id}` },
    h("P", { className: "entry-when" }, tell.date(date)),
    h("H3", null, what),
    rows([
      [t("corrections.before"), before],
      [t("corrections.after"), after],
      [t("corrections.why"), why],
      [t("corrections.about"), about && subject(tell, about)],
    ]),
    h("P", { className: "onward" }, sourceLinks(tell, sources)));
}

/** What was corrected, or where it stands. */
function subject(tell, about) {
  const { story } = tell;
  const owner = ownerOf(story, about) ?? about;
  const { kind, id } = refParts(owner);
  const table = { attack: "attacks", place: "places", relocation: "relocations", check: "checks", source: "sources", context: "context" }[kind];
  const row = table && story[table][id];
  return row && refButton(owner, kind === "place" ? tell.place(id) : row.title ?? row.statement);
}

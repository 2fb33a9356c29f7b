// A source, and what in the atlas rests on it. Pure.
import { h } from "../h.mjs";
import { checkList } from "./check_list.mjs";
import { entryList } from "./entries.mjs";
import { placeButton, sourceLink } from "./links.mjs";
import { heading, paragraph, rows, section } from "./parts.mjs";
import { refParts } from "./reader.mjs";
import { totalList } from "./totals.mjs";

/** The page of a source. */
export function sourcePage(tell, source) {
  const { story, t } = tell;
  const rests = [...new Set((source.rests ?? []).map((ref) => ownerOf(story, ref)).filter(Boolean))];
  const of = (...kinds) => rests.filter((ref) => kinds.includes(refParts(ref).kind));
  const ids = (kind) => of(kind).map((ref) => refParts(ref).id);
  const plain = (words) => words.length > 0 && h("Ul", { className: "plain" }, words.map((word) => h("Li", null, word)));
  return [
    heading(tell, { eyebrow: t("panel.source"), title: source.title, below: tell.all([source.publisher, tell.sourceDate(source)]) }),
    rows([
      [t("panel.source_link"), sourceLink(tell, source)],
      [t("panel.source_type"), t(`panel.source_type_${source.type}`)],
      [t("panel.source_reliability"), source.reliability],
    ]),
    section(t("panel.rests_events"), entryList(tell, inDateOrder(story, of("attack", "relocation", "context")))),
    section(t("panel.rests_places"), plain(ids("place").map((id) => placeButton(tell, id)))),
    section(t("panel.rests_checks"), checkList(tell, ids("check"))),
    section(t("panel.totals_given"), totalList(tell, ids("total").map((id) => story.totals[id]))),
    section(t("panel.rests_disputes"), plain(ids("controversy").map((id) => story.controversies[id].topic))),
    section(t("panel.rests_speakers"), plain(ids("speaker").map(tell.speaker))),
    rests.length === 0 && paragraph(t("panel.rests_nothing"), "remark"),
  ];
}

const SHOWN = {
  attack: "attacks", relocation: "relocations", context: "context", place: "places", check: "checks",
  controversy: "controversies", speaker: "speakers",
};
/** A row that has no page of its own → where it is shown: the table and the list in its rows that hold it. */
const HELD = [["attack", "claims"], ["attack", "accounts"], ["place", "counts"], ["place", "custody"]];

/** The reference of the page that shows what rests on a source; null when none does. */
export function ownerOf(story, ref) {
  const { kind, id } = refParts(ref);
  if (SHOWN[kind]) return story[SHOWN[kind]][id] ? ref : null;
  for (const [owner, list] of HELD) {
    const found = Object.values(story[SHOWN[owner]]).find((row) => row[list].some((held) => held.id === id));
    if (found) return `${owner}:${found.id}`;
  }
  return kind === "claim" && story.totals?.[id] ? `total:${id}` : null;
}

function inDateOrder(story, refs) {
  const from = (ref) => {
    const { kind, id } = refParts(ref);
    return story[SHOWN[kind]][id].date.from ?? 0;
  };
  return [...refs].sort((a, b) => from(a) - from(b));
}

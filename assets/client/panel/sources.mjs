// All sources: a field to filter them by words, filters, orders, and the list, each entry leading to its source. Pure;
// `source_list.mjs` serves the fields.
import { h } from "../h.mjs";
import { heading, paragraph } from "./parts.mjs";
import { ALL, chosenSources, foldedInUse, isNarrowed, typesOfSources } from "./source_choice.mjs";
import { sourceIndex, SORTS } from "./source_index.mjs";
import { sourceRows } from "./source_rows.mjs";

/** The page. */
export function sourcesPage(tell) {
  const { t } = tell;
  const choice = tell.sources ?? ALL;
  const { words, narrowed, rows, more } = foundSources(tell, choice);
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("page.sources") }),
    paragraph(t("sources.intro"), "prose"),
    h("Div", { className: "choice", role: "search", "aria-label": t("sources.choose") }, fields(tell, choice)),
    h("Div", { className: "found" },
      h("P", { id: "sources-count", role: "status" }, words),
      h("Button", { type: "button", id: "sources-clear", className: "ref", hidden: narrowed ? null : true }, t("sources.clear"))),
    h("Ul", { id: "sources-list", className: "entries source-rows" }, rows),
    h("Button", { type: "button", id: "sources-more", className: "plain-button", hidden: more ? null : true }, more || t("sources.more", { count: 0 })),
  ];
}

/** What changes with the choice: how many there are in words, whether it leaves any out, the entries, what the button for more says. */
export function foundSources(tell, choice) {
  const { t, story } = tell;
  const found = chosenSources(tell, choice);
  const left = found.length - choice.shown;
  return {
    words: countInWords(tell, found.length, Object.keys(story.sources).length),
    narrowed: isNarrowed(choice),
    rows: sourceRows(tell, found.slice(0, choice.shown)),
    more: left > 0 ? t("sources.more", { count: Math.min(left, ALL.shown) }) : "",
  };
}

/** What the filters that are folded away are called: also how many of them are in use. */
export function furtherInWords(t, choice) {
  const used = foldedInUse(choice);
  return used ? t("sources.further_used", { count: used }) : t("sources.further");
}

/** "37 of 239 sources". */
function countInWords({ t, number }, count, total) {
  if (count === total) return t("sources.all", { count });
  return count === 0 ? t("sources.none", { total: number(total) }) : t("sources.count", { count, total: number(total) });
}

function fields(tell, choice) {
  const { t } = tell;
  const { years } = sourceIndex(tell);
  return [
    field(t("sources.words"), "wide", h("Input", {
      type: "search", id: "sources-words", "data-choice": "words", value: choice.words, autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
      "aria-controls": "sources-list", placeholder: t("sources.words_hint"),
    })),
    select(t, choice, "sort", Object.keys(SORTS).map((name) => [name, t(`sources.sort_${name}`)])),
    select(t, choice, "type", [["", t("sources.type_all")], ...typesOfSources(tell).map(([id, count]) => [id, t("sources.type_count", { type: tell.kind(id), count })])]),
    h("Details", { id: "sources-further", className: "wide", open: choice.open ? true : null },
      h("Summary", null, furtherInWords(t, choice)),
      h("Div", { className: "further" },
        select(t, choice, "link", eitherOf(t, "link")),
        select(t, choice, "copy", eitherOf(t, "copy")),
        years && [yearField(tell, choice, "from", years[0]), yearField(tell, choice, "to", years[1])]),
      years && h("P", { id: "sources-undated", className: "remark" }, t("sources.undated"))),
  ];
}

function field(words, className, input) {
  return h("Label", { className: `field ${className}` }, h("Span", null, words), input);
}

function select(t, choice, name, options) {
  return field(t(`sources.${name}`), "", h("Select", { id: `sources-${name}`, "data-choice": name, "aria-controls": "sources-list" },
    options.map(([value, words]) => h("Option", { value, selected: value === choice[name] ? true : null }, words))));
}

function eitherOf(t, name) {
  return [["", t("sources.either")], ["yes", t(`sources.${name}_yes`)], ["no", t(`sources.${name}_no`)]];
}

function yearField(tell, choice, name, hint) {
  return field(tell.t(`sources.${name}`), "", h("Input", {
    type: "text", inputmode: "numeric", maxlength: "4", id: `sources-${name}`, "data-choice": name, value: choice[name], autocomplete: "off",
    "aria-controls": "sources-list", "aria-describedby": "sources-undated", placeholder: String(hint),
  }));
}

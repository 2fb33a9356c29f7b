// What the search shows: its field, and answers as a list by group. Pure.
import { h } from "../h.mjs";
import { attackMark, contextMark, relocationMark } from "../panel/mark.mjs";
import { asked } from "../search.mjs";
import { thing } from "../state.mjs";
import { answers, emphasised, excerpt } from "./emphasis.mjs";

const LONGEST = 200; // characters of a question

/** Kind of a reference → its mark, and the line under its title. */
const TELLING = {
  place: (tell, row) => ({ mark: h("Span", { className: "mark place", "aria-hidden": "true" }), title: tell.place(row.id), line: [row.kind, row.adminArea, tell.country(row.country)] }),
  attack: (tell, row) => ({ mark: attackMark(row, tell.story), title: row.title, line: [tell.kind(row.kind), tell.date(row.date), tell.place(row.place)] }),
  relocation: (tell, row) => ({
    mark: relocationMark(row), title: row.title,
    line: [tell.t(`panel.relocation_${row.kind}`), tell.date(row.date), [row.from, row.to].filter(Boolean).map(tell.place).join(` ${tell.t("panel.arrow")} `)],
  }),
  context: (tell, row) => ({ mark: contextMark(row, tell.story), title: row.title, line: [tell.kind(row.kind), tell.date(row.date), row.place && tell.place(row.place)] }),
  check: (tell, row) => ({ title: row.statement, line: [row.verdict, row.year && tell.year(row.year)] }),
  source: (tell, row) => ({ title: row.title, line: [row.publisher, tell.sourceDate(row), tell.kind(row.type)] }),
};

/** The field with its empty list, and the lines that say what was found. */
export function searchBox(t, question) {
  const field = {
    id: "search-words", type: "text", role: "combobox", value: question, maxLength: LONGEST, placeholder: t("search.field"), "aria-label": t("search.field"),
    "aria-expanded": "false", "aria-controls": "search-answers", "aria-autocomplete": "list", "aria-describedby": "search-note",
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", dir: "auto",
  };
  return h("Div", { className: "search-box" },
    h("Div", { className: "search-field" },
      h("Span", { className: "magnifier", "aria-hidden": "true" }),
      h("Input", field),
      h("Button", { type: "button", className: "search-close", "aria-label": t("search.close"), title: t("search.close") }, "×")),
    h("Div", { id: "search-answers", role: "listbox", "aria-label": t("search.answers"), hidden: true }),
    h("P", { id: "search-note", className: "search-note" }, t("search.hint")),
    h("P", { id: "search-said", className: "spoken", role: "status" }));
}

/** What stands below the answers, and what is said of them to who does not see them. @returns {{note: string, said: string}} */
export function summary(t, question, { shown, total }) {
  if (!asked(question).length) return { note: t("search.hint"), said: "" };
  const none = t("search.none", { words: question.trim() });
  if (!total) return { note: none, said: none };
  if (total === shown) return { note: "", said: t("search.count", { count: total }) };
  return { note: t("search.more", { count: total - shown }), said: t("search.listed", { count: total, shown }) };
}

/**
 * The answers to a question, each an option that says what it is, what it is called, when and where.
 * @param {object} tell from `reader`
 * @param {object} found from `find`
 * @param {object[]} words from `asked`
 * @returns {object[]} trees of `h`
 */
export function answerList(tell, { groups }, words) {
  let number = 0;
  return groups.map(({ group, total, things }) => h("Div", { role: "group", "aria-labelledby": `search-${group}` },
    h("Div", { id: `search-${group}`, className: "search-group", role: "presentation" },
      h("Span", null, tell.t(`search.group_${group}`)),
      total > things.length && h("Span", { className: "search-some" }, tell.t("search.some", { shown: tell.number(things.length), total: tell.number(total) }))),
    things.map((it) => {
      number += 1;
      return option(tell, it, words, `search-answer-${number}`);
    })));
}

function option(tell, it, words, id) {
  const { kind, row } = thing(it.ref, tell.story);
  const { mark, title, line } = TELLING[kind](tell, row);
  const below = line.filter(Boolean).join(" · ");
  return h("Div", { id, role: "option", className: "search-answer", "data-id": it.ref, "aria-selected": "false" },
    mark ?? h("Span", { className: "mark none", "aria-hidden": "true" }),
    h("Span", { className: "search-words" },
      directed("search-title", emphasised(title, words)),
      below && directed("search-line", emphasised(below, words)),
      elsewhere(it, row, [title, below], words)));
}

/** A line for words that the first two do not hold: another name, or a piece of what is told, but not from behind a content note. */
function elsewhere({ names, others, told }, { contentNote }, shown, words) {
  const missing = words.filter((word) => !shown.some((text) => answers(text, [word])));
  const name = [...names, ...others].find((it) => it && answers(it, missing));
  const text = name ?? (contentNote ? "" : told.map((it) => excerpt(it ?? "", missing)).find(Boolean));
  return text && directed("search-line", emphasised(text, words));
}

/** A line that begins where the others do, its words in the direction of their own script. */
function directed(className, words) {
  return h("Span", { className }, h("Span", { dir: "auto" }, words));
}

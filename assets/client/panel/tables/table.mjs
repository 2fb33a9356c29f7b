// One table of the story, whole: its name, heads that sort it, and a cell of each row for each head. Pure.
import { h } from "../../h.mjs";

/**
 * @typedef {Object} Column
 * @property {string} key   of the words of its head
 * @property {(row: object) => *} cell  what stands there, a tree or text
 * @property {(row: object) => (string|number|null|undefined)} [sort] what it is sorted by; without it the text of the cell
 * @property {boolean} [wide] whether it holds running text
 *
 * @typedef {Object} StoryTable
 * @property {string} id
 * @property {string} name    key of its title
 * @property {Column[]} columns  of the first the cells are the rows' own heads
 * @property {object[]} rows
 */

/**
 * @param {object} tell from `reader`
 * @param {StoryTable} table
 * @returns {object} a tree of `h`; nothing for a table without rows
 */
export function tableOf(tell, { id, name, columns, rows }) {
  if (!rows.length) return null;
  const { t } = tell;
  const title = t(name);
  return h("Section", { className: "table-part", id: `table-${id}` },
    h("H3", null, title, " ", h("Span", { className: "count" }, tell.number(rows.length))),
    h("Section", { className: "table-frame", tabIndex: 0, "aria-label": title },
      h("Table", { className: "whole-table", "data-table": id },
        h("Caption", { className: "unseen" }, t("tables.caption", { title })),
        h("Thead", null, h("Tr", null, columns.map((column, at) => head(t(column.key), at, column)))),
        h("Tbody", null, rows.map((row) => h("Tr", null, columns.map((column, at) => cell(column, row, at))))))));
}

function head(words, at, { wide }) {
  return h("Th", { scope: "col", className: wide ? "wide" : null },
    h("Button", { type: "button", className: "sorts", "data-column": at }, words, h("Span", { className: "sign", "aria-hidden": "true" })));
}

function cell({ cell: inside, sort, wide }, row, at) {
  const by = sort?.(row);
  const attributes = { className: wide ? "wide" : null, "data-sort": by === null || by === undefined ? (sort ? "" : null) : String(by) };
  return at === 0 ? h("Th", { scope: "row", ...attributes }, inside(row)) : h("Td", attributes, inside(row));
}

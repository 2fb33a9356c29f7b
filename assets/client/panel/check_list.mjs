// Statements of the founding article in a list: each with its verdict, each leading to its page. Pure.
import { h } from "../h.mjs";

/** @param {object} tell from `reader` @param {string[]} ids of checks */
export function checkList(tell, ids) {
  const checks = (ids ?? []).map((id) => tell.story.checks[id]).filter(Boolean);
  return checks.length > 0 && h("Ul", { className: "entries checks" }, checks.map(entry));
}

function entry({ id, statement, verdict }) {
  return h("Li", null, h("Button", { type: "button", className: "entry", "data-id": `check:${id}` },
    h("Span", { className: "entry-words" },
      h("Span", { className: "entry-title" }, statement),
      h("Span", { className: "verdict" }, verdict))));
}

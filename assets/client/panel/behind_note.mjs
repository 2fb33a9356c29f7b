// What stands behind the content note of an attack: its descriptions, never its figures or sources. Pure.
import { h } from "../h.mjs";

const DESCRIBED = ["description", "accounts"];

/** The note, and the button that shows what is behind it; nothing for an attack without a note. */
export function contentNote(tell, { contentNote: note }) {
  if (!note) return null;
  return h("Div", { className: "content-note" },
    h("P", null, h("Strong", null, tell.t("note.title")), " ", note),
    descriptionsButton(tell, "descriptions"));
}

/**
 * Part of a page that describes what happened: as it is where the attack has no note, else shown or hidden as chosen.
 * @param {"description"|"accounts"} id of the part
 */
export function described(tell, { contentNote: note }, id, ...children) {
  return h("Div", { id, "data-described": note ? "" : null, hidden: note && !tell.descriptions ? true : null }, children);
}

/** A text that describes what happened at an attack, in a list of many; the button for all of them is `contentSwitch`. */
export function behindNote(tell, { contentNote: note }, words) {
  return note && words ? h("Span", { "data-described": "", hidden: tell.descriptions ? null : true }, words) : words;
}

/** The button for a page on which many attacks are described; nothing where none has a note. */
export function contentSwitch(tell) {
  if (!Object.values(tell.story.attacks).some(({ contentNote: note }) => note)) return null;
  return h("P", { className: "content-note" }, h("Strong", null, tell.t("note.title")), " ", tell.t("note.several"), " ", h("Button", {
    type: "button", className: "descriptions", "data-descriptions": "", "aria-expanded": String(tell.descriptions),
  }, h("Span", { className: "to-show" }, tell.t("note.show")), h("Span", { className: "to-hide" }, tell.t("note.hide"))));
}

/** The same button once more where a hidden part begins. */
export function noteAgain(tell, { contentNote: note }) {
  return note ? h("P", { className: "content-note" }, descriptionsButton(tell, "descriptions-again")) : null;
}

// both words are in it, so that showing and hiding changes no text: aria-expanded says which of them is seen
function descriptionsButton({ t, descriptions }, id) {
  return h("Button", {
    type: "button", id, className: "descriptions", "data-descriptions": "", "aria-expanded": String(descriptions), "aria-controls": DESCRIBED.join(" "),
  }, h("Span", { className: "to-show" }, t("note.show")), h("Span", { className: "to-hide" }, t("note.hide")));
}

// A button that copies a text of the page; `copying.mjs` serves it. Pure.
import { h } from "../h.mjs";

/**
 * The button and the place beside it where it says what it did.
 * @param {Function} t words
 * @param {string} id of the element whose text is copied
 * @param {string} what it is called, for who does not see it
 */
export function copyButton(t, id, what) {
  return h("Span", { className: "copying" },
    h("Button", { type: "button", className: "copy", "data-copies": id, "aria-label": t("copy.what", { what }) }, t("copy.button")),
    h("Span", { className: "copied", role: "status" }));
}

// What is in the share dialog: the link, a picture, a QR code, the choices, and the codes for other pages. Pure.
import { h } from "../h.mjs";
import { copyButton } from "../panel/copy_button.mjs";
import { languages, PARTS, THEMES } from "../state.mjs";
import { LIMITS, SIZES } from "./options.mjs";

/**
 * @param {object} tell from `reader`
 * @param {{title: string, options: import("./options.mjs").Options, held: boolean, alone: boolean}} view `held`: the visitor has moved the map;
 *   `alone`: the page is all there is, and no script for an element stands beside it
 */
export function shareBox(tell, { title, options, held, alone }) {
  const { t } = tell;
  return h("Div", { className: "share-box" },
    h("Header", null,
      h("H2", { id: "share-title" }, t("share.title")),
      closeButton(t)),
    h("P", { className: "share-view" }, title),
    code(t, "link", t("share.link")),
    h("Div", { className: "share-sides" },
      h("Div", { className: "share-pictures" }, pictureFigure(t), qrFigure(t)),
      h("Div", { className: "share-page" },
        h("Form", { className: "share-options", "aria-label": t("share.options") },
          h("H3", null, t("share.options")), shown(tell, title, options, held), hidden(t, options), fields(tell, options)),
        code(t, "iframe", t("share.iframe"), t("share.iframe_note")),
        !alone && code(t, "element", t("share.element"), t("share.element_note")))));
}

/** The QR code for a whole room: as large as the window allows, the address under it. @param {object} qr from `qrCode` */
export function largeBox(t, qr, link) {
  return h("Div", { className: "qr-box" }, qr, h("P", { dir: "ltr" }, link), closeButton(t));
}

function code(t, name, title, note) {
  const id = `share-${name}`;
  return h("Section", { className: "share-code" },
    h("Div", { className: "cite-head" }, h("H3", null, title), copyButton(t, id, title)),
    note && h("P", { className: "share-note" }, note),
    h("Pre", { id, className: "cite-code", "data-code": name, dir: "ltr" }));
}

function pictureFigure(t) {
  return h("Figure", { id: "share-picture", "aria-busy": "true" },
    h("Div", { className: "share-frame" }, h("P", { className: "share-note", role: "status" }, t("share.picture_doing"))),
    h("Figcaption", { className: "share-note" }, t("share.picture_note")),
    h("A", { id: "share-download", className: "plain-button", hidden: true }, t("share.download")));
}

function qrFigure(t) {
  return h("Figure", { id: "share-qr" },
    h("Div", { className: "share-code-drawn" }),
    h("Button", { type: "button", id: "share-qr-large", className: "plain-button" }, t("share.qr_large")));
}

function shown(tell, title, options, held) {
  const { t, state: { year, select }, story } = tell;
  const { firstYear } = story.story;
  return h("Div", { className: "share-choices" },
    year !== firstYear && h("Fieldset", null,
      h("Legend", null, t("share.year")),
      choice("radio", "year", "now", t("share.year_now", { year: tell.year(year) }), options.year === "now"),
      choice("radio", "year", "start", t("share.year_start", { year: tell.year(firstYear) }), options.year === "start")),
    select && choice("checkbox", "select", "1", t("share.select", { title }), options.select),
    held && choice("checkbox", "view", "1", t("share.held"), options.view),
    choice("checkbox", "playing", "1", t("share.playing"), options.playing));
}

function hidden(t, { hide }) {
  return h("Fieldset", null,
    h("Legend", null, t("share.hide")),
    h("Div", { className: "share-parts" }, PARTS.map((part) => choice("checkbox", "hide", part, t(`share.part_${part}`), hide.includes(part)))));
}

function fields(tell, options) {
  const { t, story } = tell;
  const choices = languages(story).map((lang) => [lang, story.languages?.[lang]?.name ?? tell.language(lang)]);
  const sizes = [...SIZES.map((it) => it.size), "own"].map((name) => [name, t(`share.size_${name}`)]);
  return h("Div", { className: "share-fields" },
    field(t("share.theme"), list("theme", THEMES.map((theme) => [theme, t(`share.theme_${theme}`)]), options.theme)),
    choices.length > 1 && field(t("share.lang"), list("lang", [["", t("share.lang_own")], ...choices], options.lang)),
    field(t("share.size"), list("size", sizes, options.size)),
    ["width", "height"].map((side) => field(t(`share.${side}`), h("Input", {
      type: "number", name: side, min: LIMITS[side][0], max: LIMITS[side][1], step: 1, value: options[side], inputMode: "numeric",
    }))));
}

function choice(type, name, value, words, checked) {
  return h("Label", { className: "share-choice" }, h("Input", { type, name, value, checked }), h("Span", null, words));
}

function field(words, control) {
  return h("Label", { className: "field" }, h("Span", null, words), control);
}

function list(name, choices, chosen) {
  return h("Select", { name }, choices.map(([value, words]) => h("Option", { value, selected: value === chosen }, words)));
}

function closeButton(t) {
  return h("Button", { type: "button", className: "close", "aria-label": t("keys.close"), title: t("keys.close") }, "×");
}

// The dialog that cites what is on screen. Uses window and document.
import { localDay } from "./cite/dates.mjs";
import { citations } from "./cite.mjs";
import { h } from "./h.mjs";
import { copyButton } from "./panel/copy_button.mjs";
import { render } from "./render.mjs";
import { words } from "./text.mjs";

/**
 * @param {object} story
 * @param {() => Date} [clock]
 * @returns {(state: object, what?: "view"|"source") => void} opens the dialog on a state; `what` of it is to be seen first
 */
export function openCite(story, clock = () => new Date()) {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.className = "cite";
  dialog.setAttribute("aria-labelledby", "cite-title");
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest(".cite-close")) dialog.close();
  });
  return (state, what = "view") => {
    const { origin, pathname } = window.location;
    const cited = citations(state, story, { base: `${origin === "null" ? "file://" : origin}${pathname}`, today: localDay(clock()) });
    dialog.lang = state.lang;
    render(dialog, citeBox(words(story, state.lang), cited));
    dialog.showModal();
    dialog.scrollTop = 0;
    if (what !== "view") dialog.querySelector(`[data-cited="${what}"]`)?.scrollIntoView();
  };
}

/** What is in the dialog. @param {Function} t words @param {import('./cite.mjs').Citation[]} cited */
export function citeBox(t, cited) {
  return h("Div", { className: "cite-box" },
    h("Header", null,
      h("H2", { id: "cite-title" }, t("cite.title")),
      h("Button", { type: "button", className: "cite-close", "aria-label": t("keys.close"), title: t("keys.close") }, "×")),
    h("P", { className: "cite-intro" }, t("cite.intro")),
    cited.map(({ what, title, forms }) => h("Section", { className: "cited", "data-cited": what },
      h("H3", null, t(`cite.${what}`)),
      h("P", { className: "cited-title" }, title),
      what === "source" && h("P", { className: "cite-intro" }, t("cite.source_note")),
      forms.map((it) => formBox(t, what, it)))));
}

function formBox(t, what, { form, runs, code }) {
  const id = `cite-${what}-${form}`;
  const name = t(`cite.form_${form}`);
  return h("Div", { className: "cite-form", "data-form": form },
    h("Div", { className: "cite-head" }, h("H4", null, name), copyButton(t, id, name)),
    runs
      ? h("P", { id, className: "cite-text" }, runs.map((run) => (run.italic ? h("I", null, run.italic) : run)))
      : h("Pre", { id, className: "cite-code" }, code));
}

// The search: a field and a list of answers, as the combobox pattern of ARIA has it. Uses window and document.
import { reader } from "./panel/reader.mjs";
import { render } from "./render.mjs";
import { asked, find, searchIndex } from "./search.mjs";
import { answerList, searchBox, summary } from "./search/answers.mjs";

/**
 * @param {object} story
 * @param {Function} t words
 * @param {() => object} state the present one
 * @returns {() => void} opens the dialog; a click on an answer goes the way of every click on something with a `data-id`
 */
export function openSearch(story, t, state) {
  const dialog = document.createElement("dialog"); // in the page only while it is open
  dialog.className = "search";
  const part = (id) => dialog.querySelector(`#${id}`);
  const options = () => [...dialog.querySelectorAll("[role=option]")];
  let [index, indexed, question, active] = [null, null, "", -1];

  function open() {
    dialog.setAttribute("aria-label", t("search.name"));
    render(dialog, searchBox(t, question));
    fit();
    document.body.append(dialog);
    dialog.showModal();
    part("search-words").select();
    // the field is seen before the words of the story are put in order, which takes a moment the first time
    window.requestAnimationFrame(() => window.setTimeout(answer));
  }

  function answer() {
    if (!dialog.open) return;
    if (indexed !== t.lang) [index, indexed] = [searchIndex(story), t.lang];
    question = part("search-words").value;
    const found = find(index, question);
    render(part("search-answers"), answerList(reader(state(), story), found, asked(question)));
    part("search-answers").hidden = !found.shown;
    part("search-answers").scrollTop = 0;
    part("search-words").setAttribute("aria-expanded", String(found.shown > 0));
    point(-1);
    const { note, said } = summary(t, question, found);
    part("search-note").textContent = note;
    part("search-said").textContent = said;
  }

  /** The focus stays in the field; it says which answer is meant. */
  function point(at) {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length ? at : -1;
    const chosen = all[active];
    chosen?.setAttribute("aria-selected", "true");
    const above = chosen?.previousElementSibling;
    if (above?.className === "search-group") above.scrollIntoView({ block: "nearest" });
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) part("search-words").setAttribute("aria-activedescendant", chosen.id);
    else part("search-words").removeAttribute("aria-activedescendant");
  }

  const keys = {
    ArrowDown: (count) => point(active + 1 < count ? active + 1 : 0),
    ArrowUp: (count) => point(active > 0 ? active - 1 : count - 1),
    Enter: () => options()[Math.max(active, 0)]?.click(),
  };

  function fit() {
    // what the keyboard of a phone leaves free
    dialog.style.setProperty("--seen", `${window.visualViewport?.height ?? window.innerHeight}px`);
  }

  dialog.addEventListener("input", answer);
  dialog.addEventListener("close", () => { if (!dialog.open) dialog.remove(); }); // it is told late: it may be open again
  dialog.addEventListener("keydown", (event) => {
    const act = event.target.id === "search-words" && Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (!act || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act(options().length);
  });
  dialog.addEventListener("pointerdown", (event) => {
    if (event.target.closest("[role=option]")) event.preventDefault(); // the field keeps the focus, and a phone its keyboard
  });
  dialog.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen || event.target === dialog || event.target.closest(".search-close")) dialog.close();
    if (chosen) goTo(chosen.dataset.id);
  });
  window.visualViewport?.addEventListener("resize", fit);
  return open;
}

/** Once what was chosen is shown, the focus goes to it, so that it is read out. */
function goTo(ref) {
  const page = document.documentElement;
  const focus = () => document.getElementById("detail").focus({ preventScroll: true });
  const shown = new MutationObserver(() => {
    shown.disconnect();
    focus();
  });
  if (page.dataset.selected === ref) focus();
  else shown.observe(page, { attributeFilter: ["data-selected"] });
}

// The list of all sources: what is typed and chosen changes the list and its count, and nothing else, so that the field
// keeps its focus and caret. The choice is kept while the page is open, not in the address. Uses document.
import { reader } from "./panel/reader.mjs";
import { ALL } from "./panel/source_choice.mjs";
import { foundSources, furtherInWords } from "./panel/sources.mjs";
import { render } from "./render.mjs";

let choice = { ...ALL };

/** What the visitor has chosen. @returns {import('./panel/source_choice.mjs').Choice} */
export function sourceChoice() {
  return choice;
}

/**
 * Serve the fields whenever they are in an element.
 * @param {HTMLElement} panel
 * @param {object} story
 * @param {() => object} state the present one
 */
export function openSourceList(panel, story, state) {
  const part = (id) => document.getElementById(id);

  function show(changed) {
    choice = { ...choice, ...changed };
    const tell = reader(state(), story);
    const { words, narrowed, rows, more } = foundSources(tell, choice);
    part("sources-count").textContent = words;
    part("sources-clear").hidden = !narrowed;
    part("sources-further").firstElementChild.textContent = furtherInWords(tell.t, choice);
    render(part("sources-list"), rows);
    part("sources-more").textContent = more;
    part("sources-more").hidden = !more;
  }

  panel.addEventListener("input", ({ target }) => {
    const name = target.dataset.choice;
    if (name) show({ [name]: target.value, shown: ALL.shown });
  });
  panel.addEventListener("click", ({ target }) => {
    if (target.closest("#sources-clear")) {
      for (const field of panel.querySelectorAll("[data-choice]")) if (field.dataset.choice !== "sort") field.value = "";
      show({ ...ALL, sort: choice.sort, open: choice.open });
      part("sources-words").focus();
    }
    if (target.closest("#sources-more")) {
      const before = choice.shown;
      show({ shown: before + ALL.shown });
      part("sources-list").children[before]?.querySelector("button").focus();
    }
  });
  panel.addEventListener("toggle", ({ target }) => {
    if (target.id === "sources-further") choice = { ...choice, open: target.open };
  }, { capture: true }); // it does not bubble
}

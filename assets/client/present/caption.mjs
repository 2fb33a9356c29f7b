// The caption on stage: the year in very large figures, one or two sentences, on whose word, and how far the walk has come.
// Uses document.
import { formatYear } from "../numbers.mjs";
import { series } from "../text.mjs";
import { captionOf, progressOf, sourceLine } from "./wording.mjs";

/**
 * @param {object} story
 * @param {Function} t words
 * @returns {{show: (state: object) => void, moment: (year: number) => void, typed: (figures: string) => void}}
 *   `moment`: the year that passes on the map; `typed`: figures that are being typed, in the place of the year
 */
export function openCaption(story, t) {
  const parts = Object.fromEntries(["year", "text", "sources"].map((name) => [name, Object.assign(document.createElement(name === "year" ? "div" : "p"), { className: `caption-${name}` })]));
  const words = Object.assign(document.createElement("div"), { className: "caption-words" });
  words.append(parts.text, parts.sources);
  const [named, others] = [document.createElement("span"), document.createElement("span")];
  parts.sources.append(named, others);
  const progress = Object.assign(document.createElement("div"), { className: "progress" });
  const done = progress.appendChild(document.createElement("i"));
  document.getElementById("caption").replaceChildren(parts.year, words, progress);
  let [passing, writing, spoken] = ["", "", null];
  const figures = () => {
    put(parts.year, writing || passing);
    parts.year.classList.toggle("typing", writing !== "");
  };

  return {
    show(state) {
      const text = captionOf(state, story, t);
      if (put(parts.text, text)) words.replaceChildren(parts.text, parts.sources); // anew, so that it fades in
      const { names, more } = sourceLine(state, story, t);
      put(named, names);
      put(others, more && series(["", more], t));
      done.style.inlineSize = `${progressOf(state, story) * 100}%`;
      if (!passing || spoken !== state.lang) passing = formatYear(state.year, t.lang);
      spoken = state.lang;
      figures();
    },
    moment(year) {
      passing = formatYear(year, t.lang);
      figures();
    },
    typed(given) {
      writing = given;
      figures();
    },
  };
}

function put(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

// The choice of language in the header; there is none where the story speaks only one. Uses document.
import { languages } from "./state.mjs";

/** @param {(lang: string) => void} choose @returns {(state: object) => void} */
export function openLanguageChoice(story, t, choose) {
  const codes = languages(story);
  if (codes.length < 2) return () => {};
  const holder = Object.assign(document.createElement("span"), { className: "language" });
  const sign = Object.assign(document.createElement("span"), { className: "sign-language" });
  sign.setAttribute("aria-hidden", "true");
  const select = Object.assign(document.createElement("select"), { id: "language" });
  select.dataset.words = "label:button.language title:button.language";
  for (const name of ["aria-label", "title"]) select.setAttribute(name, t("button.language"));
  // each in its own words: who looks for it cannot read the others
  select.append(...codes.map((code) => Object.assign(document.createElement("option"), {
    value: code, lang: code, dir: story.languages[code].direction, textContent: story.languages[code].name,
  })));
  select.addEventListener("change", () => choose(select.value));
  holder.append(sign, select);
  document.getElementById("theme").before(holder);
  return (state) => { select.value = state.lang; };
}

// In which language the page speaks: its words, and the story's texts. There is one at a time. Uses document, window and navigator.
import { loadData, loaded } from "./data_files.mjs";
import { words } from "./text.mjs";
import { exchange, preferred } from "./translation.mjs";

/** What the languages other than the story's own need, by code: "fr:text-fr.1234.js sq:…". */
const PATHS = new Map((document.documentElement.dataset.texts ?? "").split(" ").filter(Boolean).map((it) => it.split(":")));

/** The language that the browser of the visitor asks for, of those that there are. */
export function usualLanguage() {
  return preferred(window.navigator.languages ?? [], [document.documentElement.dataset.language, ...PATHS.keys()]);
}

/** Ask for the texts of a language; settled when they are there, or cannot be had. */
export function fetchLanguage(lang) {
  return PATHS.has(lang) ? loadData(nameOf(lang), PATHS.get(lang)) : Promise.resolve(null);
}

/**
 * @param {object} story the payload; its texts are changed in place
 * @param {object} looks those of the charts too
 * @returns {{t: Function, speak: (lang: string) => boolean, speakAgain: () => void}} `t` as `words` gives it, always in the language that is spoken;
 *   `speak` changes it and gives false if the texts are not there
 */
export function openVoice(story, looks) {
  const own = story.story.language;
  let [say, replaced, lastSpoken] = [words(story, own), { texts: {}, looks: {} }, null];
  const t = (key, values) => say(key, values);
  for (const name of ["lang", "fromRight"]) Object.defineProperty(t, name, { get: () => say[name] });

  function speak(lang) {
    const spoken = lang === own ? { texts: {}, looks: {} } : loaded(nameOf(lang));
    if (!spoken) return false;
    exchange(story, replaced.texts);
    exchange(looks, replaced.looks);
    replaced = { texts: exchange(story, spoken.texts), looks: exchange(looks, spoken.looks) };
    lastSpoken = spoken;
    if (spoken.words) story.text[lang] = spoken.words;
    say = words(story, lang);
    const { dataset } = document.documentElement;
    Object.assign(document.documentElement, { lang, dir: story.languages?.[lang]?.direction ?? "ltr" });
    dataset.spoken = lang;
    relabel(document, t);
    return true;
  }

  /** What has come into the story since is in its own language still. */
  function speakAgain() {
    if (!lastSpoken) return;
    exchange(story, replaced.texts);
    replaced.texts = exchange(story, lastSpoken.texts);
  }

  return { t, speak, speakAgain };
}

/** Say again what stands on the page from the beginning: `data-words` names the keys, "inside:KEY title:KEY label:KEY". */
export function relabel(root, t) {
  for (const element of root.querySelectorAll("[data-words]")) {
    for (const [what, key] of element.dataset.words.split(" ").map((it) => it.split(":"))) {
      if (what === "inside") element.textContent = t(key);
      else element.setAttribute(what === "label" ? "aria-label" : what, t(key));
    }
  }
}

function nameOf(lang) {
  return `text-${lang}`;
}

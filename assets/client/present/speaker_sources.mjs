// A source as the speaker needs it when somebody asks: who, what, when, and where to find it. Uses document.
import { reader } from "../panel/reader.mjs";

const WEB = /^https?:\/\//i;

/** The sources as entries of a list. @returns {HTMLLIElement[]} */
export function sourceEntries(sources, state, story) {
  const tell = reader(state, story);
  return sources.map((source) => {
    const entry = document.createElement("li");
    const title = WEB.test(source.url ?? "")
      ? Object.assign(document.createElement("a"), { href: source.url, target: "_blank", rel: "noopener noreferrer", textContent: source.title })
      : source.title;
    const date = tell.sourceDate(source);
    entry.append(Object.assign(document.createElement("strong"), { textContent: source.publisher }), ": ", title, date ? `, ${date}` : "");
    return entry;
  });
}

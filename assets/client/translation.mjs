// Puts a story's texts in another language into the story itself, and back. Pure, but for the story it is given.

/**
 * @param {object} facts  the payload, or a part of it; changed in place, so that all who hold it read the new texts
 * @param {object} texts  what is to stand there instead, nested as in `facts`; of a list, by index
 * @returns {object} what stood there before, in the same form
 */
export function exchange(facts, texts) {
  const before = {};
  for (const [name, text] of Object.entries(texts)) {
    if (facts === null || typeof facts !== "object" || !Object.hasOwn(facts, name)) continue;
    if (text !== null && typeof text === "object") before[name] = exchange(facts[name], text);
    else [before[name], facts[name]] = [facts[name], text];
  }
  return before;
}

/**
 * The language to begin with: the first wanted one that is offered, by its code before the hyphen.
 * @param {readonly string[]} wanted as a browser lists them: ["fr-CA", "en"]
 * @param {string[]} offered the story's own first
 */
export function preferred(wanted, offered) {
  const codes = wanted.map((it) => String(it).toLowerCase().split("-")[0]);
  return codes.find((code) => offered.includes(code)) ?? offered[0];
}

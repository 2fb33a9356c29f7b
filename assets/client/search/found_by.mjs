// By what each thing of a story is found: its names, what stands close to it, and what is told of it. Pure.
import { kindName, locale, words } from "../text.mjs";

/** What is found, in the order in which it is listed. An operation is an attack that is not counted as one. */
export const GROUPS = ["place", "attack", "operation", "relocation", "context", "check", "source"];

/**
 * @typedef {Object} Thing
 * @property {string} ref       what a click on it selects
 * @property {string} group     one of GROUPS
 * @property {string} date      as in the tables, "" for none
 * @property {string} title     in the story's language
 * @property {string} after     a word that says little at the beginning of the title
 * @property {string[]} names   the title in other languages
 * @property {string[]} others  what else it is called
 * @property {string[]} near    what stands close to it: its kind …
 * @property {string[]} where   of a place: where it lies
 * @property {string[]} places  ids of the places it is about, whose names stand close to it too
 * @property {string[]} told    running text
 */

/** Everything that can be found. @param {import("../state.mjs").Story} story @returns {Thing[]} */
export function everything(story) {
  const said = inLanguages(story);
  const all = (table, make) => Object.values(story[table] ?? {}).map(make);
  return [
    ...all("places", (row) => {
      const where = [row.adminArea, ...said.country(row.country)];
      return thing("place", row, {
        title: row.name, date: row.opened?.edtf, after: row.kind, names: Object.values(row.names ?? {}), others: row.otherNames,
        where, near: [row.kind, ...where, ...said.group("place")], told: [row.note],
      });
    }),
    ...all("attacks", (row) => {
      const group = row.counted ? "attack" : "operation";
      return thing("attack", row, { group, near: [...said.kind(row.kind), ...said.group(group)], places: [row.place], told: [row.summary, row.means, row.unWording] });
    }),
    ...all("relocations", (row) => thing("relocation", row, {
      near: [...said.text(`panel.relocation_${row.kind}`), ...said.group("relocation")], places: [row.from, row.to], told: [row.description, row.disputed],
    })),
    ...all("context", (row) => thing("context", row, { near: [...said.kind(row.kind), ...said.group("context")], places: [row.place], told: [row.summary] })),
    ...all("checks", (row) => thing("check", row, {
      title: row.statement, date: String(row.year ?? ""), near: [row.verdict, ...said.group("check")], places: [row.place], told: [row.finding],
    })),
    ...all("sources", (row) => thing("source", row, {
      date: row.date, others: [row.publisher], near: [...said.kind(row.type), ...said.group("source")], told: [row.reliability],
    })),
  ];
}

/** Languages the story speaks: those of its texts and of its places' names. */
export function languagesOf(story) {
  const named = Object.values(story.places ?? {}).flatMap(({ names }) => Object.keys(names ?? {}));
  return [...new Set([story.story.language, ...Object.keys(story.text ?? {}), ...named])];
}

function thing(kind, { id, title, date }, more) {
  return {
    ref: `${kind}:${id}`, group: kind, after: "", names: [], where: [], places: [], ...more,
    title: more.title ?? title ?? "", date: more.date ?? date?.edtf ?? "", others: more.others ?? [],
  };
}

/** The same words in every language of the story, each asked for once. */
function inLanguages(story) {
  const languages = languagesOf(story).map((lang) => words(story, lang));
  const asked = (say) => {
    const known = new Map();
    return (name) => {
      if (!known.has(name)) known.set(name, name ? [...new Set(languages.map((t) => say(name, t)).filter(Boolean))] : []);
      return known.get(name);
    };
  };
  return {
    text: asked((key, t) => t(key)),
    kind: asked((id, t) => kindName(story, id, t)),
    group: asked((group, t) => t(`search.group_${group}`)),
    country: asked((code, t) => countryName(code, t.lang)),
  };
}

function countryName(code, lang) {
  try {
    return new Intl.DisplayNames([locale(lang)], { type: "region" }).of(code);
  } catch {
    return code; // not a well-formed code
  }
}

// Where each row of the story stands: the page that shows it, and the part of that page. Pure.
import { PAGES } from "../state.mjs";
import { refParts } from "./reader.mjs";

/**
 * @typedef {Object} Whereabouts
 * @property {object} row
 * @property {string|null} page reference of the page that shows it; null when none does
 * @property {string|null} at   id of its part of that page; null for the whole page
 * @property {object|null} held the row that holds it: the attack of a claim, the place of a count
 */

/** Rows that are a page by themselves. */
const OWN = { attack: "attacks", relocation: "relocations", context: "context", place: "places", check: "checks", source: "sources" };
const known = new WeakMap(); // story → its index: a story never changes

/** Where the row of a reference such as "claim:clm_1" stands; null if the story does not hold it. @returns {Whereabouts|null} */
export function whereabouts(story, ref) {
  const { kind, id } = refParts(ref);
  if (Object.hasOwn(OWN, kind)) return Object.hasOwn(story[OWN[kind]], id) ? { row: story[OWN[kind]][id], page: ref, at: null, held: null } : null;
  if (!known.has(story)) known.set(story, indexOf(story));
  return known.get(story).get(ref) ?? null;
}

/** The reference of the page that shows what a reference names; null when none does. */
export function ownerOf(story, ref) {
  return whereabouts(story, ref)?.page ?? null;
}

function indexOf(story) {
  const index = new Map();
  const add = (kind, row, page, held = null, named = true) => {
    const ref = `${kind}:${row.id}`;
    if (!index.has(ref)) index.set(ref, { row, page, at: page && named ? `${kind}-${row.id}` : null, held });
  };
  const whole = (name) => (PAGES[name](story) ? `page:${name}` : null);
  for (const attack of Object.values(story.attacks)) {
    for (const claim of attack.claims) add("claim", claim, `attack:${attack.id}`, attack);
    for (const account of attack.accounts) add("account", account, `attack:${attack.id}`, attack);
    for (const id of [...attack.claims.flatMap(({ speakers }) => speakers), ...attack.accounts.map(({ speaker }) => speaker)]) {
      const speaker = story.speakers[id];
      // only of those with a ground for their label is there more to say than their name
      if (speaker) add("speaker", speaker, `attack:${attack.id}`, attack, Boolean(speaker.ground || speaker.affiliatedWith));
    }
  }
  for (const speaker of Object.values(story.speakers)) add("speaker", speaker, null);
  for (const place of Object.values(story.places)) {
    // what a holder counted is also shown where it is drawn, and stands first at the place itself
    for (const count of place.counts) add("presence", count, `place:${count.place}`, story.places[count.place]);
    for (const period of place.custody) add("custody", period, `place:${place.id}`, place);
  }
  for (const total of Object.values(story.totals)) {
    const check = Object.values(story.checks).find(({ claim }) => claim && claim.metric === total.metric && claim.scope === total.scope);
    add("claim", total, check ? `check:${check.id}` : null, null, false);
  }
  for (const dispute of Object.values(story.controversies)) add("controversy", dispute, whole("article"));
  for (const step of Object.values(story.steps ?? {})) add("step", step, step.select, null, false);
  for (const correction of Object.values(story.corrections)) add("correction", correction, whole("corrections"));
  return index;
}

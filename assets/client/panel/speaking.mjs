// Who speaks about an attack: what kind of body, what part it has in the event, and in what order they are heard. Pure.
import { locale } from "../text.mjs";

/** Kinds of speakers in the order of plot, table and accounts; within a kind by name. `panel.speakers_KIND` says each. */
export const KINDS = [
  "un", "government", "ngo", "academic", "media", "person", "party", "other_party", "armed_group", "state_linked", "encyclopaedia",
];

/**
 * What a speaker has to do with an attack, by the rule that the estimates use: a `party` to it (struck, accused or in
 * control), counted `with` a party, or `outside`.
 * @param {object} story
 * @param {{stakeholders: string[]}} attack
 * @param {string} id of a speaker
 */
export function partIn(story, { stakeholders }, id) {
  if (stakeholders.includes(id)) return "party";
  return stakeholders.includes(story.speakers[id]?.affiliatedWith) ? "with" : "outside";
}

/** The kind under which a speaker stands at an attack: whoever is a party to it is that first, whatever body it is. */
export function kindIn(story, attack, id) {
  const part = partIn(story, attack, id);
  const kind = story.speakers[id]?.kind ?? "party";
  if (part === "party") return "party";
  return kind === "party" && part === "outside" ? "other_party" : kind;
}

/** "party to it", "counted with Iran, a party to it", "outside". */
export function partInWords(tell, attack, id) {
  return tell.t(`panel.part_${partIn(tell.story, attack, id)}`, { who: tell.speaker(tell.story.speakers[id]?.affiliatedWith) });
}

/** "counted with Iran": with which party to an attack a speaker is counted; "" for one that is itself a party, or outside. */
export function sideInWords(tell, attack, id) {
  return partIn(tell.story, attack, id) === "with" ? tell.t("panel.side", { who: tell.speaker(tell.story.speakers[id].affiliatedWith) }) : "";
}

/** Compares two speakers for sorting: by kind at this attack, then by name as the language sorts. */
export function speakerOrder(tell, attack) {
  const names = new Intl.Collator(locale(tell.lang));
  const rank = (id) => KINDS.indexOf(kindIn(tell.story, attack, id));
  return (a, b) => rank(a) - rank(b) || names.compare(tell.speaker(a), tell.speaker(b));
}

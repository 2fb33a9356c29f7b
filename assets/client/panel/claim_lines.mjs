// The line under a plot: who says the figure of the chosen dot, when, how it counts and why, and where it stands. Pure.
import { h } from "../h.mjs";
import { isBest, reasonInWords, saidInWords, standingInWords } from "./claims.mjs";
import { refButton, shortLabel } from "./links.mjs";
import { aside } from "./parts.mjs";
import { partIn, partInWords } from "./speaking.mjs";

/** The id of a claim's line, which its dots name. */
export const lineId = ({ id }) => `line-${id}`;

/** The claim that is told before a dot is chosen: the one that carries the best figure, else the first. */
export function toldFirst(attack, claims) {
  return claims.find((claim) => isBest(attack, claim)) ?? claims[0];
}

/** A line for each claim, all in one place, so that the room is kept whichever is told; see `claim_dots.mjs`. */
export function claimLines(tell, attack, claims) {
  const told = toldFirst(attack, claims);
  return h("Div", { className: "claim-lines" }, claims.map((claim) =>
    h("P", { id: lineId(claim), className: `claim-line${claim === told ? " told" : ""}` }, claimLine(tell, attack, claim))));
}

function claimLine(tell, attack, claim) {
  const { story } = tell;
  const who = tell.speakers(claim.speakers);
  const sided = claim.speakers.filter((id) => partIn(story, attack, id) === "with");
  const known = claim.sources.map((id) => story.sources[id]).filter(Boolean);
  return [
    h("Strong", null, who), claim.spokenBy && claim.spokenBy !== who && ` (${claim.spokenBy})`, ": ",
    saidInWords(tell, claim),
    aside(standingInWords(tell, attack, claim)),
    aside(reasonInWords(tell, attack, claim)),
    sided.map((id) => aside(partInWords(tell, attack, id))),
    aside(claim.note),
    h("Span", { className: "links" }, known.map((source) => refButton(`source:${source.id}`, shortLabel(tell, source)))),
  ];
}

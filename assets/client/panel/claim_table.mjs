// Every claim of an attack as a table: the figure, who says it, when, how it counts and why, and where it stands. Pure.
import { h } from "../h.mjs";
import { series } from "../text.mjs";
import { claimGroups, countedWords, formOf, isBest, reasonInWords, standingInWords } from "./claims.mjs";
import { sourceLinks } from "./links.mjs";
import { aside } from "./parts.mjs";
import { kindIn, partIn, partInWords } from "./speaking.mjs";

const COLUMNS = ["panel.claims_who", "panel.claims_figure", "panel.claims_standing"];

/** Every claim, in a table for each thing that is counted: heads above heads are lost on who hears a table. */
export function claimTable(tell, attack) {
  const { t } = tell;
  return claimGroups(tell, attack).map((counted, at) => h("Table", { className: "claims" },
    h("Caption", null, countedWords(tell, counted), h("Span", { className: "unseen" }, " · ", t("panel.claims_caption", { title: attack.title }))),
    h("Thead", { className: at ? "unseen" : null }, h("Tr", null, COLUMNS.map((key) => h("Th", { scope: "col" }, t(key))))),
    h("Tbody", null, counted.claims.map((claim) => claimRow(tell, attack, claim)))));
}

function claimRow(tell, attack, claim) {
  const by = claim.spokenBy !== tell.speakers(claim.speakers) && claim.spokenBy;
  return h("Tr", { id: `claim-${claim.id}`, "data-claim": claim.id, className: isBest(attack, claim) ? "best" : null },
    h("Th", { scope: "row" },
      h("Span", { className: "who" }, tell.speakers(claim.speakers)),
      aside(by), aside(claim.reportDate && tell.date(claim.reportDate)), aside(kindsInWords(tell, attack, claim))),
    h("Td", { className: "amounts" }, h("Span", { className: `dot ${formOf(claim)}`, "aria-hidden": "true" }), " ", tell.count(claim)),
    h("Td", null,
      h("Span", null, standingInWords(tell, attack, claim)), aside(reasonInWords(tell, attack, claim)), aside(claim.note),
      sourceLinks(tell, claim.sources, claim.reportDate)));
}

/** What the speakers are, as the plot groups them: "NGO"; "person, counted with PMOI, a party to it". */
function kindsInWords(tell, attack, { speakers }) {
  const words = speakers.map((id) => tell.all([
    tell.t(`panel.speaker_${kindIn(tell.story, attack, id)}`),
    partIn(tell.story, attack, id) === "with" && partInWords(tell, attack, id),
  ]));
  return series([...new Set(words)], tell.t);
}

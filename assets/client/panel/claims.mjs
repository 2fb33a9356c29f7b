// Who says how many: the claims of an attack in one order, for the plot and the table alike. Pure.
import { h } from "../h.mjs";
import { sourceLinks } from "./links.mjs";
import { aside } from "./parts.mjs";

const METRICS = ["killed", "wounded", "missing", "detained"];
const GROUPS = ["story", "iraqi_forces", "civilians", "iraqis", "all"];
/** Kinds of speakers in the order of plot and table; those of a pooled kind share one row, all others are named. */
const KINDS = ["un", "government", "ngo", "academic", "media", "person", "party", "armed_group", "state_linked", "encyclopaedia"];
const POOLED = ["un", "ngo", "academic", "media", "encyclopaedia"];
const COLUMNS = ["panel.claims_who", "panel.claims_figure", "panel.claims_standing"];
const FORMS = { "last word": "solid", superseded: "hollow", "shown, not counted": "hollow", "set aside": "crossed" };

/**
 * The claims of an attack by what they count: killed, wounded … of the people of the story first, then of others.
 * @returns {{metric: string, group: string, claims: object[]}[]}
 */
export function claimGroups(story, { claims }) {
  return GROUPS.flatMap((group) => METRICS.map((metric) => ({
    metric, group, claims: inOrder(story, claims.filter((claim) => claim.metric === metric && claim.group === group)),
  }))).filter((it) => it.claims.length);
}

/** The row of a speaker: its kind when speakers of that kind share one, else the speaker itself. */
export function rowOf(story, speaker) {
  const kind = story.speakers[speaker]?.kind;
  return POOLED.includes(kind) ? kind : speaker;
}

/** How a claim's dot is drawn: `solid` (last word), `hollow` (superseded, or shown and not counted) or `crossed` (set aside). */
export function formOf({ standing }) {
  return FORMS[standing] ?? "hollow";
}

/** One line on a claim: "UN: 52, 3 September 2013, last word". */
export function claimInWords(tell, claim) {
  const words = tell.all([tell.count(claim), claim.reportDate && tell.date(claim.reportDate), tell.t(standingKey(claim))]);
  return tell.t("panel.claim", { who: tell.speakers(claim.speakers), words });
}

/** The table of every claim, grouped by what is counted. */
export function claimTable(tell, attack) {
  const { t } = tell;
  return h("Table", { className: "claims" },
    h("Caption", { className: "unseen" }, t("panel.claims_caption", { title: attack.title })),
    h("Thead", null, h("Tr", null, COLUMNS.map((key) => h("Th", { scope: "col" }, t(key))))),
    claimGroups(tell.story, attack).map((it) => h("Tbody", null,
      h("Tr", null, h("Th", { scope: "rowgroup", colSpan: 3, className: "group" }, countedWords(tell, it))),
      it.claims.map((claim) => claimRow(tell, attack, claim)))));
}

/** What a metric counts: "Killed", "Wounded, Iraqi forces". */
export function countedWords({ t }, { metric, group }) {
  const words = t(`panel.metric_${metric}`);
  return group === "story" ? words : t("panel.metric_of", { metric: words, group: t(`panel.group_${group}`) });
}

function claimRow(tell, attack, claim) {
  const { t } = tell;
  const best = attack.estimates[claim.metric]?.[claim.group]?.claims?.includes(claim.id);
  const by = claim.spokenBy !== tell.speakers(claim.speakers) && claim.spokenBy;
  return h("Tr", { id: `claim-${claim.id}`, "data-claim": claim.id, className: best ? "best" : null },
    h("Th", { scope: "row" },
      h("Span", { className: "who" }, tell.speakers(claim.speakers)),
      aside(by), aside(claim.reportDate && tell.date(claim.reportDate))),
    h("Td", { className: "amounts" }, h("Span", { className: `dot ${formOf(claim)}`, "aria-hidden": "true" }), " ", tell.count(claim)),
    h("Td", null,
      h("Span", null, t(best ? "panel.standing_best" : standingKey(claim))), aside(claim.reason), aside(claim.note),
      sourceLinks(tell, claim.sources, claim.reportDate)));
}

function standingKey({ standing }) {
  return `panel.standing_${standing.replace(/\W+/g, "_")}`;
}

function inOrder(story, claims) {
  const rank = ({ speakers }) => KINDS.indexOf(story.speakers[speakers[0]]?.kind ?? "party");
  const row = ({ speakers }) => rowOf(story, speakers[0]);
  const when = ({ reportDate }) => reportDate?.to ?? reportDate?.from ?? -Infinity;
  return [...claims].sort((a, b) => rank(a) - rank(b) || compare(row(a), row(b)) || compare(when(a), when(b)));
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// The claims of an attack, in one order for the plot and the table alike, and each in words. Pure.
import { speakerOrder } from "./speaking.mjs";

const METRICS = ["killed", "wounded", "missing", "detained"];
const FORMS = { "last word": "solid", superseded: "hollow", "shown, not counted": "square", "set aside": "crossed" };

/** What is counted in one group of people: its metric, the group, and its claims in the order of their speakers. */
/** @typedef {{metric: string, group: string, claims: object[]}} Counted */

/**
 * The claims of an attack by what they count: the killed, first of the people of the story, then of others; the wounded …
 * @returns {Counted[]}
 */
export function claimGroups(tell, attack) {
  const groups = Object.values(tell.story.kinds).filter(({ of }) => of === "people_group").map(({ id }) => id);
  const order = claimOrder(tell, attack);
  return METRICS.flatMap((metric) => ["story", ...groups.filter((group) => group !== "story")].map((group) => ({
    metric, group, claims: attack.claims.filter((claim) => claim.metric === metric && claim.group === group).sort(order),
  }))).filter(({ claims }) => claims.length);
}

/** What a metric counts: "Killed", "Wounded, Iraqi forces". */
export function countedWords({ t, kind }, { metric, group }) {
  const words = t(`panel.metric_${metric}`);
  return group === "story" ? words : t("panel.metric_of", { metric: words, group: kind(group) });
}

/** How a claim's dot is drawn: `solid` (last word), `hollow` (superseded), `square` (shown, not counted), `crossed` (set aside). */
export function formOf({ standing }) {
  return FORMS[standing] ?? "hollow";
}

/** Whether a claim carries the best figure of its attack. */
export function isBest({ estimates }, { id, metric, group }) {
  return Boolean(estimates[metric]?.[group]?.claims?.includes(id));
}

/** One line on a claim: "UN: 52 killed, 3 September 2013, gives the best figure". */
export function claimInWords(tell, attack, claim) {
  return tell.t("panel.claim", { who: tell.speakers(claim.speakers), words: tell.all([saidInWords(tell, claim), standingInWords(tell, attack, claim)]) });
}

/** What is said, and when: "52 killed, 3 September 2013"; "4 killed, Iraqi forces, no date". */
export function saidInWords(tell, { reportDate, ...claim }) {
  return tell.all([
    tell.t(`panel.small_${claim.metric}`, { figure: tell.count(claim) }), claim.group !== "story" && tell.kind(claim.group),
    reportDate ? tell.date(reportDate) : tell.t("panel.undated"),
  ]);
}

/** How a claim counts: "gives the best figure", "last word", "superseded" … */
export function standingInWords({ t }, attack, claim) {
  return t(isBest(attack, claim) ? "panel.standing_best" : `panel.standing_${claim.standing.replace(/\W+/g, "_")}`);
}

/** Why a claim does not count, as a sentence: the reason given, the later word of its speaker; "" for one that counts. */
export function reasonInWords(tell, attack, claim) {
  if (claim.standing === "set aside") return claim.reason;
  if (claim.standing === "superseded") return supersededInWords(tell, attack, claim);
  return claim.standing === "shown, not counted" ? tell.t("panel.reason_encyclopaedia") : "";
}

/** The last word by which a claim is superseded, and what sets the two apart. */
function supersededInWords(tell, { claims }, claim) {
  const last = claims.find(({ metric, group, standing, speakers }) => standing === "last word"
    && metric === claim.metric && group === claim.group && speakers.some((id) => claim.speakers.includes(id)));
  if (!last) return "";
  const who = tell.speakers(last.speakers.filter((id) => claim.speakers.includes(id)));
  const said = { who, figure: tell.count(last), date: last.reportDate ? tell.date(last.reportDate) : "" };
  if (last.reportDate && !claim.reportDate) return tell.t("panel.reason_undated", said);
  return tell.t(endOf(last) > endOf(claim) ? "panel.reason_later" : "panel.reason_closer", said);
}

function claimOrder(tell, attack) {
  const speakers = speakerOrder(tell, attack);
  const when = ({ reportDate }) => reportDate?.to ?? reportDate?.from ?? -Infinity;
  return (a, b) => speakers(a.speakers[0], b.speakers[0]) || when(a) - when(b) || 0;
}

function endOf({ reportDate }) {
  return reportDate?.end ?? "";
}

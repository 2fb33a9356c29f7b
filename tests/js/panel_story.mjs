// A small story for the tests of the panel: true events of the real one, cut short, in the shape of the payload.
import { readFileSync } from "node:fs";
import { interfaceWords, storyKinds } from "./interface_words.mjs";

/** The payload that both sides test; its interface words serve the small story too. */
/** The golden file holds facts; the words are those of the interface. */
export const golden = {
  ...JSON.parse(readFileSync(new URL("../golden/payload.json", import.meta.url), "utf8")),
  text: { en: interfaceWords() },
};

const day = (start, end = start) => ({ edtf: start === end ? start : `${start}/${end}`, start, end, from: decimal(start), to: decimal(end), precision: "day", approximate: false, interval: start !== end });
const decimal = (date) => Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) - 1) / 12 + Number(date.slice(8)) / 365;
const years = (from, to) => ({ ...day(`${from}-01-01`, `${to}-12-31`), edtf: `${from}/${to}`, precision: "year" });

const place = (id, name, more = {}) => ({
  id, name, names: {}, otherNames: [], kind: "camp", role: "residence", country: "IQ", adminArea: "", lon: 44, lat: 33, precisionM: 2000, opened: null, closed: null,
  drawnAt: null, areaKm2: null, areaNote: "", positionNote: "", note: "", sources: ["s_un"], counts: [], presence: { 2013: { state: "unknown" } }, custody: [], events: [], ...more,
});
const attack = (id, title, more = {}) => ({
  id, place: "camp_ashraf", date: day("2013-09-01"), kind: "armed_assault", counted: true, title, summary: "", contentNote: "", means: "", unWording: "", stakeholders: [], sources: ["s_un"],
  accounts: [], claims: [], estimates: {}, ...more,
});
export const claim = (id, speakers, value, standing, more = {}) => ({
  id, metric: "killed", group: "story", speakers, spokenBy: "", value, low: null, high: null, qualifier: "", status: "counted", reason: "", standing,
  sourceType: "un", reportDate: day("2013-09-03"), note: "", sources: ["s_un"], ...more,
});
const relocation = (id, title, more = {}) => ({
  id, kind: "movement", from: "camp_ashraf", to: "camp_liberty", fromDrawn: "camp_ashraf", toDrawn: "camp_liberty", date: day("2013-09-11"), years: [2013], drawn: "arc", partOf: null,
  parts: [], people: null, low: null, high: null, qualifier: "", title, description: "", disputed: "", status: "counted", reason: "", sources: ["s_un"], path: [], ...more,
});
const context = (id, title, more = {}) => ({ id, date: day("2013-03-19"), kind: "agreement", title, summary: "", place: null, related: null, sources: ["s_un"], ...more });
const speaker = (id, name, kind, more = {}) => ({ id, name, kind, affiliatedWith: null, ground: "", ...more });
const year = (more) => ({ events: [], ongoing: [], checks: [], attacks: 0, others: 0, killed: null, bounds: [0, 0, 1, 1], seconds: 2, ...more });

export const claims = [
  claim("c19", ["iraq"], 19, "superseded", { reportDate: day("2013-09-01"), qualifier: "at least", spokenBy: "two security sources", sources: ["s_reuters"] }),
  claim("c47", ["amnesty"], 47, "last word", { qualifier: "at least" }),
  claim("c52", ["un"], 52, "last word"),
  claim("c52p", ["pmoi"], 52, "last word"),
  claim("c53", ["iraq"], 53, "last word", { reportDate: day("2013-12-06") }),
  claim("c70", ["press_tv"], 70, "set aside", { status: "set aside", reason: "ruled out by the later UN count" }),
  claim("cwiki", ["wikipedia"], 52, "shown, not counted", { reportDate: null }),
  claim("m7", ["un"], 7, "last word", { metric: "missing" }),
  claim("f4", ["press_tv"], 4, "last word", { group: "iraqi_forces" }),
];

const total = claim("t116", ["pmoi"], 116, "", { scope: "all attacks", reportDate: day("2014-01-01") });

export const story = {
  schema: 1,
  kinds: storyKinds(),
  corrections: {},
  ledger: [],
  totals: { t116: total, t141: { ...total, id: "t141", value: 141, speakers: ["article"], note: "In no independent source." } },
  story: { id: "s", title: "Story", subtitle: "", firstYear: 2012, lastYear: 2014, language: "en", licence: "", licenceUrl: "", citation: "", defaultView: [33, 44, 5] },
  places: {
    camp_ashraf: place("camp_ashraf", "Camp Ashraf", {
      names: { fa: "قرارگاه اشرف", fr: "Camp d’Achraf" }, otherNames: ["Camp New Iraq"], adminArea: "Diyala", opened: years(1986, 1986), closed: day("2013-09-11"), areaKm2: 36,
      presence: { 2012: { state: "known", best: 100, low: 100, high: 100, qualifier: "about", date: day("2012-10-15"), carried: false, counts: ["p1"] }, 2013: { state: "closed" }, 2014: { state: "closed" } },
      counts: [
        { id: "p1", place: "camp_ashraf", date: day("2012-10-15"), people: 100, low: null, high: null, qualifier: "about", measure: "residents", present: true, rank: 1, description: "Those who stayed", sourceType: "media", status: "counted", reason: "", note: "", sources: ["s_reuters"] },
        { id: "p2", place: "camp_ashraf", date: day("2013-02-09"), people: 3400, low: null, high: null, qualifier: "about", measure: "residents", present: true, rank: 1, description: "An older total", sourceType: "media", status: "set aside", reason: "out of line", note: "", sources: ["s_reuters"] },
      ],
      custody: [{ id: "k1", date: day("2009-01-01", "2013-09-11"), controller: "Government of Iraq", detail: "", administration: "PMOI", legalBasis: "", note: "", sources: ["s_un"] }],
      events: ["attack:a1", "relocation:last42"],
    }),
    camp_liberty: place("camp_liberty", "Camp Liberty", { presence: { 2012: { state: "known", best: 3000, low: 3000, high: 3000, qualifier: "about", date: day("2012-10-15"), carried: false, counts: [] }, 2013: { state: "known", best: 3000, low: 3000, high: 3000, qualifier: "about", date: day("2012-10-15"), carried: true, counts: [] }, 2014: { state: "unknown" } } }),
    tirana: place("tirana", "Tirana", { country: "AL", presence: { 2012: { state: "not_opened" }, 2013: { state: "unknown" }, 2014: { state: "unknown" } } }),
    germany: place("germany", "Germany", { role: "anchor", country: "DE", precisionM: 300000, presence: undefined }),
  },
  attacks: {
    a1: attack("a1", "Killings at Camp Ashraf", {
      summary: "Armed men killed about half of the people still there.", means: "firearms", unWording: "terrorist attack", stakeholders: ["pmoi", "iraq", "iran"], claims,
      accounts: [
        { id: "ac1", kind: "allegation", speaker: "pmoi", text: "Iraqi special forces.", sources: ["s_reuters"] },
        { id: "ac2", kind: "denial", speaker: "iraq", text: "Not its forces.", sources: ["s_un", "s_script"] },
      ],
      estimates: {
        killed: { story: { best: 52, low: 47, high: 53, qualifier: "", basis: "un", speakers: ["un"], claims: ["c52"] }, iraqi_forces: { best: 4, low: 4, high: 4, qualifier: "", basis: "agreed", speakers: ["press_tv"], claims: ["f4"] } },
        missing: { story: { best: 7, low: 7, high: 7, qualifier: "", basis: "un", speakers: ["un"], claims: ["m7"] } },
      },
    }),
    a2: attack("a2", "Rockets at Camp Liberty", { place: "camp_liberty", kind: "rocket_or_mortar", date: day("2013-04-29"), claims: [claim("n0", ["pmoi"], 0, "last word")], estimates: { killed: { story: { best: 0, low: 0, high: 0, qualifier: "none reported", basis: "agreed", speakers: ["pmoi"], claims: ["n0"] } } } }),
    a3: attack("a3", "Shells at Camp Liberty", { place: "camp_liberty", kind: "rocket_or_mortar", date: day("2013-12-26"), claims: [claim("d1", ["pmoi"], 4, "last word"), claim("d0", ["iraq"], 1, "last word")], estimates: { killed: { story: { best: null, low: 1, high: 4, qualifier: "", basis: "disputed", speakers: [], claims: [] } } } }),
    op: attack("op", "Police search", { kind: "police_operation", counted: false, date: day("2013-06-20") }),
  },
  relocations: {
    last42: relocation("last42", "Last 42 people moved", { people: 42, description: "The survivors were moved." }),
    total: relocation("total", "Albania 2014 total", { kind: "total", from: "camp_liberty", to: "tirana", date: day("2014-01-01", "2014-09-09"), years: [2014], people: 1942, parts: ["part"] }),
    part: relocation("part", "Last group", { from: "camp_liberty", to: "tirana", date: day("2014-09-09"), years: [2014], drawn: "part", partOf: "total", people: 280, qualifier: "more than" }),
    thin: relocation("thin", "Resettlement in Germany", { from: "camp_liberty", to: "germany", date: years(2013, 2014), years: [2013, 2014], drawn: "thin" }),
    offer: relocation("offer", "German offer", { kind: "offer", from: "camp_liberty", to: "germany", date: day("2013-04-18"), drawn: "none", people: 100, qualifier: "about" }),
    out: relocation("out", "All relocated out of Iraq", { kind: "total", to: null, toDrawn: null, date: years(2013, 2014), years: [2013, 2014], drawn: "none", people: 3000, qualifier: "more than" }),
  },
  context: {
    ctx_offer: context("ctx_offer", "Albania offers 210 places"),
    ctx_armed: context("ctx_armed", "Attack claimed by the group", { kind: "armed_act", date: day("2013-05-01") }),
    ctx_old: context("ctx_old", "Foundation", { kind: "history", date: years(1965, 1965) }),
    ctx_report: context("ctx_report", "A report on the attack", { kind: "report", date: day("2013-10-01"), related: "attack:a1" }),
  },
  controversies: { con: { id: "con", topic: "Treatment of members", claim: "Abuse is described.", claimedBy: "HRW", reply: "The group denies it.", repliedBy: "PMOI", sources: ["s_un"] } },
  checks: {
    check_16: { id: "check_16", paragraph: 6, statement: "52 people were shot in September 2013.", verdict: "number supported", finding: "The UN counted 52 bodies.", year: 2013, place: "camp_ashraf", select: "attack:a1", metric: null, claim: null, sum: null, sources: ["s_un"] },
    check_17: { id: "check_17", paragraph: 6, statement: "141 people were killed in all.", verdict: "not confirmed", finding: "No independent text has the figure.", year: 2014, place: null, select: null, metric: "killed", claim: { ...total, id: "t141", value: 141 }, sum: { best: 52, low: 48, high: 57, atLeast: false, unknown: 1, attacks: ["a1", "a2", "a3"] }, sources: ["s_un"] },
  },
  speakers: {
    un: speaker("un", "UN", "un"), iraq: speaker("iraq", "Iraq", "government"), iran: speaker("iran", "Iran", "government"), amnesty: speaker("amnesty", "Amnesty International", "ngo"),
    pmoi: speaker("pmoi", "PMOI", "party"), article: speaker("article", "The founding article", "party", { affiliatedWith: "pmoi" }), press_tv: speaker("press_tv", "Press TV", "state_linked", { affiliatedWith: "iran", ground: "Broadcaster of the Iranian state." }), wikipedia: speaker("wikipedia", "Wikipedia", "encyclopaedia"),
  },
  sources: {
    s_un: { id: "s_un", publisher: "UN News (via Refworld)", title: "Statement", type: "un", date: "2013-09-02", url: "https://news.un.org/x", reliability: "Primary.", rests: ["claim:c52", "presence:p1", "custody:k1", "check:check_16", "relocation:last42", "controversy:con"] },
    s_reuters: { id: "s_reuters", publisher: "Reuters", title: "Report", type: "media", date: "2013-09-03", url: "https://reuters.com/x", reliability: "", rests: [] },
    s_script: { id: "s_script", publisher: "Nobody", title: "Trap", type: "media", date: "", url: "javascript:alert(1)", reliability: "", rests: [] },
  },
  custodyOrder: ["Government of Iraq"],
  years: {
    2012: year({}),
    2013: year({ events: ["context:ctx_offer", "relocation:offer", "relocation:thin", "relocation:out", "attack:a2", "context:ctx_armed", "attack:op", "attack:a1", "relocation:last42", "attack:a3"], checks: ["check_16"], attacks: 3, others: 1, killed: { best: 52, low: 48, high: 57, atLeast: false, unknown: 0, disputed: 1 } }),
    2014: year({ events: ["relocation:total", "relocation:part"], ongoing: ["relocation:thin", "relocation:out"], checks: ["check_17"] }),
  },
  before: ["context:ctx_old"],
  text: golden.text,
};

export const state = (more = {}) => ({ year: 2013, select: null, mode: "explore", lang: "en", theme: "auto", playing: false, speed: 1, follow: true, view: null, hide: [], step: null, walk: "years", loop: false, idle: 0, curtain: null, ...more });

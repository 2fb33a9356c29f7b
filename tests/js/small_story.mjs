// A small story for these tests: a few true events of the real one, in the shape of the payload, and the words they need.

/** DATE of the payload from EDTF, for the forms these tests use. */
export function dated(edtf) {
  const parts = edtf.split("/");
  const [first, last] = [parts[0], parts[parts.length - 1]].map((part) => part.replace(/[~?%]$/, ""));
  return {
    edtf,
    start: first === ".." ? null : `${first}-01-01`.slice(0, 10),
    end: last === ".." ? null : lastDay(last),
    precision: ["year", "month", "day"][first.replace("..", last).split("-").length - 1],
    approximate: /[~%]/.test(edtf),
    interval: parts.length === 2,
  };
}

function lastDay(part) {
  const [year, month = 12, day] = part.split("-").map(Number);
  return new Date(Date.UTC(year, day ? month - 1 : month, day ?? 0)).toISOString().slice(0, 10);
}

const attack = (id, place, date) => [id, { id, place, date: dated(date), kind: "rocket_or_mortar" }];
const relocation = (id, from, to, date, years, drawn) => [id, { id, fromDrawn: from, toDrawn: to, date: dated(date), years, drawn }];
const liberty = ["camp_ashraf", "camp_liberty"];

export const story = {
  schema: 1,
  story: { id: "small", firstYear: 2009, lastYear: 2016, language: "en" },
  places: { camp_ashraf: { id: "camp_ashraf" }, camp_liberty: { id: "camp_liberty" }, tirana: { id: "tirana" } },
  attacks: Object.fromEntries([
    attack("atk_2009_07_28", "camp_ashraf", "2009-07-28/2009-07-29"),
    attack("atk_2011_12_25", "camp_ashraf", "2011-12-25/2011-12-28"),
    attack("atk_2013_02_09", "camp_liberty", "2013-02-09"),
    attack("atk_2013_09_01", "camp_ashraf", "2013-09-01"),
    attack("atk_2016_07_04", "camp_liberty", "2016-07-04"),
  ]),
  relocations: Object.fromEntries([
    relocation("rel_2012_convoy_1", ...liberty, "2012-02-17/2012-02-18", [2012], "arc"),
    relocation("rel_2012_convoy_2", ...liberty, "2012-03-08", [2012], "arc"),
    relocation("rel_2012_convoy_3", ...liberty, "2012-03-19/2012-03-20", [2012], "arc"),
    relocation("rel_2012_convoy_4", ...liberty, "2012-04~", [2012], "arc"),
    relocation("rel_2013_2016_germany", "camp_liberty", "germany", "2013/2016", [2013, 2014, 2015, 2016], "thin"),
    relocation("rel_2016_alb", "camp_liberty", "tirana", "2016-01/2016-09-09", [2016], "arc"),
    relocation("rel_2016_last", "camp_liberty", "tirana", "2016-09-09", [2016], "part"),
  ]),
  context: {
    ctx_1979_02: { id: "ctx_1979_02", date: dated("1979-02") },
    ctx_2014_2015: { id: "ctx_2014_2015", date: dated("2014/2015") },
  },
  checks: { check_01: { id: "check_01", year: 2011 }, check_22: { id: "check_22", year: null } },
  sources: { s_un_2013: { id: "s_un_2013" } },
  years: {
    2009: { events: ["attack:atk_2009_07_28"], ongoing: [] },
    2010: { events: [], ongoing: [] },
    2011: { events: ["attack:atk_2011_12_25"], ongoing: [] },
    2012: { events: [1, 2, 3, 4].map((n) => `relocation:rel_2012_convoy_${n}`), ongoing: [] },
    2013: { events: ["attack:atk_2013_02_09", "relocation:rel_2013_2016_germany", "attack:atk_2013_09_01"], ongoing: [] },
    2014: { events: ["context:ctx_2014_2015"], ongoing: ["relocation:rel_2013_2016_germany"] },
    2015: { events: [], ongoing: ["relocation:rel_2013_2016_germany"] },
    2016: { events: ["relocation:rel_2016_alb", "attack:atk_2016_07_04", "relocation:rel_2016_last"], ongoing: ["relocation:rel_2013_2016_germany"] },
  },
  before: ["context:ctx_1979_02"],
  text: {
    en: {
      "date.unknown": "date not known",
      "date.from": "from {date}",
      "date.until": "until {date}",
      "date.range": "{from} – {to}",
      "date.about": "{date} (about)",
      "date.uncertain": "{date} (uncertain)",
      "date.doubtful": "{date} (about, uncertain)",
      "precision.day": "day known",
      "precision.month": "month known",
      "precision.year": "year known",
      "precision.about": "{known}, about",
      "count.not_known": "not known",
      "qualifier.about": "about {figure}",
      "qualifier.at_least": "at least {figure}",
      "qualifier.more_than": "more than {figure}",
      "qualifier.up_to": "up to {figure}",
      "qualifier.exact": "{figure}",
      "qualifier.other": "{figure} ({qualifier})",
      "attacks_zero": "no attack",
      "attacks_one": "{count} attack",
      "attacks_other": "{count} attacks",
      "people_other": "{count} people in {year}",
      "only.english": "only in English",
    },
    fr: { "date.about": "{date} (environ)", "qualifier.about": "environ {figure}", "attacks_one": "{count} attaque", "attacks_other": "{count} attaques", "empty": "" },
    ar: { "attacks_few": "{count} هجمات", "attacks_other": "{count} هجوم" },
  },
};

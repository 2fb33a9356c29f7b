import assert from "node:assert/strict";
import { test } from "node:test";

import { axis, yearTicks } from "../../assets/client/panel/axis.mjs";
import { panel } from "../../assets/client/panel/index.mjs";
import { golden, state, story } from "./panel_story.mjs";
import { all, byClass, childrenOf, find, ids, sectionOf, text, texts } from "./tree.mjs";

const shown = (more) => panel(state(more), story);

// --- a year ---------------------------------------------------------------------------------------------------------

test("a year is told as one sentence of counts", () => {
  assert.deepEqual(texts(shown(), "H2"), ["3 attacks, 52 people reported killed, 1 other operation or clash, 1 relocation"]);
});

test("a year says what its sum of killed leaves open", () => {
  assert.deepEqual(byClass(shown(), "remark").map(text), [
    "The sources’ lowest figures for each attack add up to 48, the highest to 57.",
    "For one of the attacks the number killed is disputed, and not in the sum.",
  ]);
});

test("a sum with a lower bound in it is called at least", () => {
  const years2013 = { ...story.years[2013], killed: { best: 23, low: 20, high: 24, atLeast: true, unknown: 0, disputed: 0 } };
  const [title] = texts(panel(state(), { ...story, years: { ...story.years, 2013: years2013 } }), "H2");
  assert.match(title, /^3 attacks, at least 23 people reported killed,/);
});

test("a year lists its dated events in order, and those over several years apart", () => {
  assert.deepEqual(ids(sectionOf(shown(), "What happened, in order")),
    ["context:ctx_offer", "relocation:offer", "attack:a2", "context:ctx_armed", "attack:op", "attack:a1", "relocation:last42", "attack:a3"]);
  assert.deepEqual(ids(sectionOf(shown(), "Over several years")), ["relocation:thin", "relocation:out"]);
  assert.deepEqual(ids(sectionOf(shown({ year: 2014 }), "Over several years")), ["relocation:thin", "relocation:out"]);
});

test("an entry has its date, its kind, its title and its figure", () => {
  const [entry] = find(shown(), "Button", { "data-id": "attack:a1" });
  assert.equal(text(entry), "1 September 2013 · armed assault Killings at Camp Ashraf 52 killed, 47–53 in the sources · 7 missing");
  assert.equal(text(find(shown(), "Button", { "data-id": "attack:a2" })[0]), "29 April 2013 · rocket or mortar Rockets at Camp Liberty nobody reported killed");
  assert.equal(text(find(shown(), "Button", { "data-id": "attack:a3" })[0]), "26 December 2013 · rocket or mortar Shells at Camp Liberty number killed disputed, 1–4 in the sources");
  assert.equal(text(find(shown(), "Button", { "data-id": "attack:op" })[0]), "20 June 2013 · police operation Police search number killed not known");
  assert.equal(text(find(shown(), "Button", { "data-id": "relocation:last42" })[0]), "11 September 2013 · relocation Last 42 people moved Camp Ashraf → Camp Liberty: 42 people");
});

test("an armed act of the group stands in the list like an attack on it", () => {
  const entry = (ref) => find(shown(), "Button", { "data-id": ref })[0];
  const classes = (ref) => all(entry(ref)).map(({ props }) => props.className).filter((name) => name !== "entry-figure");
  assert.deepEqual(classes("context:ctx_armed"), classes("attack:a1"));
});

test("an empty year says so and still says who was where", () => {
  const tree = shown({ year: 2012 });
  assert.deepEqual(texts(tree, "H2"), ["No dated event in the sources"]);
  assert.deepEqual(texts(sectionOf(tree, "Who was where at the end of 2012"), "Li"), ["Camp Liberty about 3,000 people", "Camp Ashraf about 100 people"]);
});

test("the residences of a year tell counts, old counts, what is not known and what was closed", () => {
  assert.deepEqual(texts(sectionOf(shown(), "Who was where at the end of 2013"), "Li"),
    ["Camp Liberty about 3,000 people, last counted 15 October 2012", "Tirana not known", "Camp Ashraf left or closed 11 September 2013"]);
});

test("a place closed in an earlier year is folded away, not dropped", () => {
  const [folded] = find(sectionOf(shown({ year: 2014 }), "Who was where at the end of 2014"), "Details");
  assert.equal(text(folded), "1 place left or closed earlier Camp Ashraf left or closed 11 September 2013");
});

test("what came before the story is told in its first year only", () => {
  assert.deepEqual(ids(sectionOf(shown({ year: 2012 }), "Before 2012")), ["context:ctx_old"]);
  assert.equal(sectionOf(shown(), "Before 2012"), undefined);
});

test("the statements of the founding article about a year carry their verdicts", () => {
  const [entry] = find(shown(), "Button", { "data-id": "check:check_16" });
  assert.equal(text(entry), "52 people were shot in September 2013. number supported");
});

test("a part of a total is not counted beside it", () => {
  assert.deepEqual(texts(shown({ year: 2014 }), "H2"), ["1 relocation"]);
});

// --- a place, a relocation, a check, a context event ------------------------------------------------------------------

test("a place has its names in their scripts, its life and how exactly it is located", () => {
  const tree = shown({ select: "place:camp_ashraf" });
  assert.deepEqual(byClass(tree, "below").flatMap((node) => find(node, "Span")).map(({ props }) => [props.lang, props.dir, props.children]),
    [["fa", "auto", "قرارگاه اشرف"], ["fr", "auto", "Camp d’Achraf"]]);
  assert.match(text(tree), /Opened 1986 Left or closed 11 September 2013 Position known to about 2 km Area 36 km²/);
  assert.deepEqual(ids(sectionOf(tree, "What happened here")), ["attack:a1", "relocation:last42"]);
  assert.match(text(sectionOf(tree, "Who controlled it")), /1 January 2009 – 11 September 2013 Government of Iraq Run by PMOI/);
});

test("every count of a place is in its table, those set aside with the reason", () => {
  const [table] = find(shown({ select: "place:camp_ashraf" }), "Table");
  assert.deepEqual(find(table, "Tr").slice(1).map(text), [
    "15 October 2012 about 100 Those who stayed Reuters, 3 September 2013 ↗",
    "9 February 2013 about 3,400 An older total set aside: out of line Reuters, 3 September 2013 ↗",
  ]);
});

test("the counts of a place are points at their dates, hollow when not counted", () => {
  const points = byClass(shown({ select: "place:camp_ashraf" }), "point");
  assert.deepEqual(points.map(({ props }) => [props.className, props.title]), [
    ["point", "15 October 2012: about 100"], ["point uncounted", "9 February 2013: about 3,400"],
  ]);
});

test("a relocation says from where to where, how many, and how it is drawn", () => {
  const tree = shown({ select: "relocation:last42" });
  assert.deepEqual(ids(byClass(tree, "journey")[0]), ["place:camp_ashraf", "place:camp_liberty"]);
  assert.equal(text(byClass(tree, "figure")[0]), "42 people moved");
  assert.match(text(tree), /On the map Drawn as one arc in its year\./);
});

test("a total names its parts, and a part its total", () => {
  assert.deepEqual(ids(sectionOf(shown({ year: 2014, select: "relocation:total" }), "Its dated parts")), ["relocation:part"]);
  const part = shown({ year: 2014, select: "relocation:part" });
  assert.deepEqual(ids(sectionOf(part, "Part of")), ["relocation:total"]);
  assert.match(text(part), /Drawn as a part of “Albania 2014 total”, never added to it\./);
});

test("an offer, a total over years and an unknown number say why they are not drawn, or how", () => {
  assert.match(text(shown({ select: "relocation:offer" })), /about 100 places offered .* Not drawn: an offer moves nobody\./);
  assert.match(text(shown({ select: "relocation:out" })), /Camp Ashraf → no single destination more than 3,000 people moved .* Not drawn: the sources name no single destination\./);
  assert.match(text(shown({ select: "relocation:thin" })), /not known people moved .* Drawn thin and dashed, without a number, in each of these years: 2013–2014\./);
});

test("a total of the founding article stands beside the the atlas", () => {
  const tree = shown({ year: 2014, select: "check:check_17" });
  assert.equal(text(byClass(tree, "beside")[0]), "141 the article 52 the atlas");
  assert.match(text(tree), /estimates of these 3 attacks add up to 52 killed; the lowest figures of the sources to 48, the highest to 57\. One of them has no best figure/);
  assert.deepEqual(ids(byClass(tree, "summed")[0]), ["attack:a1", "attack:a2", "attack:a3"]);
});

test("other totals for the same stand beside it, each by its speaker", () => {
  assert.deepEqual(byClass(shown({ year: 2014, select: "check:check_17" }), "totals").flatMap((it) => childrenOf(it).map(text)), [
    "116 dead all attacks PMOI, 1 January 2014 UN News, 2 September 2013 ↗",
    "141 dead all attacks The founding article, 1 January 2014 In no independent source. UN News, 2 September 2013 ↗",
  ]);
});

test("a context event before the story keeps its own year", () => {
  assert.equal(text(byClass(shown({ year: 2012, select: "context:ctx_old" }), "eyebrow")[0]), "1965 · history");
});

// --- every state ----------------------------------------------------------------------------------------------------

test("every selection has ways on, back and out", () => {
  for (const select of ["attack:a1", "place:camp_ashraf", "relocation:last42", "check:check_17", "source:s_un", "context:ctx_armed"]) {
    const buttons = byClass(shown({ select }), "way");
    assert.deepEqual(buttons.map(({ props }) => [props.id, props["aria-label"]]),
      [["panel-previous", "Previous event"], ["panel-next", "Next event"], ["panel-close", "Close and go back to the year"]]);
  }
  assert.equal(find(shown(), "Button", { id: "panel-close" }).length, 0);
});

test("a selection that the story does not hold shows the year", () => {
  assert.deepEqual(texts(shown({ select: "attack:nobody" }), "H2"), texts(shown(), "H2"));
  assert.deepEqual(texts(shown({ select: "attack:toString" }), "H2"), texts(shown(), "H2"));
});

test("axes have round numbers and at most six ticks", () => {
  assert.deepEqual(axis(70), { max: 80, ticks: [0, 20, 40, 60, 80] });
  assert.deepEqual(axis(3), { max: 3, ticks: [0, 1, 2, 3] });
  assert.deepEqual(axis(500), { max: 500, ticks: [0, 100, 200, 300, 400, 500] });
  assert.deepEqual(yearTicks(2003, 2014), [2004, 2006, 2008, 2010, 2012, 2014]);
});

const kinds = { attack: "attacks", place: "places", relocation: "relocations", check: "checks", source: "sources", context: "context" };
const selections = ({ story: head, ...tables }) => [
  ...Array.from({ length: head.lastYear - head.firstYear + 1 }, (_, i) => state({ year: head.firstYear + i })),
  ...Object.entries(kinds).flatMap(([kind, table]) => Object.keys(tables[table]).map((id) => state({ year: head.lastYear, select: `${kind}:${id}` }))),
];

test("every year and every selection of a story is told in whole words, under headings in order", () => {
  for (const whole of [golden, story]) {
    for (const it of selections(whole)) {
      const tree = panel(it, whole);
      const name = it.select ?? it.year;
      assert.doesNotMatch(text(tree), /undefined|null|NaN|\[object|\{\w+\}/, name);
      assert.equal(find(tree, "H2").length, 1, name);
      const levels = all(tree).map(({ type }) => Number(/^H(\d)$/.exec(type)?.[1])).filter(Boolean);
      levels.forEach((level, i) => assert.ok(i === 0 ? level === 2 : level <= levels[i - 1] + 1, name));
      for (const node of all(tree)) {
        if (/^(H\d|P|Dt|Th|Button|Summary|Caption)$/.test(node.type)) assert.notEqual(text(node) || (node.props["aria-label"] ?? ""), "", `${name}: empty ${node.type}`);
        if (node.type === "Button") assert.equal(node.props.type, "button", name);
        if (node.type === "A") assert.match(node.props.href, /^https?:/, name);
      }
    }
  }
});

test("every claim has a link to its source, or its name, on the page of its attack", () => {
  for (const { id, claims: said } of Object.values(golden.attacks)) {
    const tree = panel(state({ year: golden.story.lastYear, select: `attack:${id}` }), golden);
    for (const it of said) {
      const [row] = find(tree, "Tr", { id: `claim-${it.id}` });
      assert.ok(row && byClass(row, "source").length >= 1, it.id);
    }
  }
});

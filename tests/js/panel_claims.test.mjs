import assert from "node:assert/strict";
import { test } from "node:test";

import { panel } from "../../assets/client/panel/index.mjs";
import { claim, claims, golden, state, story } from "./panel_story.mjs";
import { all, byClass, find, ids, sectionOf, text, texts } from "./tree.mjs";

const page = (id, within = story) => panel(state({ select: `attack:${id}` }), within);
const ashraf = () => page("a1");
const changed = (more) => page("a1", { ...story, attacks: { ...story.attacks, a1: { ...story.attacks.a1, ...more } } });
const dotsIn = (tree) => byClass(tree, "claim-dot");
const plots = (tree) => byClass(tree, "dotplot");

test("every claim is a dot, the only one of its metric and those that agree too, one for each of its speakers", () => {
  for (const [id, { claims: said }] of Object.entries(golden.attacks)) {
    const dots = dotsIn(panel(state({ select: `attack:${id}` }), golden)).map(({ props }) => props["data-claim"]);
    assert.deepEqual(dots.sort(), said.flatMap((it) => it.speakers.map(() => it.id)).sort(), id);
  }
});

test("there is a figure for each metric, and in it a block for each group of people, those of the story first", () => {
  assert.deepEqual(plots(ashraf()).map((plot) => byClass(plot, "block-head").map((head) => text(byClass(head, "dot-label")[0]))),
    [["Killed people of the story", "Iraqi forces"], ["Missing"]]);
});

test("the speakers stand under their kind, and whoever is a party to the event under that, named", () => {
  const rows = byClass(plots(ashraf())[0], "dot-row").filter(({ props }) => /kind-row|^dot-row$/.test(props.className));
  assert.deepEqual(rows.map((row) => text(byClass(row, "dot-label")[0])), [
    "UN", "UN", "NGOs", "Amnesty International", "Parties to the event", "Iraq", "PMOI", "State-linked", "Press TV counted with Iran", "Encyclopaedias", "Wikipedia",
    "State-linked", "Press TV counted with Iran",
  ]);
});

test("within a kind the speakers stand by name, not by what they say", () => {
  const speakers = { ...story.speakers, usa: { ...story.speakers.iraq, id: "usa", name: "United States" }, albania: { ...story.speakers.iraq, id: "albania", name: "Albania" } };
  const attack = { ...story.attacks.a1, stakeholders: [], claims: [claim("x", ["usa"], 90, "last word"), claim("y", ["iraq"], 1, "last word"), claim("z", ["albania"], 50, "last word")] };
  const tree = page("a1", { ...story, speakers, attacks: { ...story.attacks, a1: attack } });
  assert.deepEqual(byClass(plots(tree)[0], "dot-label").slice(1, -1).map(text), ["Governments", "Albania", "Iraq", "United States"]);
});

test("a dot stands at its figure, has its form by its standing, and leads to its first source", () => {
  const dots = dotsIn(plots(ashraf())[0]);
  assert.deepEqual(dots.map(({ props, props: { children: dot } }) => [props.id, dot.props.className, props.style.insetInlineStart, props["data-id"]]), [
    ["dot-c52-un", "dot solid", "65%", "source:s_un"],
    ["dot-c47-amnesty", "dot solid", "58.8%", "source:s_un"],
    ["dot-c19-iraq", "dot hollow", "23.8%", "source:s_reuters"],
    ["dot-c53-iraq", "dot solid", "66.3%", "source:s_un"],
    ["dot-c52p-pmoi", "dot solid", "65%", "source:s_un"],
    ["dot-c70-press_tv", "dot crossed", "87.5%", "source:s_un"],
    ["dot-cwiki-wikipedia", "dot square", "65%", "source:s_un"],
    ["dot-f4-press_tv", "dot solid", "5%", "source:s_un"],
  ]);
});

test("a dot is named in words: who, how many, when, how it counts, and why it does not", () => {
  const names = Object.fromEntries(dotsIn(ashraf()).map(({ props }) => [props["data-claim"], props["aria-label"]]));
  assert.equal(names.c52, "UN: 52 killed, 3 September 2013, gives the best figure.");
  assert.equal(names.c19, "Iraq: at least 19 killed, 1 September 2013, superseded. Iraq later said 53 (6 December 2013).");
  assert.equal(names.c70, "Press TV: 70 killed, 3 September 2013, set aside. ruled out by the later UN count.");
  assert.equal(names.f4, "Press TV: 4 killed, Iraqi forces, 3 September 2013, gives the best figure.");
  assert.equal(names.cwiki, "Wikipedia: 52 killed, no date, shown, not counted. Encyclopaedias repeat what others say.");
});

test("a superseded claim says by what: a later word, a dated one, or one of the same time that is more exact", () => {
  const last = claim("last", ["un"], 52, "last word");
  const reasonOf = (earlier) => dotsIn(changed({ claims: [last, earlier], estimates: {} }))
    .find(({ props }) => props["data-claim"] === earlier.id).props["aria-label"].split("superseded. ")[1];
  assert.equal(reasonOf(claim("x", ["un"], 47, "superseded", { reportDate: claims[0].reportDate })), "UN later said 52 (3 September 2013).");
  assert.equal(reasonOf(claim("x", ["un"], 47, "superseded", { reportDate: null })), "It has no date and gives way to 52 (3 September 2013).");
  assert.equal(reasonOf(claim("x", ["un"], 50, "superseded", { qualifier: "more than" })), "For the same time, 52 is the more exact or the more closely dated.");
});

test("one dot of a plot is reached with the Tab key, the others with arrows, and the plot says that the table holds the same", () => {
  for (const plot of plots(ashraf())) {
    const [group] = find(plot, "Div", { role: "group" });
    assert.deepEqual(dotsIn(group).map(({ props }) => props.tabIndex), dotsIn(group).map((_, index) => (index ? -1 : 0)));
    assert.ok("data-roving" in group.props);
    const [explained] = all(ashraf()).filter(({ props }) => props.id === group.props["aria-describedby"]);
    assert.match(text(explained), /“Every figure as a table”, further down, holds the same\./);
    assert.ok(sectionOf(ashraf(), "Every figure as a table"));
  }
  assert.equal(find(plots(ashraf())[0], "Div", { role: "group" })[0].props["aria-label"], "Killed: 8 figures on one axis; the table below holds the same");
});

test("the line under a plot tells of the best figure first, and holds everything on every other", () => {
  const lines = byClass(plots(ashraf())[0], "claim-line");
  assert.deepEqual(lines.map(({ props }) => [props.id, props.className]), ["c52", "c47", "c19", "c53", "c52p", "c70", "cwiki", "f4"]
    .map((id) => [`line-${id}`, id === "c52" ? "claim-line told" : "claim-line"]));
  assert.equal(text(lines[2]), "Iraq (two security sources) : at least 19 killed, 1 September 2013 superseded Iraq later said 53 (6 December 2013). Reuters, 3 September 2013");
  assert.equal(text(lines[5]), "Press TV : 70 killed, 3 September 2013 set aside ruled out by the later UN count counted with Iran, a party to it UN News, 2 September 2013");
  assert.equal(text(lines[7]), "Press TV : 4 killed, Iraqi forces, 3 September 2013 gives the best figure counted with Iran, a party to it UN News, 2 September 2013");
});

test("a figure from several sources has a button for each of them, and its dot leads to the first", () => {
  const tree = changed({ claims: [claim("x", ["un"], 52, "last word", { sources: ["s_reuters", "s_un"] })] });
  assert.deepEqual(dotsIn(tree).map(({ props }) => props["data-id"]), ["source:s_reuters"]);
  assert.deepEqual(ids(byClass(tree, "claim-line")[0]), ["source:s_reuters", "source:s_un"]);
});

test("best and range are a line and a band behind every row of their people, and stand in words above them", () => {
  const [killed, missing] = plots(ashraf());
  assert.deepEqual(byClass(killed, "best-words").map(text), ["best 52 range 47–53", "best 4"]);
  assert.deepEqual(byClass(missing, "best-words").map(text), ["best 7"]);
  assert.equal(byClass(killed, "band").length, 11);
  assert.deepEqual(byClass(killed, "band")[0].props.style, { insetInlineStart: "58.8%", inlineSize: "7.5%" });
  assert.deepEqual([...new Set(byClass(killed, "best-line").map(({ props }) => props.style.insetInlineStart))], ["65%", "5%"]);
  assert.deepEqual(byClass(killed, "tick").map(text), ["0", "20", "40", "60", "80"]);
});

test("a disputed figure has a band and no line, and one that nobody counts says so", () => {
  const [plot] = plots(page("a3"));
  assert.equal(text(byClass(plot, "best-words")[0]), "disputed range 1–4");
  assert.equal(byClass(plot, "best-line").length, 0);
  assert.equal(text(byClass(changed({ estimates: {} }), "best-words")[0]), "no figure counts");
});

test("dots that would cover each other stand in lanes of 24 px, in the order of their figures", () => {
  const tree = changed({ claims: [claim("x", ["un"], 52, "superseded"), claim("y", ["un"], 52, "last word"), claim("z", ["un"], 10, "superseded")] });
  assert.deepEqual(dotsIn(tree).map(({ props }) => [props["data-claim"], props.style.insetBlockStart]),
    [["z", "calc(50% + -12px)"], ["x", "calc(50% + -12px)"], ["y", "calc(50% + 12px)"]]);
  assert.equal(find(tree, "Div").find(({ props }) => "data-row" in props).props.style.minBlockSize, "48px");
});

test("a range is a dot as long as the range", () => {
  const tree = changed({ claims: [claim("x", ["un"], null, "last word", { low: 10, high: 20 })] });
  assert.deepEqual(dotsIn(tree)[0].props.style, { insetInlineStart: "50%", insetBlockStart: "calc(50% + 0px)", inlineSize: "calc(50% + 24px)" });
});

test("figures that are all zero are drawn too", () => {
  assert.deepEqual(dotsIn(page("a2")).map(({ props }) => [props["aria-label"], props.style.insetInlineStart]),
    [["PMOI: 0 killed, 3 September 2013, gives the best figure.", "0%"]]);
});

test("the rule stands beside the plots in one sentence, and the legend explains what is drawn and nothing else", () => {
  const section = sectionOf(ashraf(), "Who says how many");
  assert.equal(text(byClass(section, "rule")[0]).match(/\./g).length, 1);
  assert.equal(text(byClass(section, "legend-line")[0]),
    "a speaker’s last word superseded shown, not counted set aside best lowest to highest last word");
  assert.equal(text(byClass(page("a2"), "legend-line")[0]), "a speaker’s last word best");
});

test("an attack without a claim has no plot, no rule and no table", () => {
  assert.equal(sectionOf(page("op"), "Who says how many"), undefined);
  assert.equal(find(page("op"), "Table").length, 0);
});

test("the table holds every claim with its speaker, its standing, its reason and its source", () => {
  const row = (id) => text(find(ashraf(), "Tr", { id: `claim-${id}` })[0]);
  assert.equal(find(ashraf(), "Tr").filter(({ props }) => props["data-claim"]).length, claims.length);
  assert.deepEqual(texts(ashraf(), "Caption").map((words) => words.split(" · ")[0]), ["Killed", "Killed, Iraqi forces", "Missing"]);
  assert.equal(row("c52"), "UN 3 September 2013 UN 52 gives the best figure UN News, 2 September 2013 ↗");
  assert.equal(row("c19"), "Iraq two security sources 1 September 2013 party to the event at least 19 superseded Iraq later said 53 (6 December 2013). Reuters, 3 September 2013 ↗");
  assert.equal(row("c70"), "Press TV 3 September 2013 state-linked, counted with Iran, a party to it 70 set aside ruled out by the later UN count UN News, 2 September 2013 ↗");
});

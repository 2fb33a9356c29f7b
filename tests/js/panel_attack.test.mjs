import assert from "node:assert/strict";
import { test } from "node:test";

import { panel } from "../../assets/client/panel/index.mjs";
import { claim, claims, state, story } from "./panel_story.mjs";
import { byClass, find, ids, sectionOf, text, texts } from "./tree.mjs";

const shown = (more) => panel(state(more), story);
const ashraf = () => shown({ select: "attack:a1" });

test("an attack says which of the year's attacks it is, when, how exactly, and where", () => {
  assert.equal(text(byClass(ashraf(), "eyebrow")[0]), "2013 · attack 2 of 3");
  assert.equal(text(byClass(ashraf(), "below")[0]), "1 September 2013 (day known) · Camp Ashraf , Diyala, Iraq");
  assert.deepEqual(find(byClass(ashraf(), "below")[0], "Button").map(({ props }) => props["data-id"]), ["place:camp_ashraf"]);
});

test("an attack keeps its own year, whatever year is set", () => {
  assert.equal(text(byClass(shown({ year: 2014, select: "attack:a1" }), "eyebrow")[0]), "2013 · attack 2 of 3");
});

test("an operation that is no attack is called what it is", () => {
  assert.equal(text(byClass(shown({ select: "attack:op" }), "eyebrow")[0]), "2013 · police operation");
});

test("the figures of an attack give best, range and basis", () => {
  assert.deepEqual(byClass(ashraf(), "figure").map(text), [
    "52 killed, best estimate 47–53 in the sources by the UN’s word",
    "7 missing, best estimate one source only by the UN’s word",
  ]);
});

test("a disputed figure is called disputed", () => {
  assert.equal(text(byClass(shown({ select: "attack:a3" }), "figure")[0]), "disputed killed 1–4 in the sources parties disagree, no source outside the dispute");
});

test("a figure of one party alone is given by that party's word", () => {
  assert.equal(text(byClass(shown({ select: "attack:a2" }), "figure")[0]), "0 (none reported) killed, best estimate one source only according to PMOI");
});

test("people who are not of the story have small figures of their own", () => {
  assert.equal(text(byClass(ashraf(), "others")[0]), "Wounded not known, no source gives a figure Iraqi forces 4 killed, according to Press TV");
});

test("the plot gives the UN a row, each government its own, and no row to governments as such", () => {
  assert.deepEqual(byClass(byClass(ashraf(), "dotplot")[0], "dot-label").map(text), ["UN", "Iraq", "Amnesty International", "PMOI", "Press TV", "Wikipedia", "Killed"]);
});

test("every dot stands at its figure, says what it is, and has its row in the table", () => {
  const dots = byClass(byClass(ashraf(), "dotplot")[0], "dot").filter(({ props }) => props["data-claim"]);
  assert.deepEqual(dots.map(({ props }) => [props["data-claim"], props.className, props.style.insetInlineStart, props.title]), [
    ["c52", "dot solid", "65%", "UN: 52, 3 September 2013, last word"],
    ["c19", "dot hollow", "23.8%", "Iraq: at least 19, 1 September 2013, superseded by the speaker’s last word"],
    ["c53", "dot solid", "66.3%", "Iraq: 53, 6 December 2013, last word"],
    ["c47", "dot solid", "58.8%", "Amnesty International: at least 47, 3 September 2013, last word"],
    ["c52p", "dot solid", "65%", "PMOI: 52, 3 September 2013, last word"],
    ["c70", "dot crossed", "87.5%", "Press TV: 70, 3 September 2013, set aside"],
    ["cwiki", "dot hollow", "65%", "Wikipedia: 52, shown, not counted"],
  ]);
  const rows = find(ashraf(), "Tr").map(({ props }) => props.id);
  dots.forEach(({ props }) => assert.ok(rows.includes(`claim-${props["data-claim"]}`)));
});

test("the plot draws the band from low to high and the line at best", () => {
  const plot = byClass(ashraf(), "dotplot")[0];
  const [band] = byClass(plot, "band");
  assert.deepEqual(band.props.style, { insetInlineStart: "58.8%", inlineSize: "7.5%" });
  assert.equal(byClass(plot, "best-line")[0].props.style.insetInlineStart, "65%");
  assert.deepEqual(byClass(plot, "tick").map(text), ["0", "20", "40", "60", "80"]);
});

test("dots at one figure are stacked in their row", () => {
  const twice = { ...story.attacks.a1, claims: [claim("x", ["un"], 52, "superseded"), claim("y", ["un"], 52, "last word")] };
  const tree = panel(state({ select: "attack:a1" }), { ...story, attacks: { ...story.attacks, a1: twice } });
  const heights = byClass(byClass(tree, "dotplot")[0], "dot").filter(({ props }) => props.style).map(({ props }) => props.style.insetBlockStart);
  assert.deepEqual(heights, ["calc(50% + -6.5px)", "calc(50% + 6.5px)"]);
});

test("the table holds every claim with its standing, its reason and its source", () => {
  const row = (id) => text(find(ashraf(), "Tr", { id: `claim-${id}` })[0]);
  assert.equal(find(ashraf(), "Tr").filter(({ props }) => props["data-claim"]).length, claims.length);
  assert.equal(row("c52"), "UN 3 September 2013 52 gives the best figure UN News, 2 September 2013 ↗");
  assert.equal(row("c19"), "Iraq two security sources 1 September 2013 at least 19 superseded by the speaker’s last word Reuters, 3 September 2013 ↗");
  assert.equal(row("c70"), "Press TV 3 September 2013 70 set aside ruled out by the later UN count UN News, 2 September 2013 ↗");
});

test("accounts stand under what they are, each with its speaker and its sources", () => {
  const accounts = sectionOf(ashraf(), "Who says who did it");
  assert.deepEqual(texts(accounts, "H4"), ["Accusations", "Denials and replies"]);
  assert.deepEqual(find(accounts, "Dl").map(text), ["PMOI Iraqi special forces. Reuters, 3 September 2013 ↗", "Iraq Not its forces. UN News, 2 September 2013 ↗ Nobody"]);
  assert.equal(text(byClass(accounts, "remark")[0]), "Each line is what that speaker says. The atlas adopts none of them.");
});

test("an attack names its stakeholders and what that means, and the ground of each affiliation", () => {
  assert.match(text(ashraf()), /Parties to it PMOI, Iraq,? and Iran Struck, accused by anyone, or in control of the place then\./);
  assert.match(text(ashraf()), /Press TV Broadcaster of the Iranian state\. counted with Iran/i);
});

test("an attack leads to what the founding article says of it and to what else points at it", () => {
  assert.deepEqual(ids(sectionOf(ashraf(), "What the founding article says")), ["check:check_16"]);
  assert.deepEqual(ids(sectionOf(ashraf(), "More on this")), ["context:ctx_report"]);
});

test("a source link opens in a new tab and says so", () => {
  const [link] = find(ashraf(), "A");
  assert.deepEqual([link.props.target, link.props.rel, link.props["aria-label"]],
    ["_blank", "noopener", "Reuters, 3 September 2013: Report (opens in a new tab)"]);
});

test("an address that is not of the web is no link", () => {
  const links = find(ashraf(), "A").map(({ props }) => props.href);
  assert.deepEqual([...new Set(links)].sort(), ["https://news.un.org/x", "https://reuters.com/x"]);
  assert.ok(byClass(ashraf(), "source").some((node) => node.type === "Span" && text(node) === "Nobody"));
});

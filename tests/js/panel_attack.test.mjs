import assert from "node:assert/strict";
import { test } from "node:test";

import { panel } from "../../assets/client/panel/index.mjs";
import { state, story } from "./panel_story.mjs";
import { byClass, find, ids, sectionOf, text } from "./tree.mjs";

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

test("an attack names its stakeholders and what that means, and the ground of each affiliation", () => {
  assert.match(text(ashraf()), /Parties to it PMOI, Iraq,? and Iran Struck, accused by anyone, or in control of the place then\./);
  assert.match(text(ashraf()), /Press TV Broadcaster of the Iranian state\. counted with Iran/i);
});

test("an attack leads to what the founding article says of it and to what else points at it", () => {
  assert.deepEqual(ids(sectionOf(ashraf(), "What the founding article says")), ["check:check_16"]);
  assert.deepEqual(ids(sectionOf(ashraf(), "More on this")), ["context:ctx_report"]);
});

test("a source link opens in a new tab and says so", () => {
  const link = find(ashraf(), "A").find(({ props }) => props.href === "https://reuters.com/x");
  assert.deepEqual([link.props.target, link.props.rel, link.props["aria-label"]],
    ["_blank", "noopener", "Reuters, 3 September 2013: Report (opens in a new tab)"]);
});

test("an address that is not of the web is no link", () => {
  const links = find(ashraf(), "A").map(({ props }) => props.href);
  assert.deepEqual([...new Set(links)].sort(), ["https://news.un.org/x", "https://reuters.com/x"]);
  assert.ok(byClass(ashraf(), "source").some((node) => node.type === "Span" && text(node) === "Nobody"));
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { panel } from "../../assets/client/panel/index.mjs";
import { thing } from "../../assets/client/state.mjs";
import { golden, state } from "./panel_story.mjs";
import { byClass, find, ids, text } from "./tree.mjs";

const shown = (select, more = {}, choices = {}) => panel(state({ year: 1992, select, ...more }), golden, choices);

test("the article's statements stand in its order, each with its verdict, finding and sources", () => {
  const statements = byClass(shown("page:article"), "statement");
  assert.deepEqual(statements.slice(0, 3).map((it) => text(find(it, "H4")[0])), [
    "The choir crossed the lake in 1992.", "More than twelve singers were hurt.", "The choir is the finest of all.",
  ]);
  assert.deepEqual(statements.slice(0, 3).map((it) => text(byClass(it, "verdict")[0])), ["supported", "not confirmed", "opinion"]);
  assert.match(text(statements[0]), /Two boats are recorded\..*Lake Gazette/);
});

test("each statement leads to its year, its place and what it is about", () => {
  const [first, second] = byClass(shown("page:article"), "statement");
  assert.deepEqual(ids(first), ["check:check_01", "place:boathouse", "relocation:rel_1992"]);
  assert.deepEqual(find(first, "Button").map(({ props }) => props["data-year"]).filter(Boolean), ["1992"]);
  assert.deepEqual(ids(byClass(second, "onward")[0]), ["attack:atk_bubbles"]);
});

test("a total of the article stands beside the sum of the atlas's own claims", () => {
  const [row] = find(byClass(shown("page:article"), "article-totals")[0], "Tbody").flatMap((body) => find(body, "Tr"));
  const [article, atlas] = find(row, "Td").map(text);
  assert.equal(article, "more than 12");
  assert.ok(atlas.startsWith("at least 4 wounded 4–8 in the sources One of them has no best figure and is not in the sum."), atlas);
  assert.match(atlas, /Soap bubbles over the mill at least 4 wounded, 4–8 in the sources League of Lakes, 20 June 1991/);
});

test("a count of attacks is computed like a sum", () => {
  const check = { ...golden.checks.check_02, metric: "attacks", claim: null, figure: 3, sum: { best: 2, low: 2, high: 2, atLeast: false, unknown: 0, attacks: ["atk_bubbles", "atk_geese"] } };
  const story = { ...golden, checks: { check_02: check } };
  const [row] = find(byClass(panel(state({ year: 1992, select: "page:article" }), story), "article-totals")[0], "Tbody").flatMap((body) => find(body, "Tr"));
  assert.deepEqual([text(find(row, "Td")[0]), text(byClass(row, "sum")[0])], ["3", "2 attacks"]);
});

test("a disputed matter has the form of a statement: what is claimed, the reply, the sources", () => {
  const dispute = byClass(shown("page:article"), "statement").at(-1);
  assert.equal(text(find(dispute, "H4")[0]), "The pitch of the choir");
  assert.deepEqual(find(dispute, "Dt").map(text), ["The brass band", "Reply: The choir"]);
  assert.deepEqual(find(dispute, "Dd").map(text), ["The choir sings flat.", "The band cannot hear it."]);
});

test("the ledger of a year says what came, what left and what is unaccounted for", () => {
  const [first] = byClass(shown("page:ledger", { year: 1993 }), "balance");
  assert.deepEqual(find(first, "Dt").map(text), ["Before", "Arrived", "Left", "Killed", "After", "Unaccounted for in the sources"]);
  assert.deepEqual(find(first, "Dd").map(text), ["40 31 December 1992", "–", "–", "–", "35 31 December 1993", "5 fewer than expected"]);
  assert.match(text(first), /1 movement or total runs beyond this time and is not in the sum\./);
});

test("the words before a figure stay with the sum, and what rests on round figures is never called exact", () => {
  const flow = { ref: "relocation:rel_1992", best: 40, low: 40, high: 40 };
  const sum = (...qualifiers) => {
    const ledger = golden.ledger.map((it) => (it.year === 1992 ? { ...it, arrived: qualifiers.map((qualifier) => ({ ...flow, qualifier })), approximate: true, unaccounted: { best: 0, low: 0, high: 0 } } : it));
    const [first] = byClass(panel(state({ year: 1992, select: "page:ledger" }), { ...golden, ledger }), "balance");
    return find(first, "Dd").map(text);
  };
  assert.equal(sum("exact")[1], "40");
  assert.equal(sum("exact", "about")[1], "about 80");
  assert.equal(sum("more than", "about")[1], "at least 80");
  assert.equal(sum("about").at(-1), "nothing, as far as round figures tell");
});

test("the figures of a balance open to what they are made of", () => {
  const [first] = byClass(shown("page:ledger", { year: 1992 }), "balance");
  const made = find(first, "Details")[0];
  assert.match(text(made), /1 person|40/);
  assert.ok(ids(made).includes("relocation:rel_1992"));
  assert.ok(find(made, "A").length > 0 || byClass(made, "source").length > 0, "counts name their sources");
});

test("what adds up is said to leave nothing, and a range says both ends", () => {
  const [mill, boathouse] = byClass(byClass(shown("page:ledger", { year: 1992 }), "balances")[0], "unaccounted").map((it) => text(find(it, "Dd")[0]));
  assert.deepEqual([mill, boathouse], ["from 2 fewer to 4 more than expected", "nothing"]);
});

test("a range that ends at nothing is written without a sign", () => {
  const ledger = golden.ledger.map((it) => (it.year === 1993 ? { ...it, unaccounted: { best: null, low: -5, high: -0 } } : it));
  const page = panel(state({ year: 1993, select: "page:ledger" }), { ...golden, ledger });
  assert.equal(text(find(byClass(page, "unaccounted")[0], "Dd")[0]), "0–5 fewer than expected");
});

test("a year's own page has its balances, and a place's page has those of all years", () => {
  assert.equal(byClass(panel(state({ year: 1992, select: null }), golden), "balance").length, 2);
  const years = byClass(shown("place:boathouse"), "balance-title").map(text);
  assert.deepEqual(years, ["In all, from opening to closing or the last count", "1992", "1993"]);
});

test("a correction says what stood there, what stands there now, why, and by which source", () => {
  const [correction] = byClass(shown("page:corrections", {}, { feed: "/data/corrections.atom" }), "correction");
  assert.match(text(correction), /1 February 1996 Number of singers hurt Before 2 Now 3 Why The choir’s book gives 3;/);
  assert.deepEqual(ids(correction), ["attack:atk_geese"]);
});

test("the data page lists what can be taken away, and how figures are found", () => {
  const page = shown("page:data", {}, { downloads: [{ format: "geojson", href: "/data/choir.geojson" }, { format: "csv", href: "/data/claims.csv", table: "claims" }] });
  assert.deepEqual(find(byClass(page, "downloads")[0], "A").map(({ props }) => props.href), ["/data/choir.geojson"]);
  assert.deepEqual(find(byClass(page, "downloads")[1], "A").map(text), ["claims"]);
  assert.match(text(page), /CC0 1\.0.*Version 0\.1\.0, 1 January 1996/);
});

test("a story without an article has no page of one", () => {
  const bare = { ...golden, checks: {}, controversies: {} };
  assert.equal(thing("page:article", bare), null);
  assert.equal(thing("page:article", golden).kind, "page");
  assert.equal(thing("page:constructor", golden), null);
});

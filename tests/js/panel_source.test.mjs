import assert from "node:assert/strict";
import { test } from "node:test";

import { panel } from "../../assets/client/panel/index.mjs";
import { reader, refParts } from "../../assets/client/panel/reader.mjs";
import { restCount } from "../../assets/client/panel/resting.mjs";
import { ownerOf, whereabouts } from "../../assets/client/panel/whereabouts.mjs";
import { golden, state, story } from "./panel_story.mjs";
import { all, byClass, childrenOf, find, ids, sectionOf, text, texts } from "./tree.mjs";

const page = (source, whole = story) => panel(state({ select: `source:${source.id}` }), { ...whole, sources: { ...whole.sources, [source.id]: source } });
const s_un = { ...story.sources.s_un, archived: "", checked: null };
const rests = (...refs) => page({ ...s_un, rests: refs });
const rowsOf = (tree) => Object.fromEntries(childrenOf(find(tree, "Dl")[0]).map((row) => childrenOf(row).map(text)));
const groups = (tree) => texts(tree, "H4");
const entries = (tree) => byClass(tree, "resting").flatMap((list) => childrenOf(list));

// --- what it is --------------------------------------------------------------------------------------------------------

test("a source says what it is: title, publisher, date, type, reliability, address", () => {
  const tree = page(s_un);
  assert.deepEqual(texts(tree, "H2"), ["Statement"]);
  assert.equal(text(byClass(tree, "below")[0]), "UN News (via Refworld), 2 September 2013");
  assert.deepEqual(rowsOf(tree), {
    Type: "United Nations", Reliability: "Primary.", Address: "https://news.un.org/x", "Archived copy": "not recorded", "Last checked": "not recorded",
  });
});

test("an archived copy and the day of the last check are given where they are known", () => {
  const checked = { edtf: "2026-10-01", start: "2026-10-01", end: "2026-10-01", precision: "day", approximate: false, interval: false };
  const tree = page({ ...s_un, archived: "https://archive.example/x", checked });
  assert.equal(find(tree, "A", { href: "https://archive.example/x" }).length, 1);
  assert.equal(rowsOf(tree)["Last checked"], "1 October 2026");
});

test("what is not known of a source is said in words", () => {
  const tree = page({ id: "s_bare", publisher: "Nobody", title: "Paper", type: "media", date: "", url: "", archived: "", checked: null, reliability: "", rests: [] });
  assert.equal(text(byClass(tree, "below")[0]), "Nobody, no date");
  assert.deepEqual(rowsOf(tree), { Type: "media", Reliability: "not recorded", Address: "not on the web", "Archived copy": "not recorded", "Last checked": "not recorded" });
  assert.equal(find(tree, "A").length, 0);
});

test("publisher, title and date are words to search for, should the link be dead", () => {
  const [words] = find(page(s_un), "Span", { id: "source-words" });
  assert.equal(text(words), "UN News (via Refworld), “Statement”, 2 September 2013");
  const [copy] = find(page(s_un), "Button", { "data-copies": "source-words" });
  assert.equal(copy.props["aria-label"], "Copy: words to search for");
  assert.equal(text(find(page({ ...s_un, date: "" }), "Span", { id: "source-words" })[0]), "UN News (via Refworld), “Statement”");
});

test("a link that would run a script is text", () => {
  const tree = page({ ...s_un, url: "javascript:alert(1)", archived: "javascript:alert(2)" });
  assert.equal(find(tree, "A").length, 0);
  assert.equal(rowsOf(tree).Address, "not on the web");
});

test("a source leads to all the others", () => {
  assert.equal(text(find(page(s_un), "Button", { "data-id": "page:sources" })[0]), "All sources");
});

// --- what rests on it --------------------------------------------------------------------------------------------------

test("everything that rests on a source is listed in groups with their numbers, figures first", () => {
  const tree = rests("place:tirana", "presence:p1", "custody:k1", "relocation:last42", "attack:a1", "account:ac1", "claim:c52", "claim:c47", "claim:t116", "context:ctx_offer",
    "controversy:con", "check:check_16", "speaker:un");
  assert.deepEqual(groups(tree), [
    "Figures of attacks 2", "Totals that speakers give 1", "Head counts 1", "Relocations 1", "Attacks and operations 1", "Accounts of what happened 1",
    "Events around the story 1", "Periods of control 1", "Places 1", "Statements of the article checked with it 1", "Disputed matters 1", "Speakers described by it 1",
  ]);
  assert.ok(sectionOf(tree, "What rests on it: 13 entries"));
  assert.equal(entries(tree).length, 13);
});

test("a figure says of which attack it is, who gives it and when, and how it counts", () => {
  assert.deepEqual(entries(rests("claim:c52", "claim:c19", "claim:f4")).map(text), [
    "1 September 2013 · Killings at Camp Ashraf UN: 52 killed said 3 September 2013 gives the best figure",
    "1 September 2013 · Killings at Camp Ashraf Iraq: at least 19 killed said 1 September 2013, two security sources superseded: Iraq later said 53 (6 December 2013).",
    "1 September 2013 · Killings at Camp Ashraf Press TV: 4 killed, Iraqi forces said 3 September 2013 gives the best figure",
  ]);
});

test("a total, a head count, a period of control and a speaker say what they are", () => {
  assert.deepEqual(entries(rests("claim:t141", "presence:p1", "presence:p2", "custody:k1", "speaker:press_tv")).map(text), [
    "all attacks The founding article: 141 killed said 1 January 2014 In no independent source.",
    "15 October 2012 · Camp Ashraf about 100 people Those who stayed",
    "9 February 2013 · Camp Ashraf about 3,400 people An older total, set aside: out of line",
    "1 January 2009 – 11 September 2013 · Camp Ashraf Government of Iraq",
    "Press TV Broadcaster of the Iranian state.",
  ]);
});

test("an account is named and not told: it may stand behind a content note", () => {
  assert.deepEqual(entries(rests("account:ac1", "account:ac2")).map(text), [
    "1 September 2013 · Killings at Camp Ashraf According to PMOI says who did it", "1 September 2013 · Killings at Camp Ashraf According to Iraq a denial or reply",
  ]);
});

test("a group stands in the order of time", () => {
  assert.deepEqual(ids(byClass(rests("attack:a3", "attack:a1", "attack:a2"), "resting")[0]), ["attack:a2", "attack:a1", "attack:a3"]);
});

test("what the story does not hold is neither counted nor listed", () => {
  const source = { ...s_un, rests: ["claim:gone", "attack:toString", "nothing:a1", "attack:a1"] };
  assert.equal(restCount({ story }, source), 1);
  assert.deepEqual(groups(page(source)), ["Attacks and operations 1"]);
});

test("a source on which nothing rests says so", () => {
  assert.match(text(sectionOf(rests(), "What rests on it")), /Nothing in the atlas rests on it by itself\.$/);
});

// --- where it leads ----------------------------------------------------------------------------------------------------

test("what rests on a source leads to the page that shows it", () => {
  const owners = {
    "attack:a1": "attack:a1", "claim:c52": "attack:a1", "account:ac2": "attack:a1", "presence:p1": "place:camp_ashraf", "custody:k1": "place:camp_ashraf", "claim:t116": "check:check_17",
    "controversy:con": "page:article", "speaker:press_tv": "attack:a1", "speaker:wikipedia": "attack:a1", "relocation:gone": null, "claim:toString": null,
  };
  for (const [ref, owner] of Object.entries(owners)) assert.equal(ownerOf(story, ref), owner, ref);
});

test("a count of a holder leads to the holder, wherever it is drawn", () => {
  const count = Object.values(golden.places).flatMap(({ id, counts }) => counts.filter(({ place }) => place !== id))[0];
  assert.equal(ownerOf(golden, `presence:${count.id}`), `place:${count.place}`);
});

test("every entry leads to a page that has what it names", () => {
  for (const source of Object.values(golden.sources)) {
    const listed = entries(page(source, golden));
    assert.equal(listed.length, source.rests.length, source.id);
    for (const it of listed.flatMap((item) => find(item, "Button"))) {
      const { "data-id": ref, "data-at": at } = it.props;
      const shown = panel(state({ year: golden.story.lastYear, select: ref }), golden);
      assert.notEqual(byClass(shown, "page-year").length, 1, `${ref} has no page`);
      if (at) assert.ok(all(shown).some(({ props }) => props.id === at), `${ref} has no ${at}`);
    }
  }
});

test("what no page shows stands there in words, without a way to go", () => {
  const speaker = { id: "silent", name: "Silent", kind: "ngo", affiliatedWith: null, ground: "Never speaks.", sources: ["s_un"] };
  const whole = { ...story, speakers: { ...story.speakers, silent: speaker } };
  assert.equal(whereabouts(whole, "speaker:silent").page, null);
  const [entry] = entries(page({ ...s_un, rests: ["speaker:silent"] }, whole));
  assert.equal(find(entry, "Button").length, 0);
  assert.equal(text(entry), "Silent Never speaks.");
});

// --- elsewhere ---------------------------------------------------------------------------------------------------------

test("wherever sources are listed, publisher, title, date and type of each can be read", () => {
  const tree = panel(state({ select: "attack:a1" }), story);
  assert.deepEqual(childrenOf(byClass(tree, "sources")[0]).map(text), [
    "UN News (via Refworld), 2 September 2013 ↗ Statement United Nations · what rests on it", "Reuters, 3 September 2013 ↗ Report media · what rests on it",
    "Nobody, no date Trap media · what rests on it",
  ]);
});

test("a row knows what holds it", () => {
  const { row, held, at } = whereabouts(story, "claim:c52");
  assert.deepEqual([row.id, held.id, at], ["c52", "a1", "claim-c52"]);
  assert.equal(refParts("a:b:c").id, "b:c");
  assert.equal(reader(state(), story).sources, null);
});

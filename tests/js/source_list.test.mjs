import assert from "node:assert/strict";
import { test } from "node:test";

import { hasYear, panel } from "../../assets/client/panel/index.mjs";
import { reader } from "../../assets/client/panel/reader.mjs";
import { ALL, chosenSources } from "../../assets/client/panel/source_choice.mjs";
import { foundSources, furtherInWords } from "../../assets/client/panel/sources.mjs";
import { golden, state } from "./panel_story.mjs";
import { byClass, childrenOf, find, ids, text, texts } from "./tree.mjs";

const made = (id, more = {}) => [id, { id, publisher: "Lake News", title: id, type: "media", date: "2013", url: `https://example.org/${id}`, archived: "", checked: null, reliability: "", rests: [], ...more }];
const sources = Object.fromEntries([
  made("s_a", { publisher: "Zürich Post", title: "“Boats” in Manëz", date: "2013-09-03", rests: ["attack:atk_geese", "attack:atk_bubbles"], reliability: "An eyewitness." }),
  made("s_b", { publisher: "Ämter", title: "Foam", type: "un", date: "2012-02~", url: "" }),
  made("s_c", { publisher: "Bank", title: "Zoo", date: "", archived: "https://archive.example/c" }),
  made("s_d", { publisher: "Bank", title: "Ants", type: "un", date: "1990/1995", rests: ["attack:atk_geese"] }),
  made("s_e", { publisher: "Press", title: "قرارگاه اشرف", date: "2013-10" }),
]);
const story = { ...golden, sources };
const here = state({ year: golden.story.firstYear, select: "page:sources" });
const tell = reader(here, story);
const found = (more) => chosenSources(tell, { ...ALL, ...more }).map(({ id }) => id);
const page = (choice = ALL, whole = story) => panel(here, whole, { sources: { ...ALL, ...choice } });
const field = (tree, name) => [...find(tree, "Input"), ...find(tree, "Select")].find(({ props }) => props["data-choice"] === name);

// --- which ones --------------------------------------------------------------------------------------------------------

test("words are looked for in publisher, title, type, date, reliability and address, all of them, in any order", () => {
  assert.deepEqual(found({ words: "boats zurich" }), ["s_a"]);
  assert.deepEqual(found({ words: "united nations" }), ["s_b", "s_d"]);
  assert.deepEqual(found({ words: "september 2013" }), ["s_a"]);
  assert.deepEqual(found({ words: "eyewit" }), ["s_a"]);
  assert.deepEqual(found({ words: "example.org/s_c" }), ["s_c"]);
  assert.deepEqual(found({ words: "bank boats" }), []);
});

test("accents, capitals, quotation marks and variants of a script are of no matter", () => {
  assert.deepEqual(found({ words: "MANEZ" }), ["s_a"]);
  assert.deepEqual(found({ words: "\"boats\"" }), ["s_a"]);
  assert.deepEqual(found({ words: "قرارگاه" }), ["s_e"]);
  assert.deepEqual(found({ words: "  ' " }).length, 5);
});

test("they are filtered by type, link, archived copy and years", () => {
  assert.deepEqual(found({ type: "un" }), ["s_b", "s_d"]);
  assert.deepEqual(found({ link: "no" }), ["s_b"]);
  assert.deepEqual(found({ link: "yes" }).length, 4);
  assert.deepEqual(found({ copy: "yes" }), ["s_c"]);
  assert.deepEqual(found({ copy: "no", type: "media" }), ["s_e", "s_a"]);
  assert.deepEqual(found({ from: "1995", to: "2012" }), ["s_b", "s_d"]);
  assert.deepEqual(found({ from: "2013" }), ["s_e", "s_a"]);
  assert.deepEqual(found({ to: "1990" }), ["s_d"]);
  assert.deepEqual(found({ from: "2013", to: "2012" }), found({ from: "2012", to: "2013" }));
});

test("a year that is none filters nothing", () => {
  assert.equal(found({ from: "soon", to: "" }).length, 5);
});

// --- in what order -----------------------------------------------------------------------------------------------------

test("they stand by publisher, and by title within one, as the language orders them", () => {
  assert.deepEqual(found(), ["s_b", "s_d", "s_c", "s_e", "s_a"]);
});

test("they stand by title, date, type, or how much rests on them, those without a date last", () => {
  assert.deepEqual(found({ sort: "title" }), ["s_d", "s_a", "s_b", "s_c", "s_e"]);
  assert.deepEqual(found({ sort: "newest" }), ["s_e", "s_a", "s_b", "s_d", "s_c"]);
  assert.deepEqual(found({ sort: "oldest" }), ["s_d", "s_b", "s_a", "s_e", "s_c"]);
  assert.deepEqual(found({ sort: "type" }), ["s_c", "s_e", "s_a", "s_b", "s_d"]);
  assert.deepEqual(found({ sort: "rests" }), ["s_a", "s_d", "s_b", "s_c", "s_e"]);
});

test("an order that is none is that of the publishers", () => {
  assert.deepEqual(found({ sort: "toString" }), found());
});

// --- the page ----------------------------------------------------------------------------------------------------------

test("all sources are listed, each leading to its own page with publisher, title, date, type and how much rests on it", () => {
  const tree = page({}, golden);
  assert.deepEqual(texts(tree, "H2"), ["All sources"]);
  assert.equal(text(find(tree, "P", { id: "sources-count" })[0]), "7 sources");
  assert.deepEqual(ids(find(tree, "Ul", { id: "sources-list" })[0]).sort(), Object.keys(golden.sources).map((id) => `source:${id}`).sort());
  const [row] = find(tree, "Button", { id: "row-s_league_1991" });
  assert.equal(text(row), "Statement on foam League of Lakes 20 June 1991 United Nations 4 entries rest on it");
  assert.equal(row.props["data-id"], "source:s_league_1991");
  assert.match(text(find(tree, "Button", { id: "row-s_police_1992" })[0]), /January 1993 government not on the web/);
});

test("the count says how many of all there are, and is announced", () => {
  assert.equal(foundSources(tell, { ...ALL, type: "un" }).words, "2 of 5 sources");
  assert.equal(foundSources(tell, { ...ALL, words: "nowhere" }).words, "None of 5 sources");
  assert.equal(foundSources(tell, ALL).words, "5 sources");
  assert.equal(find(page(), "P", { id: "sources-count" })[0].props.role, "status");
});

test("fields are labelled, and show what was chosen before", () => {
  const tree = page({ words: "foam", type: "un", sort: "oldest", link: "no", from: "1990" });
  for (const label of find(tree, "Label")) assert.notEqual(text(childrenOf(label)[0]), "");
  assert.equal(find(tree, "Label").length, 7);
  assert.equal(field(tree, "words").props.value, "foam");
  assert.equal(field(tree, "from").props.value, "1990");
  const chosen = (name) => childrenOf(field(tree, name)).filter(({ props }) => props.selected).map(({ props }) => props.value);
  assert.deepEqual(["type", "sort", "link", "copy"].map(chosen), [["un"], ["oldest"], ["no"], [""]]);
  assert.deepEqual(ids(find(tree, "Ul", { id: "sources-list" })[0]), ["source:s_b"]);
});

test("the filters that are folded away say how many of them are in use", () => {
  assert.equal(furtherInWords(tell.t, ALL), "More filters");
  assert.equal(furtherInWords(tell.t, { ...ALL, link: "no", from: "1990", words: "x" }), "More filters (2 in use)");
  assert.equal(find(page({ open: true }), "Details")[0].props.open, true);
});

test("only the types that there are can be chosen, by the story's own names and with their numbers", () => {
  assert.deepEqual(childrenOf(field(page(), "type")).map(text), ["all types", "United Nations (2)", "media (3)"]);
});

test("a way to show all again is there only when something is left out", () => {
  const clear = (choice) => find(page(choice), "Button", { id: "sources-clear" })[0].props.hidden;
  assert.equal(clear({}), true);
  assert.equal(clear({ sort: "title" }), true);
  assert.equal(clear({ words: "foam" }), undefined);
});

test("of very many only some are put up at once, and the rest on demand", () => {
  const many = { ...golden, sources: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => made(`s_${i}`))) };
  const shown = (choice) => {
    const tree = page(choice, many);
    const [more] = find(tree, "Button", { id: "sources-more" });
    return [byClass(tree, "source-row").length, more.props.hidden ? "" : text(more)];
  };
  assert.deepEqual(shown({}), [300, "Show 300 more"]);
  assert.deepEqual(shown({ shown: 900 }), [900, "Show 100 more"]);
  assert.deepEqual(shown({ shown: 1200 }), [1000, ""]);
});

test("a story without sources to date has no fields for years", () => {
  const undated = { ...golden, sources: Object.fromEntries([made("s_x", { date: "" })]) };
  assert.equal(field(page({}, undated), "from"), undefined);
});

test("the list and the page of a source do not change with the year", () => {
  assert.equal(hasYear({ select: "page:sources" }), false);
  assert.equal(hasYear({ select: "source:s_a" }), false);
  for (const select of [null, "page:ledger", "place:old_mill"]) assert.equal(hasYear({ select }), true);
});

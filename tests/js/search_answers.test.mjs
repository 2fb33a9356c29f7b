import assert from "node:assert/strict";
import { test } from "node:test";
import { reader } from "../../assets/client/panel/reader.mjs";
import { asked, find, searchIndex } from "../../assets/client/search.mjs";
import { answerList, searchBox, summary } from "../../assets/client/search/answers.mjs";
import { answers, emphasised, excerpt } from "../../assets/client/search/emphasis.mjs";
import { words } from "../../assets/client/text.mjs";
import { state, story } from "./panel_story.mjs";
import { all, byClass, childrenOf, find as findIn, ids, text, texts } from "./tree.mjs";

const marked = (said, question) => emphasised(said, asked(question)).map((part) => (typeof part === "string" ? part : `[${text(part)}]`)).join("");
const shown = (question, of = story, limit = 12) => {
  const tree = { props: { children: answerList(reader(state(), of), find(searchIndex(of), question, limit), asked(question)) } };
  return { tree, options: findIn(tree, "Div", { role: "option" }) };
};

test("what answers is marked, in every word, as far as it was asked", () => {
  assert.equal(marked("Rockets at Camp Liberty", "roc lib"), "[Roc]kets at Camp [Lib]erty");
  assert.equal(marked("Camp Ashraf", "ashraf"), "Camp [Ashraf]");
  assert.equal(marked("Nothing here", "ashraf"), "Nothing here");
});

test("accents, scripts and spellings are of no matter to the mark", () => {
  assert.equal(marked("Manëz", "mane"), "[Manë]z");
  assert.equal(marked("Mane\u0308z", "mane"), "[Mane\u0308]z");
  assert.equal(marked("Camp Ashraf", "Achraf"), "Camp [Ashraf]");
  assert.equal(marked("Camp Liberty", "Libertë"), "Camp [Libert]y");
  assert.equal(marked("معسكر أشرف", "اشرف"), "معسكر [أشرف]");
});

test("parts of a word are marked, and numbers only whole", () => {
  assert.equal(marked("Camp d’Achraf", "achraf"), "Camp d’[Achraf]");
  assert.equal(marked("Ashraf-3", "ashraf3"), "[Ashraf-3]");
  assert.equal(marked("Ashraf-3", "ashraf-3"), "[Ashraf-3]");
  assert.equal(marked("11 or 1 September 2013", "1 september 2013"), "11 or [1] [September] [2013]");
});

test("the marks leave the text as it is, whatever it is", () => {
  for (const said of ["", "   ", "<b>bold</b> & \"x\"", "a’b-c.d", "ﷺ ﬁne", "👩‍👩‍👧 camp", "x".repeat(50_000), "a-".repeat(20_000)]) {
    for (const question of ["b", "camp x", "a-b", "fi", "ﷺ"]) {
      assert.equal(emphasised(said, asked(question)).map((part) => (typeof part === "string" ? part : text(part))).join("").length, said.length, question);
    }
  }
});

test("a longer text is shown around what answers", () => {
  const told = "The camp was built on bare land a long time before that. Amnesty International sent observers, who wrote a report on what they had seen in the months that followed it.";
  const piece = excerpt(told, asked("amnesty"));
  assert.match(piece, /^… .*Amnesty International sent observers.* …$/);
  assert.ok(piece.length < 140);
  assert.equal(excerpt("Short and Amnesty", asked("amnesty")), "Short and Amnesty");
  assert.equal(excerpt(told, asked("nowhere")), "");
  assert.ok(excerpt(`${"x".repeat(5000)} amnesty ${"y".repeat(5000)}`, asked("amnesty")).length < 200);
});

test("each answer says its kind, its title, when and where, and leads to itself", () => {
  const { options } = shown("killings");
  assert.deepEqual(options.map(text), ["Killings at Camp Ashraf armed assault · 1 September 2013 · Camp Ashraf"]);
  assert.deepEqual(ids(options[0]), ["attack:a1"]);
  assert.deepEqual(texts(options[0], "Mark"), ["Killings"]);
});

test("answers stand in groups that are named, with how many of how many", () => {
  const { tree, options } = shown("2013", story, 7);
  const groups = findIn(tree, "Div", { role: "group" });
  assert.deepEqual(groups.slice(0, 3).map((group) => text(byClass(group, "search-group")[0])), ["Attacks", "Operations and clashes", "Relocations 3 of 4"]);
  for (const group of groups) assert.ok(all(group).some(({ props }) => props.id === group.props["aria-labelledby"]));
  assert.deepEqual(options.map(({ props }) => props.id), options.map((_, at) => `search-answer-${at + 1}`));
});

test("a place found by another name shows that name", () => {
  assert.match(text(shown("اشرف").options[0]), /^Camp Ashraf .* قرارگاه اشرف$/);
  assert.doesNotMatch(text(shown("ashraf").options[0]), /اشرف/);
});

test("what is only told is shown around the words, but not from behind a content note", () => {
  assert.match(text(shown("armed men").options[0]), /Armed men killed about half/);
  const noted = { ...story, attacks: { a1: { ...story.attacks.a1, kind: "bomb", contentNote: "people shot" } } };
  const { options } = shown("armed men", noted);
  assert.deepEqual(ids(options[0]), ["attack:a1"]);
  assert.doesNotMatch(text(options[0]), /Armed men/);
});

test("every name and title stands in the direction of its own script", () => {
  for (const option of shown("ashraf").options) {
    for (const part of [...byClass(option, "search-title"), ...byClass(option, "search-line")]) assert.equal(childrenOf(part)[0].props.dir, "auto");
  }
});

test("markup in a dataset stays text", () => {
  const title = "<img src=x onerror=alert(1)>";
  const { options } = shown("img", { ...story, places: { x: { ...story.places.tirana, id: "x", name: title, adminArea: title } } });
  assert.equal(text(byClass(options[0], "search-title")[0]).replaceAll(" ", ""), title.replaceAll(" ", ""));
  assert.ok(all(options[0]).every(({ type }) => ["Div", "Span", "Mark"].includes(type)));
});

test("the field is a combobox that names its list and keeps the last question", () => {
  const box = searchBox(words(story, "en"), "ashraf");
  const [field] = findIn(box, "Input");
  assert.equal(field.props.role, "combobox");
  assert.equal(field.props.value, "ashraf");
  assert.equal(findIn(box, "Div", { role: "listbox" })[0].props.id, field.props["aria-controls"]);
  assert.equal(findIn(box, "P", { role: "status" }).length, 1);
  for (const node of all(box)) if ("aria-label" in node.props) assert.ok(node.props["aria-label"]);
});

test("it is said how many answers there are, how many more, and that there are none", () => {
  const t = words(story, "en");
  assert.equal(summary(t, " ", { shown: 0, total: 0 }).said, "");
  assert.match(summary(t, " ", { shown: 0, total: 0 }).note, /script/);
  assert.deepEqual(summary(t, "x", { shown: 1, total: 1 }), { note: "", said: "1 answer" });
  assert.deepEqual(summary(t, "x", { shown: 12, total: 1300 }), { note: "1,288 more. Another word narrows them down.", said: "1,300 answers, the best 12 listed" });
  assert.equal(summary(t, " {count} ", { shown: 0, total: 0 }).note, "Nothing in the atlas is found by “{count}”.");
});

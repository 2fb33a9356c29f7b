import assert from "node:assert/strict";
import { test } from "node:test";

import { panel } from "../../assets/client/panel/index.mjs";
import { state, story } from "./panel_story.mjs";
import { all, byClass, find, sectionOf, text, texts } from "./tree.mjs";

const account = (id, kind, speaker, more = {}) => ({ id, kind, speaker, accused: [], text: `Text ${id}.`, sources: ["s_un"], ...more });
const changed = (more) => ({ ...story, attacks: { ...story.attacks, a1: { ...story.attacks.a1, ...more } } });
const shown = (within, choices) => panel(state({ select: "attack:a1" }), within, choices);
const accounts = (more = {}) => sectionOf(shown(changed(more)), "Who says what happened");
const part = (tree, id) => all(tree).find(({ props }) => props.id === id);

test("every version begins with its speaker and the speaker's part in the event, and has its sources", () => {
  const within = accounts({ accounts: [
    account("1", "allegation", "pmoi", { accused: ["Iraqi special forces", "the prime minister"], sources: ["s_reuters"] }),
    account("2", "allegation", "press_tv"), account("3", "allegation", "amnesty", { accused: ["Iraqi special forces"] }),
  ] });
  assert.deepEqual(byClass(find(within, "Ul")[0], "version").map(text), [
    "According to Amnesty International outside the dispute Alleged perpetrator: Iraqi special forces Text 3. UN News, 2 September 2013 ↗",
    "According to PMOI party to it Alleged perpetrators: Iraqi special forces, the prime minister Text 1. Reuters, 3 September 2013 ↗",
    "According to Press TV counted with Iran, a party to it Text 2. UN News, 2 September 2013 ↗",
  ]);
});

test("the order of the versions is stated, and by kind of speaker and name, whatever they say", () => {
  const within = accounts({ accounts: ["wikipedia", "pmoi", "iraq", "amnesty", "un", "iran"].map((who) => account(who, "denial", who)) });
  assert.deepEqual(byClass(within, "by").map(text).map((it) => it.replace(/According to (.*?) (party|outside).*/, "$1")),
    ["UN", "Amnesty International", "Iran", "Iraq", "PMOI", "Wikipedia"]);
  assert.match(text(byClass(within, "remark")[0]), /the atlas adopts none\. Order under each heading: by kind of speaker \(UN, .*\), then by name\./);
});

test("an allegation that names nobody, or of a payload that does not say, has no perpetrator", () => {
  for (const accused of [[], undefined]) assert.equal(byClass(accounts({ accounts: [account("1", "allegation", "pmoi", { accused })] }), "accused").length, 0);
});

test("of an attack it is said too that the sources hold no claim of responsibility, no denial, no inquiry", () => {
  const within = accounts({ unWording: "", accounts: [account("1", "allegation", "pmoi")] });
  assert.deepEqual(texts(within, "H4"), ["Who is accused, and by whom", "Responsibility", "Denials and replies", "Inquiries"]);
  assert.deepEqual(byClass(within, "remark").slice(1).map(text), [
    "The sources of this atlas hold no claim of responsibility.", "The sources of this atlas hold no denial.", "The sources of this atlas hold nothing on an inquiry.",
  ]);
});

test("of a police operation only what there is stands there", () => {
  assert.deepEqual(texts(accounts({ counted: false, unWording: "", accounts: [account("1", "denial", "pmoi")] }), "H4"), ["Denials and replies"]);
});

test("without any account that is said once", () => {
  assert.deepEqual(byClass(accounts({ accounts: [] }), "remark").map(text), ["The sources of this atlas hold no account of who did it."]);
});

test("the UN's own wording stands by itself, with the sources of the UN's word", () => {
  const within = accounts({ accounts: [account("1", "inquiry", "un", { sources: ["s_reuters"] })] });
  assert.equal(texts(within, "H4")[0], "What the UN called it");
  assert.equal(text(byClass(within, "version")[0]), "terrorist attack UN News, 2 September 2013 ↗ Reuters, 3 September 2013 ↗");
});

test("the atlas's own summary is called that", () => {
  assert.equal(text(part(shown(story), "description")), "What happened, in the atlas’s summary Armed men killed about half of the people still there.");
});

test("an attack without a content note hides nothing and has no button", () => {
  const tree = shown(story);
  for (const id of ["description", "accounts"]) assert.equal(part(tree, id).props.hidden, undefined);
  assert.equal(all(tree).filter(({ props }) => "data-descriptions" in props).length, 0);
});

test("behind a content note are the summary and the accounts, and never figures, plots, tables or sources", () => {
  const tree = shown(changed({ contentNote: "people shot" }));
  assert.match(text(byClass(tree, "content-note")[0]), /^Content note: people shot/);
  const hidden = all(tree).filter(({ props }) => props.hidden);
  assert.deepEqual(hidden.map(({ props }) => props.id), ["description", "accounts"]);
  for (const name of ["figure", "claim-dot", "claims", "sources"]) {
    assert.ok(byClass(tree, name).length > 0);
    for (const it of hidden) assert.equal(byClass(it, name).length, 0, name);
  }
});

test("the button of a content note says what it shows, and the panel follows the visitor's choice", () => {
  for (const descriptions of [false, true]) {
    const tree = shown(changed({ contentNote: "people shot" }), { descriptions });
    const buttons = all(tree).filter(({ props }) => "data-descriptions" in props);
    assert.deepEqual(buttons.map(({ props }) => [props.id, props["aria-expanded"], props["aria-controls"]]), [
      ["descriptions", String(descriptions), "description accounts"], ["descriptions-again", String(descriptions), "description accounts"],
    ]);
    assert.deepEqual(texts(buttons[0], "Span"), ["Show the descriptions", "Hide descriptions of violence"]);
    assert.equal(all(tree).filter(({ props }) => props.hidden).length, descriptions ? 0 : 2);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { fits, held, LIMITS, pixels, selectable, shared, sized, SIZES, usual, within } from "../../assets/client/share/options.mjs";
import { initial, PARTS } from "../../assets/client/state.mjs";
import { write } from "../../assets/client/url.mjs";
import { interfaceWords } from "./interface_words.mjs";
import { story } from "./small_story.mjs";

const at = (more) => ({ ...initial(story), ...more });
const killings = at({ year: 2013, select: "attack:atk_2013_09_01" });
const address = (state, options = usual(state, story), mode = "explore") => write(shared(options, state, story, mode), story);

test("what is shared to begin with is the view as it is", () => {
  assert.equal(address(killings), "?year=2013&select=attack:atk_2013_09_01");
  assert.equal(address(at({})), "");
  assert.equal(address(at({ year: 2014, theme: "dark", lang: "fr", hide: ["legend"] })), "?year=2014&lang=fr&theme=dark&hide=legend");
});

test("what is the visitor's own is not shared", () => {
  const own = { playing: true, speed: 4, loop: true, idle: 30, step: 2, walk: "events", curtain: "black" };
  for (const mode of ["explore", "embed", "present"]) assert.equal(address({ ...killings, ...own, mode }), "?year=2013&select=attack:atk_2013_09_01");
});

test("what somebody else's page leaves out is not left out of the whole page", () => {
  assert.equal(address(at({ mode: "embed", hide: ["title", "share"] })), "");
});

test("the map stays where it is only if the visitor put it there, and wants that", () => {
  const view = [33.5, 44, 6];
  assert.equal(held(at({ follow: true, view: null })), false);
  assert.equal(address(at({ year: 2012, follow: true, view })), "?year=2012"); // still following
  const moved = at({ year: 2012, follow: false, view });
  assert.equal(address(moved), "?year=2012&view=33.5,44,6");
  assert.equal(address(moved, { ...usual(moved, story), view: false }), "?year=2012");
});

test("a frame has the same view, in its own mode", () => {
  assert.equal(address(killings, { ...usual(killings, story), hide: ["title", "chart"], playing: true, theme: "light" }, "embed"),
    "?year=2013&select=attack:atk_2013_09_01&mode=embed&theme=light&play=1&hide=title,chart");
});

test("from the story's beginning, what has a date of its own is not selected, for it would lead away from there", () => {
  const start = { ...usual(killings, story), year: "start" };
  assert.equal(selectable(start, killings, story), false);
  assert.equal(address(killings, start), "");
  assert.equal(selectable(usual(killings, story), killings, story), true);
});

test("from the story's beginning, a place or a source stays selected", () => {
  for (const select of ["place:tirana", "source:s_un_2013", "page:ledger"]) {
    const state = at({ year: 2013, select });
    const start = { ...usual(state, story), year: "start" };
    assert.equal(selectable(start, state, story), true, select);
    assert.equal(address(state, start), `?select=${select}`);
  }
});

test("without a selection there is none to keep", () => {
  assert.equal(selectable(usual(at({}), story), at({}), story), false);
  assert.equal(usual(at({}), story).select, false);
});

test("what is selected can be left out", () => {
  assert.equal(address(killings, { ...usual(killings, story), select: false }), "?year=2013");
});

test("a size by its name has its numbers; one of one's own those at hand", () => {
  const options = usual(at({}), story);
  assert.equal(fits(options), true);
  assert.deepEqual([sized(options, "small").width, sized(options, "small").height], [640, 400]);
  assert.deepEqual(sized(sized(options, "small"), "own"), { ...options, size: "own", width: 640, height: 400 });
  assert.equal(fits(sized(options, "wide")), true);
  assert.equal(fits(sized(options, "own")), false);
});

test("a size is a whole number within sane limits", () => {
  assert.equal(pixels("width", "700", 800), 700);
  assert.equal(pixels("width", " 700 ", 800), 700);
  assert.equal(pixels("width", "7", 800), 320);
  assert.equal(pixels("height", "99999", 800), 2160);
  for (const typed of ["", "-5", "1e3", "12.5", "wide", "640px", "9".repeat(12)]) assert.equal(pixels("width", typed, 800), 800, typed);
  assert.deepEqual(["6", "64", "640", ""].map((typed) => within("width", typed)), [false, false, true, false]);
});

test("every size is within the limits", () => {
  for (const { width, height } of SIZES) {
    assert.equal(pixels("height", String(height), 0), height);
    if (width !== null) assert.equal(pixels("width", String(width), 0), width);
  }
  assert.deepEqual(LIMITS.width[0], 320);
});

test("every part that can be left out has words, and so has every size", () => {
  const words = interfaceWords();
  for (const part of PARTS) assert.ok(words[`share.part_${part}`], part);
  for (const { size } of [...SIZES, { size: "own" }]) assert.ok(words[`share.size_${size}`], size);
});

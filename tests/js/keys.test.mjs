import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { actionFor, FIGURES, KEYS, neededHere } from "../../assets/client/keys.mjs";
import { MODES } from "../../assets/client/state.mjs";
import { interfaceWords } from "./interface_words.mjs";

const press = (key, focus = null, more = {}) => actionFor({ key, ...more }, "explore", focus);
const slider = { tag: "INPUT", type: "range" };
const button = { tag: "BUTTON", type: "button" };
const field = { tag: "INPUT", type: "number" };

test("every key of the table does its action", () => {
  for (const { keys, also = [], modes, action } of KEYS) {
    for (const name of [...keys, ...also]) {
      if (name === FIGURES) continue;
      const shiftKey = name.startsWith("Shift+");
      for (const mode of modes) assert.equal(actionFor({ key: name.replace("Shift+", ""), shiftKey }, mode, null), action, name);
    }
  }
});

test("no key is in the table twice for one mode", () => {
  for (const mode of MODES) {
    const names = KEYS.filter(({ modes }) => modes.includes(mode)).flatMap(({ keys, also = [] }) => [...keys, ...also]);
    assert.equal(new Set(names).size, names.length);
  }
});

test("every line of the table says what it does in a text of its own", () => {
  for (const mode of MODES) {
    const lines = KEYS.filter(({ modes }) => modes.includes(mode));
    assert.equal(new Set(lines.map(({ text }) => text)).size, lines.length);
  }
});

test("arrows go by years, with shift by events", () => {
  assert.equal(press("ArrowRight"), "next-year");
  assert.equal(press("ArrowLeft"), "previous-year");
  assert.equal(press("ArrowRight", null, { shiftKey: true }), "next-event");
  assert.equal(press("ArrowLeft", null, { shiftKey: true }), "previous-event");
});

test("the slider keeps its own arrows, Home and End, and leaves the other keys", () => {
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]) assert.equal(press(key, slider), null);
  assert.equal(press(" ", slider), "play-pause");
  assert.equal(press("ArrowRight", slider, { shiftKey: true }), "next-event");
  assert.equal(press("Escape", slider), "close");
});

test("a field for text keeps every key", () => {
  const fields = [field, { tag: "INPUT", type: "search" }, { tag: "input", type: "" }, { tag: "TEXTAREA" }, { tag: "SELECT" }, { tag: "DIV", editable: true }];
  for (const focus of fields) for (const key of ["ArrowRight", " ", "t", "?", "Escape", "Home"]) assert.equal(press(key, focus), null);
});

test("Space on a button or a link presses it, and the arrows still step", () => {
  for (const focus of [button, { tag: "A" }, { tag: "SUMMARY" }, { tag: "INPUT", type: "checkbox" }]) {
    assert.equal(press(" ", focus), null);
    assert.equal(press("ArrowRight", focus), "next-year");
  }
});

test("radio buttons keep their arrows", () => {
  assert.equal(press("ArrowRight", { tag: "INPUT", type: "radio" }), null);
  assert.equal(press(".", { tag: "INPUT", type: "radio" }), "next-event");
});

test("what arrows move among keeps its arrows, Home, End and the keys that press it, and leaves the others", () => {
  const dot = { tag: "BUTTON", type: "button", roving: true };
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", " ", "Enter"]) assert.equal(press(key, dot), null);
  assert.equal(press("ArrowRight", dot, { shiftKey: true }), "next-event");
  assert.equal(press("Escape", dot), "close");
});

test("the keys of browser and system are left alone", () => {
  for (const modifier of ["ctrlKey", "altKey", "metaKey", "isComposing"]) assert.equal(press("f", null, { [modifier]: true }), null);
});

test("shift is of no matter where it is needed to type the sign", () => {
  assert.equal(press("?", null, { shiftKey: true }), "help");
  assert.equal(press("+", null, { shiftKey: true }), "zoom-in");
  assert.equal(press("T", null, { shiftKey: true }), "theme");
});

test("shift with Space or Home does nothing here", () => {
  for (const key of [" ", "Home", "End", "Escape"]) assert.equal(press(key, null, { shiftKey: true }), null);
});

test("a key held down goes on stepping, but does not toggle to and fro", () => {
  assert.equal(press("ArrowRight", null, { repeat: true }), "next-year");
  for (const key of [" ", "t", "?", "f", "Escape"]) assert.equal(press(key, null, { repeat: true }), null);
});

test("letters are found on a keyboard of another script", () => {
  assert.equal(press("ب", null, { code: "KeyF" }), "follow");
  assert.equal(press("ف", null, { code: "KeyT" }), "theme");
  assert.equal(press("؟", null, { code: "Slash" }), "help");
});

test("a Latin letter is what is written on it, wherever it lies", () => {
  assert.equal(press("f", null, { code: "KeyE" }), "follow");
  assert.equal(press("u", null, { code: "KeyF" }), null);
});

test("keys without a line, and no key at all, do nothing", () => {
  for (const key of ["x", "Enter", "Tab", "F5", "Dead", "", undefined]) assert.equal(press(key), null);
});

test("a mode without lines has no keys", () => {
  assert.equal(actionFor({ key: "ArrowRight" }, "nowhere", null), null);
});

test("every key of the stage is in the README, in the words of the page", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const words = interfaceWords();
  const names = { ArrowRight: "→", ArrowDown: "↓", ArrowLeft: "←", ArrowUp: "↑", PageDown: "Page Down", PageUp: "Page Up", " ": "Space", "-": "−" };
  for (const { keys, text } of KEYS.filter(({ modes }) => modes.includes("present"))) {
    const shown = keys.map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join(" ");
    assert.ok(readme.includes(`| ${shown} | ${words[text]} |`), `${shown}: ${words[text]}`);
  }
});

test("a field for text needs every key, a button those that press it, and nothing else needs any", () => {
  assert.ok(neededHere({ key: "x" }, { tag: "INPUT", type: "search" }));
  assert.ok(neededHere({ key: "Enter" }, { tag: "BUTTON" }));
  assert.ok(!neededHere({ key: "PageDown" }, { tag: "BUTTON" }));
  assert.ok(!neededHere({ key: "x" }, null));
});

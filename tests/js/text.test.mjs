import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { KEYS } from "../../assets/client/keys.mjs";
import { locale, series, words } from "../../assets/client/text.mjs";
import { story } from "./small_story.mjs";

const tableFile = new URL("../../geodata/text/en.csv", import.meta.url);
const table = existsSync(tableFile) ? readFileSync(tableFile, "utf8") : null;
const english = words(story, "en");

test("a key gives its words with the values in their places", () => {
  assert.equal(english("date.range", { from: "2009", to: "2011" }), "2009 – 2011");
});

test("the form follows the count", () => {
  assert.equal(english("attacks", { count: 0 }), "no attack");
  assert.equal(english("attacks", { count: 1 }), "1 attack");
  assert.equal(english("attacks", { count: 5 }), "5 attacks");
});

test("from the right, what is Latin stands apart and moves nothing around it", () => {
  const told = { ...story, languages: { fa: { direction: "rtl" }, en: { direction: "ltr" } }, text: { ...story.text, fa: { by: "به گفتهٔ {who}، ۱۹۹۹" } } };
  assert.equal(words(told, "fa")("by", { who: "AFP (Paris)" }), "به گفتهٔ \u2068AFP (Paris)\u2069، ۱۹۹۹");
  assert.equal(words(told, "fa")("by", { who: "عراق" }), "به گفتهٔ عراق، ۱۹۹۹");
  assert.equal(series(["AFP", "عراق"], words(told, "fa")), "\u2068AFP\u2069؛ عراق");
  assert.equal(series(["AFP", "Iraq"], words(told, "en")), "AFP; Iraq");
});

test("each language has its own forms", () => {
  const french = words(story, "fr");
  assert.equal(french("attacks", { count: 0 }), "0 attaque");
  assert.equal(french("attacks", { count: 2 }), "2 attaques");
  const arabic = words(story, "ar");
  assert.match(arabic("attacks", { count: 5 }), / هجمات$/);
  assert.match(arabic("attacks", { count: 100 }), / هجوم$/);
});

test("a count is written as a number, a year is not", () => {
  assert.equal(english("people", { count: 3400, year: 2013 }), "3,400 people in 2013");
});

test("a text that is missing or empty falls back to the story's language, and then to nothing", () => {
  assert.equal(words(story, "fr")("only.english"), "only in English");
  assert.equal(words(story, "xx")("only.english"), "only in English");
  assert.equal(words(story, "fr")("empty"), "");
  assert.equal(english("no.such.key"), "");
  assert.equal(english("no.such.key", { count: 2 }), "");
});

test("a key that every object has is no text", () => {
  for (const key of ["constructor", "toString", "__proto__"]) assert.equal(english(key), "");
  assert.equal(words(story, "__proto__")("only.english"), "only in English");
});

test("a place without a value stays empty, and a value is never read as a pattern", () => {
  assert.equal(english("date.from"), "from ");
  assert.equal(english("date.from", { date: null }), "from ");
  assert.equal(english("date.from", { date: "$& {from} $1" }), "from $& {from} $1");
  assert.equal(english("date.from", { date: 0 }), "from 0");
});

test("the words know their language", () => {
  assert.equal(words(story, "fr").lang, "fr");
});

test("every language has a locale", () => {
  assert.deepEqual(["en", "fr", "sq", "fa", "ar"].map(locale), ["en-GB", "fr", "sq", "fa", "ar"]);
  for (const strange of ["", "zz_", "constructor_", null, undefined]) assert.equal(locale(strange), "en-GB");
});

test("every word that dates, numbers and keys ask for is in the table", { skip: !table && "no table of texts yet" }, () => {
  const keys = new Set(table.split("\n").map((line) => line.split(",")[0]));
  const wanted = [...Object.keys(story.text.en).filter((key) => /^(date|precision|count|qualifier)\./.test(key)), ...KEYS.map(({ text }) => text)];
  assert.deepEqual(wanted.filter((key) => !keys.has(key)), []);
});

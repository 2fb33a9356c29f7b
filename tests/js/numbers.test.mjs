import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCount, formatNumber, formatSpan, formatYear } from "../../assets/client/numbers.mjs";
import { words } from "../../assets/client/text.mjs";
import { story } from "./small_story.mjs";

const t = words(story, "en");
const english = (count) => formatCount(count, "en", t);

test("numbers are grouped as the language does", () => {
  assert.equal(formatNumber(3400, "en"), "3,400");
  assert.equal(formatNumber(0, "en"), "0");
  assert.equal(formatNumber(3400, "fr"), "3\u202f400");
  assert.equal(formatNumber(3400, "fa"), "۳٬۴۰۰");
});

test("what is no number is nothing", () => {
  for (const nothing of [null, undefined, NaN, Infinity, "52"]) assert.equal(formatNumber(nothing, "en"), "");
});

test("a year is never grouped", () => {
  assert.equal(formatYear(2013, "en"), "2013");
  assert.equal(formatYear(2013, "fa"), "۲۰۱۳");
  assert.equal(formatYear(null, "en"), "");
});

test("a count says how it is meant", () => {
  assert.equal(english({ best: 3000, qualifier: "about" }), "about 3,000");
  assert.equal(english({ best: 23, low: 20, high: 24, qualifier: "at least" }), "at least 23");
  assert.equal(english({ people: 3400, low: null, high: null, qualifier: "more than" }), "more than 3,400");
  assert.equal(english({ value: 52, qualifier: "exact" }), "52");
  assert.equal(english({ best: 52, low: 47, high: 53, qualifier: "" }), "52");
});

test("a range stands where there is no best figure", () => {
  assert.equal(english({ best: null, low: 3500, high: 4000, qualifier: "" }), "3,500–4,000");
  assert.equal(english({ people: null, low: 400, high: 400 }), "400");
  assert.equal(english({ low: 4000, high: 3500, qualifier: "about" }), "about 3,500–4,000");
});

test("half a range is a bound", () => {
  assert.equal(english({ best: null, low: 20, high: null }), "at least 20");
  assert.equal(english({ best: null, low: null, high: 24 }), "up to 24");
});

test("nought is a figure and not known is not nought", () => {
  assert.equal(english({ best: 0, low: 0, high: 0, qualifier: "" }), "0");
  for (const unknown of [null, undefined, {}, { best: null, low: null, high: null, qualifier: "" }, { best: NaN }, { qualifier: "about" }]) {
    assert.equal(english(unknown), "not known");
  }
});

test("a qualifier without words of its own follows in brackets", () => {
  assert.equal(english({ best: 70, qualifier: "20 of them seriously" }), "70 (20 of them seriously)");
  assert.equal(english({ best: 70, qualifier: "<b>$&</b>" }), "70 (<b>$&</b>)");
  assert.equal(formatCount({ best: 70, qualifier: "say some" }, "en", () => ""), "70 (say some)");
});

test("other languages place the words of a qualifier as they do", () => {
  assert.equal(formatCount({ best: 3000, qualifier: "About" }, "fr", words(story, "fr")), "environ 3\u202f000");
});

test("a span is written once if both ends are the same or one is missing", () => {
  assert.equal(formatSpan({ low: 20, high: 24 }, "en"), "20–24");
  assert.equal(formatSpan({ low: 2, high: 2 }, "en"), "2");
  assert.equal(formatSpan({ low: null, high: 24 }, "en"), "24");
  assert.equal(formatSpan({ low: null, high: null }, "en"), "");
});

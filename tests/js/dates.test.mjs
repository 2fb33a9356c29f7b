import assert from "node:assert/strict";
import { test } from "node:test";
import { ends, formatDate, precisionWords } from "../../assets/client/dates.mjs";
import { words } from "../../assets/client/text.mjs";
import { dated, story } from "./small_story.mjs";

const t = words(story, "en");
const english = (edtf, beside) => formatDate(dated(edtf), "en", t, beside);

test("a date is written as exactly as it is known", () => {
  assert.equal(english("2013-09-01"), "1 September 2013");
  assert.equal(english("2011-04"), "April 2011");
  assert.equal(english("2003"), "2003");
});

test("what is only about right says so", () => {
  assert.equal(english("2012-04~"), "April 2012 (about)");
  assert.equal(english("1981~"), "1981 (about)");
  assert.equal(english("2012-04?"), "April 2012 (uncertain)");
  assert.equal(english("2012%"), "2012 (about, uncertain)");
});

test("a period names what both ends share once", () => {
  assert.equal(english("2012-02-17/2012-02-18"), "17–18 February 2012");
  assert.equal(english("2013-05/2015-12"), "May 2013 – December 2015");
  assert.equal(english("2013/2016"), "2013–2016");
  assert.equal(english("2003-04-15/2003-05-10"), "15 April – 10 May 2003");
  assert.equal(english("2008-12-27/2009-01-03"), "27 December 2008 – 3 January 2009");
});

test("each end of a period is as exact as it is known", () => {
  assert.equal(english("2016-01/2016-09-09"), "January 2016 – 9 September 2016");
  assert.equal(english("2012-09-17/2012-10~"), "17 September 2012 – October 2012 (about)");
  assert.equal(english("2003-04~/2003-09"), "April 2003 (about) – September 2003");
  assert.equal(english("2017-11~/2018"), "November 2017 (about) – 2018");
  assert.equal(english("2012-03~/2012-05~"), "March – May 2012 (about)");
});

test("an open end is said, not filled in", () => {
  assert.equal(english("2017-11~/.."), "from November 2017 (about)");
  assert.equal(english("../2003"), "until 2003");
  assert.equal(english("../.."), "date not known");
});

test("the year is left out beside itself, and only there", () => {
  assert.equal(english("2012-02-17/2012-02-18", { within: 2012 }), "17–18 February");
  assert.equal(english("2012-04~", { within: 2012 }), "April (about)");
  assert.equal(english("2012-09-17/2012-10~", { within: 2012 }), "17 September – October (about)");
  assert.equal(english("2012", { within: 2012 }), "2012");
  assert.equal(english("2013-09-01", { within: 2012 }), "1 September 2013");
  assert.equal(english("2013/2016", { within: 2013 }), "2013–2016");
});

test("a season or a decade is the span it covers", () => {
  const season = { edtf: "2001-21", start: "2001-03-01", end: "2001-05-31", precision: "month", approximate: false, interval: false };
  const decade = { edtf: "198X", start: "1980-01-01", end: "1989-12-31", precision: "year", approximate: false, interval: false };
  assert.equal(formatDate(season, "en", t), "March – May 2001");
  assert.equal(formatDate(decade, "en", t), "1980–1989");
});

test("the first and the last day of a year stay in it wherever the reader is", () => {
  const zone = process.env.TZ;
  for (const where of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    process.env.TZ = where;
    assert.equal(english("2009-01-01"), "1 January 2009");
    assert.equal(english("2015-12-31"), "31 December 2015");
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("other languages write their own way, in the same calendar", () => {
  assert.equal(formatDate(dated("2013-09-01"), "fr", words(story, "fr")), "1 septembre 2013");
  assert.equal(formatDate(dated("2012-04~"), "fr", words(story, "fr")), "avril 2012 (environ)");
  assert.equal(formatDate(dated("2013-09-01"), "fa", t), "۱ سپتامبر ۲۰۱۳");
  assert.equal(formatDate(dated("2013-09-01"), "sq", t), "1 shtator 2013");
});

test("a language that is none is written as English", () => {
  for (const lang of ["", "not a language", "xx_YY", undefined]) assert.equal(formatDate(dated("2013-09-01"), lang, t), "1 September 2013");
});

test("no date, and one that is broken, is not known", () => {
  for (const date of [null, undefined, {}, { edtf: "x", start: "x", end: "x" }]) assert.equal(formatDate(date, "en", t), "date not known");
});

test("a date without its source form is taken from its days", () => {
  assert.equal(formatDate({ start: "2012-04-01", end: "2012-04-30", precision: "month", approximate: true, interval: false }, "en", t), "April 2012 (about)");
});

test("how exactly a date is known is said in words", () => {
  assert.equal(precisionWords(dated("2013-09-01"), t), "day known");
  assert.equal(precisionWords(dated("2012-04~"), t), "month known, about");
  assert.equal(precisionWords(dated("2003"), t), "year known");
  assert.equal(precisionWords(null, t), "date not known");
});

test("both ends carry their own precision and doubt", () => {
  assert.deepEqual(ends(dated("2012-09-17/2012-10~")), {
    from: { day: "2012-09-17", precision: "day", doubt: "" },
    to: { day: "2012-10-31", precision: "month", doubt: "about" },
  });
  assert.deepEqual(ends(dated("1981/..")), { from: { day: "1981-01-01", precision: "year", doubt: "" }, to: null });
});

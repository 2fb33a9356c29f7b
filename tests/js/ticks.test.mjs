// Ticks of the time axis, for stories of one year to a thousand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ticks } from "../../assets/client/ticks.mjs";

const figures = (first, last) => ticks(first, last).filter(({ figure }) => figure).map(({ year }) => year);

test("a single year has its figure", () => {
  assert.deepEqual(ticks(1992, 1992), [{ year: 1992, figure: true }]);
});

test("a few years have theirs each, decades every fifth", () => {
  assert.deepEqual(figures(1990, 1995), [1990, 1991, 1992, 1993, 1994, 1995]);
  assert.deepEqual(figures(1981, 2026), [1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
  assert.equal(ticks(1981, 2026).length, 46);
});

test("however long the story is, there is room between figures", () => {
  for (const years of [60, 61, 120, 121, 500, 1000]) {
    assert.ok(figures(1, years).length <= 12, `${years}`);
    assert.ok(ticks(1, years).length <= 121, `${years}`);
  }
  assert.deepEqual(figures(1000, 1999), [1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900]);
});

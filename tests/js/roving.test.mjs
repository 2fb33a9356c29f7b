import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbour } from "../../assets/client/roving.mjs";

const stops = (...figures) => figures.map((figure) => ({ figure }));
const rows = [stops(47, 50, 52), [], stops(19, 53), stops(70)];
const [[first, second, third], , [nineteen, fiftyThree], [last]] = rows;

test("left and right go along the figures of a row and stop at its ends", () => {
  assert.equal(neighbour(rows, first, "ArrowRight"), second);
  assert.equal(neighbour(rows, third, "ArrowLeft"), second);
  assert.equal(neighbour(rows, third, "ArrowRight"), null);
  assert.equal(neighbour(rows, first, "ArrowLeft"), null);
});

test("where figures grow to the left, left leads to the larger one", () => {
  assert.equal(neighbour(rows, first, "ArrowLeft", true), second);
  assert.equal(neighbour(rows, second, "ArrowRight", true), first);
});

test("up and down lead to the nearest figure of the next row that has any", () => {
  assert.equal(neighbour(rows, second, "ArrowDown"), fiftyThree);
  assert.equal(neighbour(rows, nineteen, "ArrowUp"), first);
  assert.equal(neighbour(rows, last, "ArrowUp"), fiftyThree);
  assert.equal(neighbour(rows, first, "ArrowUp"), null);
  assert.equal(neighbour(rows, last, "ArrowDown"), null);
});

test("Home and End lead to the first and the last of all", () => {
  assert.equal(neighbour(rows, fiftyThree, "Home"), first);
  assert.equal(neighbour(rows, first, "End"), last);
});

test("other keys, and a stop that is not there, lead nowhere", () => {
  assert.equal(neighbour(rows, first, "Enter"), null);
  assert.equal(neighbour(rows, { figure: 1 }, "ArrowRight"), null);
  assert.equal(neighbour([], first, "Home"), null);
});

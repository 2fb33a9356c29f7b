import assert from "node:assert/strict";
import { test } from "node:test";
import { valid } from "../../assets/client/state.mjs";
import { ASKED, askedOf, heard, originsOf, targetsOf } from "../../assets/client/messages.mjs";
import { story } from "./small_story.mjs";

const set = (state) => askedOf({ atlas: 1, type: "set", state });

test("only messages of this version and of a known type are heard", () => {
  for (const type of ASKED) assert.equal(askedOf({ atlas: 1, type }).type, type);
  const others = [
    null, undefined, 0, "get", [], {}, { atlas: 1 }, { atlas: 2, type: "get" }, { atlas: "1", type: "get" }, { type: "get" }, { atlas: 1, type: "ready" },
    { atlas: 1, type: "constructor" }, { atlas: 1, type: ["get"] }, { atlas: 1, type: { toString: () => "get" } }, new Map([["atlas", 1]]), "x".repeat(1e6),
  ];
  for (const message of others) assert.equal(askedOf(message), null);
});

test("what is asked for reaches the state as it was meant", () => {
  assert.deepEqual(set({ year: 2013, hide: ["panel"], view: null, playing: true }).state, { year: 2013, hide: ["panel"], view: null, playing: true });
  assert.equal(askedOf({ atlas: 1, type: "keys", wanted: true }).wanted, true);
  for (const wanted of [1, "true", {}, undefined]) assert.equal(askedOf({ atlas: 1, type: "keys", wanted }).wanted, false);
});

test("of a hostile state only plain values of a sensible size are taken", () => {
  for (const state of [null, undefined, 5, "year", [], [2013]]) assert.equal(set(state).state, null);
  const hostile = JSON.parse('{"__proto__": {"year": 2013}, "constructor": {"year": 1}}');
  assert.deepEqual(valid(set(hostile).state, story), {});
  assert.equal(Object.getPrototypeOf(set(hostile).state), Object.prototype);
  const large = { select: "x".repeat(1e6), hide: Array(1e5).fill("panel"), lang: {}, view: [[1], 2, 3], year: 2013 };
  assert.deepEqual(set(large).state, { year: 2013 });
  const many = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`n${i}`, i]));
  assert.ok(Object.keys(set(many).state).length <= 50);
});

test("without a list anybody may talk, with one only those of it, both ways", () => {
  assert.equal(originsOf(undefined), null);
  assert.ok(heard(null, "https://anybody.example"));
  assert.deepEqual(targetsOf(null, undefined), ["*"]);
  const origins = originsOf(" https://news.example  https://lms.example:8443/course/1\nnonsense file:///x ");
  assert.deepEqual(origins, ["https://news.example", "https://lms.example:8443"]);
  assert.ok(heard(origins, "https://lms.example:8443"));
  for (const other of ["https://news.example.evil", "http://news.example", "null", ""]) assert.ok(!heard(origins, other), other);
  assert.deepEqual(targetsOf(origins, "https://news.example"), ["https://news.example"]);
  assert.deepEqual(targetsOf(origins, "https://evil.example"), []);
  assert.deepEqual(targetsOf(origins, undefined), origins);
  assert.deepEqual(originsOf(""), []);
  assert.ok(!heard([], "https://news.example"));
});

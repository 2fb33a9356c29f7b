import assert from "node:assert/strict";
import { test } from "node:test";
import { AT_ONCE, openFlood, SPAN } from "../../assets/client/flood.mjs";

function open() {
  const [answered, waiting] = [[], []];
  const time = { at: 0 };
  const give = openFlood((message) => answered.push(message), ["set"], { now: () => time.at, later: (act, after) => waiting.push({ act, at: time.at + after }) });
  const pass = (milliseconds) => {
    time.at += milliseconds;
    waiting.splice(0).forEach((it) => (it.at <= time.at ? it.act() : waiting.push(it)));
  };
  return { answered, give, pass };
}

test("messages at a pace that somebody could have are answered at once, every one", () => {
  const { answered, give, pass } = open();
  for (let i = 0; i < 1000; i += 1) {
    give({ type: i % 2 ? "set" : "next", i });
    pass(10);
  }
  assert.deepEqual(answered.map(({ i }) => i), Array.from({ length: 1000 }, (_, i) => i));
});

test("of ten thousand in a second few are answered, and the last wish is among them", () => {
  const { answered, give, pass } = open();
  for (let i = 0; i < 10000; i += 1) {
    give({ type: "set", i });
    pass(0.1);
  }
  pass(SPAN);
  assert.ok(answered.length < 6 * AT_ONCE, String(answered.length));
  assert.equal(answered.at(-1).i, 9999);
  assert.deepEqual(answered.map(({ i }) => i), answered.map(({ i }) => i).sort((a, b) => a - b));
});

test("after a flood it is as before", () => {
  const { answered, give, pass } = open();
  for (let i = 0; i < 500; i += 1) give({ type: "next" });
  assert.equal(answered.length, AT_ONCE);
  pass(SPAN);
  give({ type: "next" });
  assert.equal(answered.length, AT_ONCE + 1);
});

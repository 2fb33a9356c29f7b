import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, SOON } from "../../assets/client/following.mjs";

/** A page whose questions are answered from a list, after so many milliseconds each; it notes what happens. */
function page(answers, { takes = 20000 } = {}) {
  const noted = [];
  let clock = 0;
  return {
    noted,
    async ask(version) {
      noted.push(`ask ${version}`);
      clock += takes;
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    async seen() { noted.push("seen"); },
    async pause(milliseconds) { noted.push(`pause ${milliseconds}`); },
    now: () => clock,
  };
}

test("a page asks until there is another edition", async () => {
  const open = page(["a-1", "a-1", "a-2"]);
  assert.equal(await follow("a-1", open), "changed");
  assert.deepEqual(open.noted, ["seen", "ask a-1", "seen", "ask a-1", "seen", "ask a-1"]);
});

test("a server that says it stops is not asked again", async () => {
  const open = page(["a-1", null, "a-2"]);
  assert.equal(await follow("a-1", open), "over");
  assert.equal(open.noted.filter((it) => it.startsWith("ask")).length, 2);
});

test("a server that is gone is not asked again, and nothing is thrown", async () => {
  assert.equal(await follow("a-1", page([new TypeError("Failed to fetch")])), "lost");
});

test("a server that answers at once is not asked without a pause", async () => {
  const open = page(["a-1", "a-2"], { takes: 5 });
  assert.equal(await follow("a-1", open), "changed");
  assert.deepEqual(open.noted, ["seen", "ask a-1", `pause ${SOON}`, "seen", "ask a-1"]);
});

test("a page that nobody looks at does not ask", async () => {
  const open = page(["a-2"]);
  let look = null;
  open.seen = () => new Promise((resolve) => { look = resolve; });
  const followed = follow("a-1", open);
  assert.deepEqual(open.noted, []);
  look();
  assert.equal(await followed, "changed");
});

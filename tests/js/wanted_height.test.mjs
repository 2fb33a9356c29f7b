import assert from "node:assert/strict";
import { test } from "node:test";
import { wantedHeight } from "../../assets/client/embed/wanted_height.mjs";
import { PARTS } from "../../assets/client/state.mjs";

test("a wider frame of one kind never wants less, and no frame wants more than a screen", () => {
  for (const [from, to] of [[200, 720], [721, 2600]]) {
    for (let width = from; width < to; width += 1) {
      assert.ok(wantedHeight(width, []) <= wantedHeight(width + 1, []), String(width));
      assert.ok(wantedHeight(width, []) <= 900, String(width));
    }
  }
});

test("what is left out makes it lower, and a part that takes no room of its own changes nothing", () => {
  for (const width of [360, 1000]) {
    const whole = wantedHeight(width, []);
    for (const part of PARTS) {
      const takes = part === "title" || part === "time" || part === "chart" || (part === "panel" && width === 360);
      assert.equal(wantedHeight(width, [part]) < whole, takes, `${part} at ${width}`);
    }
    assert.equal(wantedHeight(width, ["time", "chart"]), wantedHeight(width, ["time"]));
    assert.ok(wantedHeight(width, PARTS) >= 250);
  }
});

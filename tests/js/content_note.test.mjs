import assert from "node:assert/strict";
import { test } from "node:test";
import { descriptionsShown, toggleDescriptions } from "../../assets/client/content_note.mjs";

/** A page with one described part and one button, or with none. */
function page(parts = 1) {
  const described = Array.from({ length: parts }, () => ({ hidden: true }));
  const buttons = described.map(() => ({ said: null, setAttribute(name, value) { this.said = `${name}=${value}`; } }));
  return { described, buttons, querySelectorAll: (selector) => (selector === "[data-described]" ? described : buttons) };
}

test("descriptions are hidden until they are asked for, and the choice outlives the page of the attack", () => {
  assert.equal(descriptionsShown(), false);
  const first = page(2);
  toggleDescriptions(first);
  assert.deepEqual(first.described.map(({ hidden }) => hidden), [false, false]);
  assert.deepEqual(first.buttons.map(({ said }) => said), ["aria-expanded=true", "aria-expanded=true"]);
  assert.equal(descriptionsShown(), true);
  const second = page();
  toggleDescriptions(second);
  assert.deepEqual([second.described[0].hidden, second.buttons[0].said, descriptionsShown()], [true, "aria-expanded=false", false]);
});

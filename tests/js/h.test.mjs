import assert from "node:assert/strict";
import { test } from "node:test";
import { h } from "../../assets/client/h.mjs";

test("an element is what Dash draws", () => {
  assert.deepEqual(h("Div", { className: "panel", "data-id": "attack:atk_2013_09_01" }, "52 people"), {
    namespace: "dash_html_components", type: "Div", props: { className: "panel", "data-id": "attack:atk_2013_09_01", children: "52 people" },
  });
});

test("several children are a list, flattened, without what is nothing", () => {
  assert.deepEqual(h("P", null, "a", [["b", null], false, undefined, true, ""], 0).props, { children: ["a", "b", "0"] });
});

test("no children are no property", () => {
  for (const nothing of [[], [null], [[false, ""]]]) assert.deepEqual(h("Hr", {}, ...nothing).props, {});
});

test("elements nest", () => {
  assert.deepEqual(h("Ul", {}, h("Li", {}, 1)).props.children, { namespace: "dash_html_components", type: "Li", props: { children: "1" } });
});

test("properties that are nothing are dropped, false and nought are kept", () => {
  assert.deepEqual(h("Div", { id: null, title: undefined, hidden: false, tabIndex: 0 }).props, { hidden: false, tabIndex: 0 });
});

test("markup in a text stays text", () => {
  assert.equal(h("P", {}, "<script>alert(1)</script>").props.children, "<script>alert(1)</script>");
});

test("a link that would run a script is dropped", () => {
  for (const href of ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "\u0001javascript:x", "vbscript:x", "data:text/html,<script>x</script>", "data:image/svg+xml,<svg/>"]) {
    assert.deepEqual(h("A", { href }).props, {}, href);
  }
});

test("links to the web, to a mail and within the site are kept", () => {
  for (const href of ["https://un.org/a:b", "HTTP://x.org", "mailto:a@b.org", "?year=2013&select=attack:atk_2013_09_01", "#x:y", "/data/a.zip", "data/a:b", "./a", "a.html", "", "blob:x", "data:image/png;base64,AA=="]) {
    assert.deepEqual(h("A", { href }).props, { href }, href);
  }
});

// Of long lists what is looked at: the others are drawn when they come near, or when their button is pressed. What was drawn
// stays. Uses window and document.
import { balanceOf } from "./panel/balances.mjs";
import { entry } from "./panel/entries.mjs";
import { residence } from "./panel/residences.mjs";
import { render } from "./render.mjs";

const NEAR = "1200px";
/** What the rows of a list are (see panel/blocks.mjs) → how one is drawn. */
const ROWS = { entry: (tell, ref) => entry(tell, ref, tell.state.select), residence, balance: balanceOf };

/**
 * @param {() => object} teller gives what `reader` gives, for the state at hand
 * @returns {{watch: (root: HTMLElement) => void}} `watch` looks after the long lists that are in an element now
 */
export function openLongLists(teller) {
  const observer = new window.IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) unfold(target);
  }, { root: document.getElementById("panel"), rootMargin: NEAR });

  function unfold(block) {
    observer.unobserve(block);
    const tell = teller();
    const held = block.contains(document.activeElement);
    const rows = document.createElement("div");
    render(rows, block.dataset.rest.split(" ").map((key) => ROWS[block.dataset.as](tell, key)));
    const [first] = rows.children;
    block.replaceWith(...rows.children);
    if (held) first?.querySelector("button")?.focus({ preventScroll: true });
  }

  document.addEventListener("click", ({ target }) => {
    const block = target.closest?.("[data-rest]");
    if (block) unfold(block);
  });
  window.addEventListener("beforeprint", () => {
    for (const block of document.querySelectorAll("#detail [data-rest]")) unfold(block);
  });

  return {
    watch(root) {
      for (const block of root.querySelectorAll("[data-rest]")) observer.observe(block);
    },
  };
}

// The things on the map for the keyboard and for screen readers: buttons over the marks, of which Tab reaches one and the arrow keys
// the others. The pointer does not meet them: it has the map itself. Uses document.
import { spokenMarks } from "./spoken_marks.mjs";

const LEAST = 24; // px, of what stands for a mark

/**
 * @param {HTMLElement} area of the map
 * @param {object} story
 * @param {Function} t words
 * @param {{unit: () => number, open: (mark: object) => void, told: (mark: object|null) => void}} it `open`: a counted mark was pressed;
 *   `told`: which mark has the focus
 * @returns {{renew: (drawn: object, state: object, seen: object) => void, place: (drawn: object) => void}} `renew` when the map is at rest, `place`
 *   in every frame
 */
export function openMapKeys(area, story, t, it) {
  const list = document.createElement("div");
  Object.assign(list, { id: "marks", className: "marks-keys" });
  list.setAttribute("role", "group");
  list.dataset.words = "label:map.marks";
  list.setAttribute("aria-label", t("map.marks"));
  area.querySelector("#drawing").after(list);
  const stands = new WeakMap(); // button → where it was last put
  let [marks, before, active] = [[], "", null];

  /** Say anew what is there; the focus stays on the same thing, or goes to the one in its place. */
  function renew(drawn, state, seen) {
    marks = spokenMarks(drawn, story, state, seen);
    const now = marks.map(({ key, words }) => `${key} ${words}`).join("\n");
    if (now !== before) {
      before = now;
      const held = list.contains(document.activeElement) ? [...list.children].indexOf(document.activeElement) : -1;
      list.replaceChildren(...marks.map(button));
      if (!marks.some(({ key }) => key === active)) active = marks[Math.min(Math.max(held, 0), marks.length - 1)]?.key ?? null;
      rove();
      if (held >= 0) buttonOf(active)?.focus({ preventScroll: true });
    }
    for (const node of list.children) {
      const pressed = String(node.dataset.id === state.select);
      if (node.getAttribute("aria-pressed") !== pressed) node.setAttribute("aria-pressed", pressed);
    }
    place(drawn);
  }

  function button({ key, ref, words }) {
    const node = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    Object.assign(node.dataset, { key, roving: "", ...(ref && { id: ref }) });
    return node;
  }

  function buttonOf(key) {
    return [...list.children].find((node) => node.dataset.key === key);
  }

  function rove() {
    for (const node of list.children) node.tabIndex = node.dataset.key === active ? 0 : -1;
  }

  /** Each stands where its mark is, so that the ring of the focus and a reader's finger find it there. */
  function place(drawn) {
    const where = new Map(drawn.targets.map((target) => [target.ref ?? target.key, target]).reverse()); // the first of a kind stays
    const unit = it.unit();
    for (const node of list.children) {
      const target = where.get(node.dataset.key);
      if (!target) continue;
      const size = Math.max(LEAST, (target.r * 2 + 8) * unit);
      const at = `left:${target.x * unit - size / 2}px;top:${target.y * unit - size / 2}px;inline-size:${size}px;block-size:${size}px`;
      if (stands.get(node) === at) continue;
      node.style.cssText = at;
      stands.set(node, at);
    }
  }

  list.addEventListener("keydown", (event) => {
    const nodes = [...list.children];
    const at = nodes.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    nodes[Math.min(Math.max(to, 0), nodes.length - 1)].focus({ preventScroll: true });
  });
  list.addEventListener("focusin", ({ target }) => {
    active = target.dataset.key;
    rove();
    it.told(markOf(target));
  });
  list.addEventListener("focusout", () => it.told(null));
  list.addEventListener("click", ({ target }) => {
    const mark = markOf(target.closest("button"));
    if (mark && !mark.ref) it.open(mark);
  });

  function markOf(node) {
    return marks.find(({ key }) => key === node?.dataset.key) ?? null;
  }

  return { renew, place };
}

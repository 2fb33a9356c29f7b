// The pages about the whole story, named in the header; on narrow screens behind a button. Uses document.
import { NAMED_PAGES, PAGES } from "./state.mjs";

/** @returns {(state: object) => void} marks the page that is open */
export function openNavigation(story, t) {
  const nav = document.getElementById("pages");
  const menu = make("button", { type: "button", id: "menu", "aria-expanded": "false", "aria-controls": "page-list", "aria-label": t("page.menu"), "data-words": "label:page.menu" });
  menu.append(make("span", { class: "menu-sign", "aria-hidden": "true" }), make("span", { class: "word", "data-words": "inside:page.menu" }, t("page.menu")));
  const list = make("ul", { id: "page-list" });
  for (const name of NAMED_PAGES.filter((page) => PAGES[page](story))) {
    const item = list.appendChild(make("li", {}));
    item.append(make("button", { type: "button", "data-id": `page:${name}`, "data-words": `inside:page.${name}_short` }, t(`page.${name}_short`)));
  }
  nav.setAttribute("aria-label", t("page.nav"));
  nav.dataset.words = "label:page.nav";
  nav.replaceChildren(menu, list);
  const set = (open) => menu.setAttribute("aria-expanded", String(open));
  menu.addEventListener("click", () => set(menu.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("click", ({ target }) => { if (!menu.contains(target)) set(false); });
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.getAttribute("aria-expanded") !== "true") return;
    event.stopPropagation();
    set(false);
    menu.focus();
  });
  return ({ select }) => {
    for (const button of list.querySelectorAll("button")) {
      if (button.dataset.id === select) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
  };
}

function make(tag, attributes, text = "") {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

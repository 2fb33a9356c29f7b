// Puts the rows of a table in order when one of its heads is pressed, once up, once down; what is not known comes last. Uses document.
import { locale } from "./text.mjs";

const HEAD = 48; // px, of what stays at the top of the panel

/**
 * @param {HTMLElement} panel
 * @param {Function} t words
 */
export function openTableSorting(panel, t) {
  panel.addEventListener("click", ({ target }) => {
    const part = target.closest("[data-part]");
    if (part) goTo(document.getElementById(part.dataset.part));
    const button = target.closest("button.sorts");
    if (button) sort(button);
  });

  function sort(button) {
    const [head, table] = [button.closest("th"), button.closest("table")];
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, by: valueOf(row.cells[button.dataset.column]) }));
    body.append(...inOrder(rows, down, t.lang).map(({ row }) => row));
    document.getElementById("sorted").textContent = t(down ? "tables.sorted_down" : "tables.sorted_up", { column: button.textContent });
  }
}

function goTo(part) {
  const panel = document.getElementById("panel");
  panel.scrollTop += part.getBoundingClientRect().top - panel.getBoundingClientRect().top - HEAD;
  part.querySelector(".table-frame").focus({ preventScroll: true });
}

function valueOf(cell) {
  const given = cell.dataset.sort ?? cell.textContent.trim();
  return given !== "" && Number.isFinite(Number(given)) ? Number(given) : given;
}

/** @param {{by: string|number}[]} rows @returns {object[]} the same in order */
export function inOrder(rows, down, lang) {
  const { compare } = new Intl.Collator(locale(lang), { numeric: true });
  const way = down ? -1 : 1;
  const order = (one, other) => (typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other)));
  return [...rows].sort((one, other) => (one.by === "" || other.by === "" ? (one.by === "") - (other.by === "") : way * order(one.by, other.by)));
}

// Whether descriptions of violence are shown: chosen once for every attack while the page is open, and stored nowhere.
// `toggleDescriptions` uses the elements it is given.
let shown = false;

/** What the visitor has chosen; at first they are not shown. */
export function descriptionsShown() {
  return shown;
}

/** Show or hide them, in what is on the page already too. @param {ParentNode} root */
export function toggleDescriptions(root) {
  shown = !shown;
  for (const described of root.querySelectorAll("[data-described]")) described.hidden = !shown;
  for (const button of root.querySelectorAll("[data-descriptions]")) button.setAttribute("aria-expanded", String(shown));
}

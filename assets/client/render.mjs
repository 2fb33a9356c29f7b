// Puts a tree of components (see h.mjs) into the page. Uses document. Text stays text: nothing becomes markup.
//
// Dash could draw these trees itself, as the children of a component; it walks the whole layout for that, and with the
// panel and the chronology in it a step took four seconds where this takes a hundredth of one.

/** Names that differ between a component's property and the element's attribute. */
const ATTRIBUTES = { className: "class", htmlFor: "for", tabIndex: "tabindex", colSpan: "colspan", rowSpan: "rowspan", dateTime: "datetime" };
const SVG_TAGS = ["svg", "path", "circle", "line", "g"];

/** Replace what is in an element by a tree, a list of trees, or text. */
export function render(element, tree) {
  element.replaceChildren(...nodes(tree));
}

function nodes(tree) {
  if (tree == null || tree === false) return [];
  if (Array.isArray(tree)) return tree.flatMap(nodes);
  return [typeof tree === "object" ? node(tree) : document.createTextNode(String(tree))];
}

function node({ type, props: { children, style, key, ...attributes } }) {
  const tag = type.toLowerCase();
  const made = SVG_TAGS.includes(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true || value === false) made.toggleAttribute(name, value);
    else made.setAttribute(ATTRIBUTES[name] ?? name, String(value));
  }
  if (style) for (const [name, value] of Object.entries(style)) setStyle(made, name, value);
  made.append(...nodes(children));
  return made;
}

function setStyle(element, name, value) {
  if (name.startsWith("--")) element.style.setProperty(name, value);
  else element.style[name] = value;
}

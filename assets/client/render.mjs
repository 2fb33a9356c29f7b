// Puts a tree of components (see h.mjs) into the page. Uses document. Text stays text: nothing becomes markup.
//
// Dash could draw these trees itself, as the children of a component; it walks the whole layout for that, and with the
// panel and the chronology in it a step took four seconds where this takes a hundredth of one.

/** Names that differ between a component's property and the element's attribute. */
const ATTRIBUTES = { className: "class", htmlFor: "for", tabIndex: "tabindex", colSpan: "colspan", rowSpan: "rowspan", dateTime: "datetime" };
const SVG_TAGS = ["svg", "path", "circle", "line", "g"];

const drawn = new WeakMap(); // element → the tree that was put into it

/** Replace what is in an element by a tree, a list of trees, or text. */
export function render(element, tree) {
  drawn.set(element, tree);
  element.replaceChildren(...nodes(tree));
}

/**
 * Put a newer tree in the place of the one that was rendered. What its outermost element holds and is told the same as before stays
 * where it is, with its focus and all that was unfolded in it since.
 */
export function renew(element, tree) {
  const before = drawn.get(element);
  const old = before?.props ? single(before.props.children) : [];
  const kept = [...(element.firstElementChild?.childNodes ?? [])];
  if (!old.length || kept.length !== old.length || !alike(before, tree)) return render(element, tree);
  drawn.set(element, tree);
  const told = old.map((it) => JSON.stringify(it));
  let at = 0;
  for (const part of single(tree.props.children)) {
    const same = told.indexOf(JSON.stringify(part), at);
    if (same < 0) element.firstElementChild.insertBefore(made(part), kept[at] ?? null);
    else {
      for (const gone of kept.slice(at, same)) gone.remove();
      at = same + 1;
    }
  }
  for (const gone of kept.slice(at)) gone.remove();
}

/** Whether two trees have the same element outside. */
function alike(one, other) {
  const outside = ({ type, props: { children, ...rest } }) => JSON.stringify([type, rest]);
  return outside(one) === outside(other);
}

function nodes(tree) {
  return single(tree).map(made);
}

/** The trees and texts of a tree, each of which becomes one node. */
function single(tree) {
  if (tree == null || tree === false) return [];
  return Array.isArray(tree) ? tree.flatMap(single) : [tree];
}

function made(tree) {
  return typeof tree === "object" ? node(tree) : document.createTextNode(String(tree));
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

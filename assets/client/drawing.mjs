// Draws a scene as SVG over the base map, changing only what changed. Uses document.
import { headPath, markPath } from "./scene/shapes.mjs";

const SVG = "http://www.w3.org/2000/svg";
const LAYERS = ["areas", "lines", "circles", "leaders", "marks", "movers", "labels"];

/** Prepare a drawing in an element. @returns {(scene: object, box?: {width: number, height: number}) => void} draws a scene; `box`: made as large as the element */
export function openDrawing(element) {
  const svg = make("svg", { focusable: "false" });
  const layers = Object.fromEntries(LAYERS.map((name) => [name, { layer: svg.appendChild(make("g", { class: name })), kept: new Map() }]));
  element.replaceChildren(svg);
  return (scene, box = null) => {
    if (box) svg.setAttribute("viewBox", `0 0 ${px(box.width)} ${px(box.height)}`);
    else svg.removeAttribute("viewBox");
    renew(layers.areas, scene.circles.filter(({ area }) => area), area);
    renew(layers.lines, scene.lines.filter(({ path }) => path), line);
    renew(layers.circles, inOrder(scene.circles), circle);
    renew(layers.leaders, [...scene.marks, ...scene.gathered].filter(({ leader }) => leader), leader);
    renew(layers.marks, [...scene.marks, ...scene.gathered], mark);
    renew(layers.movers, scene.movers, mover);
    renew(layers.labels, scene.labels, label);
  };
}

/** The most important on top. So many that no one can tell keep their order, as long as they are there: to move a thing costs as much as a new one. */
function inOrder(circles) {
  return circles[0]?.crowded ? [...circles].sort((a, b) => a.selected - b.selected || a.order - b.order) : [...circles].reverse();
}

/** Each figure gives its key and a list of [tag, attributes, text?]; a group holds them and is kept by its key. */
function renew({ layer, kept }, figures, describe) {
  const wanted = new Map(figures.map((figure) => [keyOf(figure), figure]));
  for (const [key, group] of kept) {
    if (wanted.has(key)) continue;
    group.remove();
    kept.delete(key);
  }
  let next = layer.firstElementChild; // children are not counted: where many come, each would be counted anew
  for (const [key, figure] of wanted) {
    if (!kept.has(key)) kept.set(key, make("g", { "data-key": key }));
    const group = kept.get(key);
    fill(group, describe(figure));
    if (group === next) next = next.nextElementSibling;
    else layer.insertBefore(group, next);
  }
}

function keyOf({ ref, id, key }) {
  return ref ?? id ?? key;
}

const said = new WeakMap(); // element → its attributes as they were last set: quicker than to ask it

function fill(group, shapes) {
  let node = group.firstElementChild;
  for (const [tag, attributes, text] of shapes) {
    if (node?.tagName !== tag) {
      const fresh = make(tag, {});
      if (node) node.replaceWith(fresh);
      else group.append(fresh);
      node = fresh;
    }
    const before = said.get(node) ?? {};
    for (const name in attributes) if (attributes[name] !== before[name]) node.setAttribute(name, attributes[name]);
    for (const name in before) if (!(name in attributes)) node.removeAttribute(name);
    said.set(node, attributes);
    if (text !== undefined && node.textContent !== text) node.textContent = text;
    node = node.nextElementSibling;
  }
  while (group.childElementCount > shapes.length) group.lastElementChild.remove();
}

function area({ x, y, area: r }) {
  return [["circle", { class: "area", cx: px(x), cy: px(y), r: px(r) }]];
}

function line({ path, skipped, now, thin, dashed, head, selected, crowded }) {
  const name = ["line", now ? "now" : "earlier", thin && "thin", dashed && "dashed", selected && "selected"].filter(Boolean).join(" ");
  return [
    ...(now && !thin && !crowded ? [["path", { class: "line-halo", d: path }]] : []),
    ["path", { class: name, d: path, "stroke-dashoffset": px(skipped) }],
    ...(head ? [["path", { class: `head${thin ? " thin" : ""}`, d: headPath(head.angle, thin ? 7 : 11), transform: `translate(${px(head.at[0])} ${px(head.at[1])})` }]] : []),
  ];
}

function circle({ x, y, r, state, carried, low, high, custody, selected, crowded }) {
  const at = { cx: px(x), cy: px(y) };
  const ring = custody == null || custody < 0 ? "" : `--ring:var(--custody-${custody % 8})`;
  return [
    ...(selected ? [["circle", { class: "chosen", ...at, r: px(Math.max(r, high ?? 0) + 5) }]] : []),
    ...(high == null ? [] : [["circle", { class: "range", ...at, r: px((low + high) / 2), "stroke-width": px(Math.max(high - low, 1.5)) }]]),
    ["circle", { class: `presence ${state}${carried ? " carried" : ""}`, style: ring, ...at, r: px(r) }],
    ...(crowded ? [] : [["circle", { class: "spot", ...at, r: 1.6 }]]),
  ];
}

function leader({ home, x, y, r }) {
  const length = Math.hypot(x - home.x, y - home.y) || 1;
  return [["line", { class: "leader", x1: px(home.x), y1: px(home.y), x2: px(x - ((x - home.x) / length) * r), y2: px(y - ((y - home.y) / length) * r) }]];
}

function mark(figure) {
  const { x, y, r, selected } = figure;
  const at = `translate(${px(x)} ${px(y)})`;
  const chosen = selected ? [["circle", { class: "chosen attack", cx: px(x), cy: px(y), r: px(r + 8) }]] : [];
  if (figure.gathered) {
    return [["circle", { class: "gathered", cx: px(x), cy: px(y), r }], ["text", { class: "gathered-count", x: px(x), y: px(y), dy: "0.35em" }, figure.count]];
  }
  const name = `mark ${figure.tone} ${figure.filling}${figure.counted ? "" : " operation"}`;
  return [...chosen, ["path", { class: "mark-halo", d: markPath(figure.form, r), transform: at }], ["path", { class: name, d: markPath(figure.form, r), transform: at }]];
}

function mover({ x, y, r, unknown, part, selected }) {
  const at = { cx: px(x), cy: px(y) };
  return [
    ...(selected ? [["circle", { class: "chosen relocation", ...at, r: px(r + 6) }]] : []),
    ["circle", { class: `mover${unknown ? " unknown" : ""}${part ? " part" : ""}`, ...at, r: px(r) }],
  ];
}

function label({ tone, lines, left, top, align, width, height, x: townX, y: townY }) {
  const x = align === "end" ? left + width : align === "middle" ? left + width / 2 : left;
  const step = height / lines.length;
  const texts = lines.map((text, i) => ["text", { class: `label ${tone} line-${i}`, x: px(x), y: px(top + step * (i + 0.76)), "text-anchor": align }, text]);
  return tone === "town" ? [...texts, ["circle", { class: "town-dot", cx: px(townX), cy: px(townY), r: 1.9 }]] : texts;
}

function make(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function px(value) {
  return Math.round(value * 10) / 10;
}

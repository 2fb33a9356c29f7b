// The map drawn as SVG: there at once, for browsers that cannot draw the other one, and for paper: the same looks, the same answers, the same
// hands on it. Uses document and window.
import { clamp, LATITUDE_LIMIT, position, worldPixel } from "../scene/mercator.mjs";
import { lookOf, outlines, pathIn, UNITS } from "./shapes.mjs";

const SVG = "http://www.w3.org/2000/svg";
const [NEAREST, FARTHEST] = [13, 1.4];
const STILL = 4; // px a finger may move and still point
const WHOLE = 4; // zoom up to which all of the world is drawn

/**
 * Open the map in an element, with the interface of `openMap` in map.mjs.
 * @param {HTMLElement} area
 * @param {{layers: object[], camera: {lon: number, lat: number, zoom: number}}} from the layers of its style, and where it looks
 * @param {object} told as in map.mjs
 */
export function openPaperMap(area, { layers: styled, camera: start }, told) {
  const svg = element("svg", { class: "paper-map", "aria-hidden": "true", focusable: "false" });
  area.querySelector("#drawing").before(svg);
  const background = svg.appendChild(element("rect", { width: "100%", height: "100%" }));
  const world = svg.appendChild(element("g", {}));
  const shapes = {}; // by source, then kind
  let part = { number: 0, box: null }; // of the world that is drawn
  let layers = styled.map((layer) => ({ ...layer }));
  let [camera, gentle] = [{ ...start }, false];
  let size = { width: area.clientWidth, height: area.clientHeight };

  function corner() {
    const [x, y] = worldPixel(camera.lon, camera.lat, camera.zoom);
    return [x - size.width / 2, y - size.height / 2];
  }

  /** What is seen, and as much again on every side, in the units of the shapes. */
  function around() {
    const [[x, y], scale] = [corner(), 2 ** camera.zoom / UNITS];
    const { width, height } = size;
    return [x - width, y - height, x + 2 * width, y + 2 * height].map((it) => Math.round(it / scale));
  }

  /** Whether the part that is drawn is less than what is seen, or much more. */
  function outgrown() {
    if (part.box === null) return camera.zoom > WHOLE;
    const [[x, y], scale] = [corner(), 2 ** camera.zoom / UNITS];
    const [left, top, right, bottom] = part.box.map((it) => it * scale);
    return x < left || y < top || x + size.width > right || y + size.height > bottom || right - left > 6 * size.width;
  }

  function draw() {
    if (outgrown()) part = { number: part.number + 1, box: camera.zoom > WHOLE ? around() : null };
    const seen = layers.map((layer) => ({ layer, look: lookOf(layer, camera.zoom) }));
    const paths = seen.filter(({ layer, look }) => look && shapes[layer.source]?.[look.kind]);
    while (world.children.length > paths.length) world.lastChild.remove();
    paths.forEach(({ layer, look }, i) => {
      const path = world.children[i] ?? world.appendChild(element("path", { "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round", "fill-rule": "evenodd" }));
      const drawn = `${layer.id} ${part.number}`;
      if (path.dataset.drawn !== drawn) path.setAttribute("d", pathIn(shapes[layer.source][look.kind], part.box));
      path.dataset.drawn = drawn;
      put(path, { fill: look.fill ?? "none", stroke: look.stroke ?? "none", "stroke-width": look.width ?? 0, opacity: look.opacity });
    });
    place();
  }

  function place() {
    const [x, y] = corner();
    const scale = 2 ** camera.zoom / UNITS;
    world.setAttribute("transform", `translate(${-x} ${-y}) scale(${scale})`);
  }

  function move(to) {
    const zoomed = to.zoom !== camera.zoom;
    camera = { lon: to.lon, lat: clamp(to.lat, -LATITUDE_LIMIT, LATITUDE_LIMIT), zoom: clamp(to.zoom, FARTHEST, NEAREST) };
    if (zoomed || outgrown()) draw();
    else place();
    told.onMove();
  }

  function rest() {
    told.onRest();
    told.onIdle();
  }

  function jump(to) {
    move(to);
    window.queueMicrotask(rest);
  }

  /** Keep what lies under a point of the map under it. */
  function zoomAround(x, y, zoom) {
    const [left, top] = corner();
    const [lon, lat] = position(left + x, top + y, camera.zoom);
    const to = clamp(zoom, FARTHEST, NEAREST);
    const [px, py] = worldPixel(lon, lat, to);
    const [middleLon, middleLat] = position(px - x + size.width / 2, py - y + size.height / 2, to);
    move({ lon: middleLon, lat: middleLat, zoom: to });
  }

  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  let [held, dragged, mayDrag] = [null, false, true];
  svg.addEventListener("pointerdown", (event) => { [held, dragged] = [{ ...at(event), camera }, false]; });
  svg.addEventListener("pointermove", (event) => {
    const now = at(event);
    if (!held) return void (event.pointerType === "mouse" && told.onHover(now));
    if (gentle && event.pointerType !== "mouse") return void told.onLeft("move");
    if (!mayDrag || Math.hypot(now.x - held.x, now.y - held.y) < STILL) return undefined;
    if (!dragged) {
      dragged = true;
      svg.setPointerCapture(event.pointerId);
      told.onTaken();
    }
    const [x, y] = worldPixel(held.camera.lon, held.camera.lat, camera.zoom);
    const [lon, lat] = position(x - now.x + held.x, y - now.y + held.y, camera.zoom);
    return move({ lon, lat, zoom: camera.zoom });
  });
  svg.addEventListener("pointerup", (event) => {
    if (held && !dragged) told.onPoint(at(event));
    if (held && dragged) rest();
    held = null;
  });
  svg.addEventListener("pointercancel", () => { held = null; });
  svg.addEventListener("pointerleave", () => told.onHover(null));
  svg.addEventListener("wheel", (event) => {
    if (gentle && !event.ctrlKey && !event.metaKey) return void told.onLeft("zoom");
    event.preventDefault();
    told.onTaken();
    const { x, y } = at(event);
    zoomAround(x, y, camera.zoom - clamp(event.deltaY, -200, 200) / 200);
    return rest();
  }, { passive: false });

  return {
    project: (lon, lat) => {
      const [[left, top], [x, y]] = [corner(), worldPixel(lon, lat, camera.zoom)];
      return [x - left, y - top];
    },
    camera: () => ({ ...camera }),
    zoom: () => camera.zoom,
    box: () => svg.getBoundingClientRect(),
    lost: () => true, // it does not fly
    cooperative: (on) => { gentle = on; },
    draggable: (on) => { mayDrag = on; },
    moving: () => held !== null && dragged,
    loaded: () => true,
    jump,
    fly: jump,
    arc: jump,
    zoomBy: (steps) => {
      zoomAround(size.width / 2, size.height / 2, camera.zoom + steps);
      rest();
    },
    stop: () => {},
    resize: () => {
      size = { width: area.clientWidth, height: area.clientHeight };
      draw();
      told.onMove();
    },
    picture: (ratio) => pictured(svg, size, ratio),
    cursor: (name) => { svg.style.cursor = name; },
    paint: (looks) => {
      for (const { layer, property, value } of looks) {
        const found = layers.find(({ id }) => id === layer);
        if (found) found.paint = { ...found.paint, [property]: value };
      }
      const ground = layers.find(({ type }) => type === "background");
      if (ground) background.setAttribute("fill", ground.paint["background-color"]);
      draw();
    },
    fill: (source, data) => {
      shapes[source] = outlines(data);
      part = { ...part, number: part.number + 1 };
      draw();
    },
    addLayers: (sources, added) => {
      for (const [id, { data }] of Object.entries(sources)) shapes[id] = outlines(data);
      layers = [...layers, ...added.filter(({ id }) => !layers.some((layer) => layer.id === id))];
      draw();
    },
    remove: () => svg.remove(),
    /** The drawing itself, for paper; what takes away what was put there only for it. */
    sheet: () => ({ svg, remove: () => svg.remove() }),
  };
}

/** A canvas of what is drawn, with so many pixels for each of the page's. */
async function pictured(svg, { width, height }, ratio) {
  const copy = svg.cloneNode(true);
  put(copy, { xmlns: SVG, width: width * ratio, height: height * ratio, viewBox: `0 0 ${width} ${height}` });
  for (const path of copy.querySelectorAll("path")) path.removeAttribute("vector-effect");
  const scale = Number(/scale\(([^)]+)\)/.exec(copy.querySelector("g").getAttribute("transform"))[1]);
  for (const path of copy.querySelectorAll("path")) path.setAttribute("stroke-width", Number(path.getAttribute("stroke-width")) / scale);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * ratio, height: height * ratio });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas;
}

function element(tag, attributes) {
  return put(document.createElementNS(SVG, tag), attributes);
}

function put(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
  }
  return node;
}

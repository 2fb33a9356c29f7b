// The one module that touches Plotly's private map: everything else asks this one. Uses window and document.
//
// Plotly keeps its MapLibre map at `_fullLayout.map._subplot.map`, which its public API does not give out; the atlas needs
// it for projecting, flying and colours, because `Plotly.relayout` redraws everything for each of them.
// `tests/browser/test_map.py` fails if a new Plotly moves it.
import { clamp, LATITUDE_LIMIT } from "./scene/mercator.mjs";

/** How long a picture of the map waits for it to come to rest, in ms. */
const PATIENCE = 6000;

/** What Plotly drew in a graph, or null until its map is there. */
export function plotOf(graph) {
  const plot = graph?.querySelector(".js-plotly-plot");
  return mapIn(plot)?.isStyleLoaded?.() ? plot : null;
}

/** The MapLibre map of a plot. */
function mapIn(plot) {
  return plot?._fullLayout?.map?._subplot?.map;
}

/**
 * Take the map of a plot in hand.
 * @param {object} plot from `plotOf`
 * @param {{onMove: () => void, onTaken: () => void, onRest: () => void, onIdle: () => void, onPoint: (point: {x: number, y: number}) => void, onHover: (point: {x: number, y: number}|null) => void,
 *   onRedrawn: () => void, onLeft: (gesture: "zoom"|"move") => void, onLost: () => void, onBack: () => void}} told  `onTaken` when the visitor, not the program, moves the
 *   map; `onRedrawn` when Plotly did; `onLeft` when a gesture was left to the page around
 */
export function openMap(plot, told) {
  const map = mapIn(plot);
  map.dragRotate.disable();
  map.touchZoomRotate.disableRotation();
  map.touchPitch?.disable();
  map.keyboard.disable(); // arrow keys step through the years
  map.setMinZoom(1.4);
  map.setMaxZoom(13);
  const canvas = map.getCanvas();
  canvas.removeAttribute("tabindex"); // lists carry what the marks say; an empty stop would only be in the way
  canvas.setAttribute("role", "presentation");
  canvas.removeAttribute("aria-label");
  map.on("move", told.onMove);
  map.on("resize", told.onMove);
  map.on("moveend", () => { keep(plot, map); told.onRest(); });
  plot.on("plotly_afterplot", told.onRedrawn);
  map.on("movestart", (event) => event.originalEvent && told.onTaken());
  map.on("wheel", (event) => { if (!left(event.originalEvent)) told.onTaken(); });
  map.on("cooperativegestureprevented", ({ gestureType }) => told.onLeft(gestureType === "wheel_zoom" ? "zoom" : "move"));
  map.on("click", (event) => told.onPoint(event.point));
  map.on("mousemove", (event) => told.onHover(event.point));
  map.on("idle", told.onIdle);
  /** Whether a wheel is left to the page around this one. */
  const left = (wheel) => map.cooperativeGestures.isEnabled() && !wheel.ctrlKey && !map.cooperativeGestures.isBypassed(wheel);
  let lost = false; // without its drawing context a map cannot fly, but it can be put somewhere
  map.on("webglcontextlost", () => { lost = true; told.onLost(); });
  map.on("webglcontextrestored", () => { lost = false; told.onRest(); told.onBack(); });
  map.on("mouseout", () => told.onHover(null));
  return {
    project: (lon, lat) => {
      // the square world has no poles: what lies there is drawn at its edge
      const { x, y } = map.project([lon, clamp(lat, -LATITUDE_LIMIT, LATITUDE_LIMIT)]);
      return [x, y];
    },
    camera: () => ({ lon: map.getCenter().lng, lat: map.getCenter().lat, zoom: map.getZoom() }),
    zoom: () => map.getZoom(),
    box: () => canvas.getBoundingClientRect(),
    lost: () => lost,
    /** Leave the wheel and a single finger to the page around this one: Ctrl with the wheel, and two fingers, are the map's. */
    cooperative: (on) => { if (on !== map.cooperativeGestures.isEnabled()) map.cooperativeGestures[on ? "enable" : "disable"](); },
    draggable: (on) => map.dragPan[on ? "enable" : "disable"](),
    moving: () => map.isMoving(),
    loaded: () => map.loaded(),
    jump: ({ lon, lat, zoom }) => map.jumpTo({ center: [lon, lat], zoom }),
    fly: ({ lon, lat, zoom }, milliseconds) => map.easeTo({ center: [lon, lat], zoom, duration: milliseconds, essential: true, easing: eased }),
    arc: ({ lon, lat, zoom }, milliseconds) => map.flyTo({ center: [lon, lat], zoom, duration: milliseconds, essential: true, easing: eased }),
    zoomBy: (steps, milliseconds) => map.easeTo({ zoom: map.getZoom() + steps, duration: milliseconds, essential: true }),
    stop: () => map.stop(),
    resize: () => map.resize(),
    picture: (ratio) => (lost ? Promise.reject(new Error("the map does not draw")) : pictured(map, ratio)),
    cursor: (name) => { canvas.style.cursor = name; },
    paint: (looks) => looks.forEach(({ layer, property, value }) => map.getLayer(layer) && map.setPaintProperty(layer, property, value)),
    fill: (source, data) => map.getSource(source).setData(data),
    addLayers: (sources, layers) => {
      for (const [id, source] of Object.entries(sources)) if (!map.getSource(id)) map.addSource(id, source);
      for (const { before, ...layer } of layers) {
        if (!map.getLayer(layer.id)) map.addLayer(layer, map.getLayer(before) ? before : undefined);
      }
    },
  };
}

/** Tell Plotly where the map looks: a tenth of a second after each change of size, Dash has it put the map where its layout says. */
function keep(plot, map) {
  const { lng, lat } = map.getCenter();
  Object.assign(plot.layout.map, { center: { lon: lng, lat }, zoom: map.getZoom() });
}

/**
 * What the map shows when it has come to rest, with so many pixels for each of the page's. Its drawing is there to be copied
 * only while it is being drawn; the visitor sees no difference meanwhile.
 * @returns {Promise<HTMLCanvasElement>}
 */
function pictured(map, ratio) {
  const latest = performance.now() + PATIENCE;
  return new Promise((resolve, reject) => {
    const done = (end, value) => {
      map.off("render", look);
      window.clearTimeout(timer);
      window.setTimeout(() => map.setPixelRatio(null)); // again what the display has
      end(value);
    };
    const look = () => {
      if (performance.now() < latest && (map.isMoving() || !map.loaded())) return void map.triggerRepaint();
      const canvas = map.getCanvas();
      const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
      copy.getContext("2d").drawImage(canvas, 0, 0);
      done(resolve, copy);
    };
    const timer = window.setTimeout(() => done(reject, new Error("the map does not draw")), 2 * PATIENCE);
    map.on("render", look);
    map.setPixelRatio(ratio);
    map.triggerRepaint();
  });
}

/** Slow at both ends. */
function eased(t) {
  return t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2;
}

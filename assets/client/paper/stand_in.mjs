// The map on paper in the place of the other one: till that is there, without WebGL for ever, and when its context is lost and does
// not come back. Uses window and document.
import { loadData, loaded } from "../data_files.mjs";
import { openPaperMap } from "./paper_map.mjs";

const PATIENCE = 4000; // ms for a lost context to come back

/** The style of the base map and where it looks first, as the page was made with them. */
function drawnFrom({ graphs }) {
  const { map } = graphs.map.figure.layout;
  return { layers: map.style.layers, camera: { ...map.center, zoom: map.zoom } };
}

/**
 * A map on paper, in the place of the other.
 * @param {HTMLElement} area
 * @param {object} told as for the other map
 * @param {{looks: object, files: object, theme: string, camera?: object}} as the page is now
 */
export function standIn(area, told, { looks, files, theme, camera }) {
  const from = drawnFrom(looks);
  const map = openPaperMap(area, { ...from, camera: camera ?? from.camera }, told);
  area.dataset.paper = "true";
  map.paint(looks.paint[theme]);
  loadData("overview", files.overview).then((data) => map.fill("overview", data), () => {});
  return { ...map, remove: () => { map.remove(); delete area.dataset.paper; } };
}

/** A map that is only looked at: on paper, in light colours. @returns {{svg: SVGElement, remove: () => void}} */
function printed(area, { looks, files, camera }) {
  const nothing = () => {};
  const told = Object.fromEntries(["onMove", "onTaken", "onRest", "onIdle", "onPoint", "onHover", "onLeft"].map((name) => [name, nothing]));
  const map = openPaperMap(area, { ...drawnFrom(looks), camera }, told);
  map.paint(looks.paint.light);
  const data = loaded("overview");
  if (data) map.fill("overview", data);
  return map.sheet();
}

/**
 * A drawn map under the story's drawing, both to be as large as the paper has room.
 * @param {HTMLElement} area
 * @param {{looks: object, files: object, camera: object, width: number, height: number}} as the page is now
 * @returns {() => void} what takes it away again
 */
export function toPaper(area, { width, height, ...now }) {
  const svg = area.querySelector("#drawing svg");
  const kept = svg.getAttribute("viewBox");
  const sheet = printed(area, now);
  for (const drawn of [sheet.svg, ...(kept ? [] : [svg])]) drawn.setAttribute("viewBox", `0 0 ${width} ${height}`);
  area.style.setProperty("--print-shape", width / height);
  return () => {
    sheet.remove();
    if (!kept) svg.removeAttribute("viewBox");
  };
}

/** @param {(gone: boolean) => void} told once the context has been gone for long, and when it is back after that */
export function watchContext(told) {
  let [timer, away] = [0, false];
  return {
    lost() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => told(away = true), PATIENCE);
    },
    back() {
      window.clearTimeout(timer);
      if (away) told(away = false);
    },
  };
}

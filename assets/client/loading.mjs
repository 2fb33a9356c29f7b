// What the map waits for before it is ready: its own first drawing, fonts, towns. Uses document and window.
import { loadData } from "./data_files.mjs";

const LATEST = 5000; // ms

/** Wait until the map has nothing left to load and stands where it should for a few frames on end. */
export function drawnRight(map, standsRight, put) {
  return new Promise((resolve) => {
    const look = (frames) => {
      const right = standsRight();
      if (!right) put(); // Plotly, when its own first drawing is done, puts the camera where its figure says
      const done = right && map.loaded();
      if (done && frames >= 3) resolve();
      else window.requestAnimationFrame(() => look(done ? frames + 1 : 0));
    };
    look(0);
  });
}

/** Call once nothing else is to be done; a page that is never idle, such as one that plays, is not left waiting. */
export function whenIdle(then) {
  if (window.requestIdleCallback) window.requestIdleCallback(then, { timeout: LATEST });
  else window.setTimeout(then);
}

/** Fonts that are first needed later, loaded once nothing else is to be done: the server may be gone by then. */
export function lateFonts() {
  return Promise.allSettled([document.fonts.load("16px Vazirmatn", "\u0627"), document.fonts.load('italic 16px "Source Serif 4"')]);
}

/** Towns for orientation, most important first; none if they cannot be had. */
export async function loadTowns(path) {
  try {
    const { features } = await loadData("towns", path);
    return features
      .map(({ properties: { name, minzoom }, geometry: { coordinates: [lon, lat] } }) => ({ name, minzoom, lon, lat }))
      .sort((a, b) => a.minzoom - b.minzoom);
  } catch {
    return [];
  }
}

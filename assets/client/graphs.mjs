// Plotly's map and chart: fetched when the page can be used without them, and put in place by Dash. Uses window and document.
import { loadScript } from "./data_files.mjs";
import { plotOf } from "./map.mjs";
import { fromRoot } from "./root.mjs";
import { canDrawMap } from "./webgl.mjs";

const IDS = ["map", "chart"];

/**
 * @param {object} looks `graphs` says what Dash's components are made with, by id; `files.graphs` where the bundle is
 * @param {object} chart the chart's figure as it is to be drawn first
 * @param {() => {lon: number, lat: number, zoom: number}} camera where the map looks
 * @returns {Promise<object|null>} what Plotly drew as the map; null where the browser cannot draw it, and then only the chart is
 *   there. Rejected if the bundle cannot be had.
 */
export async function mountGraphs({ graphs, files }, chart, camera) {
  if (!window.Plotly) await loadScript(fromRoot(files.graphs));
  const figures = structuredClone({ map: graphs.map.figure, chart });
  const { lon, lat, zoom } = camera();
  Object.assign(figures.map.layout.map, { center: { lon, lat }, zoom });
  for (const id of canDrawMap() ? IDS : ["chart"]) {
    const props = { ...graphs[id], figure: figures[id] };
    window.dash_clientside.set_props(id, { children: { namespace: "dash_core_components", type: "Graph", props } });
  }
  return drawn();
}

/** Wait until both are drawn, but for what they load later. */
function drawn() {
  return new Promise((resolve) => {
    const look = () => {
      const map = plotOf(document.getElementById("map"));
      if (chartPlot() && (map || !canDrawMap())) resolve(map);
      else window.requestAnimationFrame(look);
    };
    look();
  });
}

/** What Plotly drew as the chart, or null. */
export function chartPlot() {
  const plot = document.querySelector("#chart .js-plotly-plot");
  return plot?._fullLayout ? plot : null;
}

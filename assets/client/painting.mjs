// The colours of base map and chart by theme, and the chart's words by language; each is painted only when it has changed.
// Uses document and window.
import { chartPlot } from "./graphs.mjs";
import { paperChart } from "./paper/paper_chart.mjs";

/**
 * @param {{paint: object, chart: object}} looks colours of the map's layers and charts, both by theme
 * @param {MediaQueryList} dark matches if the system is dark
 * @returns {{theme: (state: object) => string, paint: (map: object, state: object) => void, painted: () => string|null, forget: () => void}}
 *   `forget` when the map is another one
 */
export function openPainting(looks, dark) {
  let [painted, charted] = [null, null];

  function theme(state) {
    return state.theme === "auto" ? (dark.matches ? "dark" : "light") : state.theme;
  }

  function paint(map, state) {
    const wanted = theme(state);
    if (painted !== wanted) map.paint(looks.paint[wanted]);
    painted = wanted;
    const plot = chartPlot();
    const chart = `${plot ? "drawn" : "on paper"} ${wanted} ${state.lang}`;
    if (charted === chart) return;
    charted = chart;
    document.querySelector(".paper-chart")?.remove();
    const figure = structuredClone(looks.chart[wanted]); // Plotly takes a list that is the same for unchanged
    if (plot) window.Plotly.react(plot, figure.data, figure.layout);
    else document.getElementById("chart").before(paperChart(figure));
  }

  return { theme, paint, painted: () => painted, forget: () => { painted = null; } };
}

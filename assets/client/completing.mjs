// What the page can be used without, once nothing else is to be done: from the end on it can do without its server. Uses document, window.
import { mountGraphs } from "./graphs.mjs";
import { lateFonts } from "./loading.mjs";

const AGAIN = 10_000; // ms until what the network did not bring is asked for anew

/**
 * @param {object} looks
 * @param {{maps: object, finer: object, painting: object, map: () => object, state: () => object, rested: () => void}} it `rested`: told when more of the
 *   map is there
 * @returns {() => Promise<void>} begins
 */
export function openCompleting(looks, { maps, finer, painting, map, state, rested }) {
  return async function complete() {
    const { dataset } = document.documentElement;
    const plot = await mountGraphs(looks, looks.chart[painting.theme(state())], map().camera).catch(() => undefined);
    if (plot) await maps.rise(plot);
    painting.paint(map(), state());
    dataset.map = plot ? "plotly" : "paper";
    rested();
    if (plot === undefined) return void window.setTimeout(complete, AGAIN); // till then the story is told on paper
    if (state().mode === "embed" || !(await finer.fetched())) return;
    await lateFonts();
    dataset.complete = "true";
    rested();
  };
}

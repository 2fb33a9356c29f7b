// Which map is in use: one on paper is there at once, Plotly's takes its place when all of it is drawn, and leaves it again while
// its drawing context is lost. Both look and answer alike. Uses window and document.
import { loadData } from "./data_files.mjs";
import { drawnRight } from "./loading.mjs";
import { openMap } from "./map.mjs";
import { standIn, watchContext } from "./paper/stand_in.mjs";

const ALWAYS = ["onLost", "onBack"];

/**
 * @param {HTMLElement} area
 * @param {object} looks
 * @param {object} told what a map tells, see map.mjs; only the one in use is heard
 * @param {() => string} theme
 * @param {(map: object) => void} use is given each map that comes into use, the first at once
 * @returns {{rise: (plot: object) => Promise<void>}} `rise` puts Plotly's map in the place of paper once it shows the same
 */
export function openMaps(area, looks, told, theme, use) {
  const context = watchContext((gone) => (gone ? fall(risen.camera()) : takeOver()));
  let [paper, risen] = [null, null];

  function fall(camera) {
    paper ??= standIn(area, told, { looks, files: looks.files, theme: theme(), camera });
    use(paper);
  }

  function takeOver() {
    if (!paper) return;
    risen.jump(paper.camera());
    paper.remove();
    paper = null;
    use(risen);
  }

  /** What Plotly's map tells, as long as it is the one in use. */
  function heard() {
    const listened = { ...told, onLost: context.lost, onBack: context.back };
    return Object.fromEntries(Object.entries(listened).map(([name, tell]) => [name, (...what) => (ALWAYS.includes(name) || !paper) && tell(...what)]));
  }

  async function rise(plot) {
    risen = openMap(plot, heard());
    risen.paint(looks.paint[theme()]);
    loadData("overview", looks.files.overview).then((data) => risen.fill("overview", data), () => {}); // the story can be read without
    let put = null; // where paper looked, and where that put the other: it keeps clear of the poles
    const stands = () => put && !paper.moving() && alike(paper.camera(), put.on) && alike(risen.camera(), put.at);
    await drawnRight(risen, stands, () => {
      const on = paper.camera();
      risen.jump(on);
      put = { on, at: risen.camera() };
    });
    takeOver();
  }

  fall();
  return { rise };
}

function alike(one, other) {
  return ["lon", "lat", "zoom"].every((name) => Math.abs(one[name] - other[name]) < 0.001);
}

// The finer base map: loaded when it is first wanted, or when the page has nothing else to do, so that it is there even if
// the server goes away before the first zoom. Uses window.
import { loadData } from "./data_files.mjs";

const LATEST = 5000; // ms in which a page that is never idle, such as one that plays, gets it all the same

/**
 * @param {{from: number, sources: object, layers: object}} details sources by name, layers by theme, zoom it is wanted from
 * @param {Object<string, string>} files paths of the sources' data by name
 * @returns {{want: (map: object, theme: string) => void, fetchWhenIdle: (then: () => void) => void}} `then` is called once it is here
 */
export function openFinerMap(details, files) {
  let fetching = null;
  let added = false;

  function fetched() {
    fetching ??= Promise.all(Object.entries(details.sources).map(async ([id, source]) => [id, { ...source, data: await loadData(id, files[id]) }]))
      .then(Object.fromEntries)
      .catch(() => { fetching = null; }); // the coarser map stays, and it is asked for again later
    return fetching;
  }

  return {
    async want(map, theme) {
      if (added || map.zoom() < details.from) return;
      const sources = await fetched();
      if (!sources || added) return;
      added = true;
      map.addLayers(sources, details.layers[theme()]);
    },
    fetchWhenIdle(then) {
      if (navigator.connection?.saveData) return;
      const fetch = async () => (await fetched()) && then();
      if (window.requestIdleCallback) window.requestIdleCallback(fetch, { timeout: LATEST });
      else window.setTimeout(fetch);
    },
  };
}

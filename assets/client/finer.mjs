// The finer base map: loaded when it is first wanted, or when the page has nothing else to do, so that it is there even if
// the server goes away before the first zoom.
import { loadData } from "./data_files.mjs";

/**
 * @param {{from: number, sources: object, layers: object}} details sources by name, layers by theme, zoom it is wanted from
 * @param {Object<string, string>} files paths of the sources' data by name
 * @returns {{want: (map: object, theme: string) => void, fetched: () => Promise<object|null>}} `fetched` gives it once it is here; null
 *   if it cannot be had, or the visitor wants no more fetched than is needed
 */
export function openFinerMap(details, files) {
  let fetching = null;
  const having = new WeakSet(); // maps that have it

  function fetched() {
    fetching ??= Promise.all(Object.entries(details.sources).map(async ([id, source]) => [id, { ...source, data: await loadData(id, files[id]) }]))
      .then(Object.fromEntries)
      .catch(() => { fetching = null; }); // the coarser map stays, and it is asked for again later
    return fetching;
  }

  return {
    async want(map, theme) {
      if (having.has(map) || map.zoom() < details.from) return;
      const sources = await fetched();
      if (!sources || having.has(map)) return;
      having.add(map);
      map.addLayers(sources, details.layers[theme()]);
    },
    fetched: async () => (navigator.connection?.saveData ? null : fetched()),
  };
}

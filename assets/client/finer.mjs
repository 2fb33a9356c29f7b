// The finer base map: fetched when it is first wanted, or when the page has nothing else to do, so that it is there even if
// the server goes away before the first zoom. Uses window.

/**
 * @param {{from: number, sources: object, layers: object}} details source addresses, layers by theme, zoom it is wanted from
 * @returns {{want: (map: object, theme: string) => void, fetchWhenIdle: (then: () => void) => void}} `then` is called once it is here
 */
export function openFinerMap(details) {
  let fetching = null;
  let added = false;

  function fetched() {
    fetching ??= Promise.all(Object.entries(details.sources).map(async ([id, source]) => {
      const answer = await fetch(source.data);
      return [id, { ...source, data: await answer.json() }];
    })).then(Object.fromEntries).catch(() => { fetching = null; }); // the coarser map stays, and it is asked for again later
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
      (window.requestIdleCallback ?? window.setTimeout)(async () => (await fetched()) && then());
    },
  };
}

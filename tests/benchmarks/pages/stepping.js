() => {
  // From the moment a visitor asks for the next year to the frame that shows it, and to when nothing more changes.
  const { dataset } = document.documentElement;
  const THE_MAP = () => window.libreMap ?? document.querySelector(".js-plotly-plot")._fullLayout.map._subplot.map;

  /** When the next frame has been painted: a task that is asked for in a frame comes after its painting. */
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { port1.close(); done(performance.now()); };
      port2.postMessage(null);
    });
  });

  const attribute = (name, isRight) => new Promise((done) => {
    if (isRight(dataset[name])) return void done();
    const watch = new MutationObserver(() => {
      if (!isRight(dataset[name])) return;
      watch.disconnect();
      done();
    });
    watch.observe(document.documentElement, { attributeFilter: [`data-${name}`] });
  });

  const pressed = () => new Promise((done) => {
    window.addEventListener("keydown", () => done(performance.now()), { capture: true, once: true });
  });

  const drawn = (map, event, isRight) => new Promise((done) => {
    const look = () => {
      if (!isRight()) return;
      map.off(event, look);
      done();
    };
    map.on(event, look);
  });

  const settled = async (map) => { if (!map.loaded()) await drawn(map, "idle", () => true); };

  const STEPS = {
    async atlas(year) {
      const from = await pressed();
      await attribute("year", (it) => it === year);
      const shown = await painted() - from;
      await attribute("arrived", (it) => it === "true");
      return [shown, await painted() - from];
    },
    async floor(year) {
      const from = await pressed();
      const map = THE_MAP();
      await attribute("year", (it) => it === year);
      await drawn(map, "render", () => map.isSourceLoaded("story"));
      const shown = await painted() - from;
      await settled(map);
      return [shown, await painted() - from];
    },
    async usual(year) {
      const plot = document.querySelector(".js-plotly-plot");
      const told = () => plot.querySelector(".slider-label")?.textContent.endsWith(year);
      const from = performance.now();
      await window.Plotly.animate(plot, [year], { mode: "immediate", frame: { duration: 0, redraw: true }, transition: { duration: 0 } });
      while (!told()) await painted();
      const shown = await painted() - from;
      await settled(THE_MAP());
      return [shown, await painted() - from];
    },
  };

  /** Be ready for a step to a year; `stepped` then gives how long it took in ms, until it was shown and until all was still. */
  window.step = (page, year) => { window.stepped = STEPS[page](year); };
}

// The map with the story drawn over it: follows the state, flies, plays, and answers what is where. Uses window, document.
import { openCompleting } from "./completing.mjs";
import { fetchData } from "./data_files.mjs";
import { openDrawing } from "./drawing.mjs";
import { openHint } from "./embed/hint.mjs";
import { openFinerMap } from "./finer.mjs";
import { fontsCome, useFonts } from "./fonts.mjs";
import { openHolding } from "./holding.mjs";
import { openLegend } from "./legend.mjs";
import { loadTowns, whenIdle } from "./loading.mjs";
import { openMapKeys } from "./map_keys.mjs";
import { openMaps } from "./maps.mjs";
import { openMoments } from "./moments.mjs";
import { openPainting } from "./painting.mjs";
import { uncovered } from "./present/uncovered.mjs";
import { unitOf, viewIn } from "./present/unit.mjs";
import { scene } from "./scene/index.mjs";
import { positionOf } from "./spots.mjs";
import { onStage } from "./state.mjs";
import { openMeasure, openSizes, sheetHeight } from "./surroundings.mjs";
import { openTargets } from "./targets.mjs";
import { toPaper } from "./paper/stand_in.mjs";
import { openTip } from "./tip.mjs";
import { looksElsewhere, openTravelling } from "./travelling.mjs";
import { factsOf, openUnchanged } from "./unchanged.mjs";

const SIZING = ["mode", "hide", "lang", "follow"]; // of a state: what changes the room for the map, or its controls

/**
 * @param {object} story
 * @param {object} looks `{paint, chart, graphs, details, files}`
 * @param {Function} t words
 * @param {(event: object, cause: string) => void} send
 * @param {(year: number, fraction: number|null) => void} onMoment tells the time control how far the year has run
 */
export function openStoryMap(story, looks, t, send, onMoment) {
  const area = document.getElementById("map-area");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const draw = openDrawing(document.getElementById("drawing"));
  const drawLegend = openLegend(document.getElementById("legend"), story, t);
  const tip = openTip(story, t);
  const hint = openHint(area, t);
  const finer = openFinerMap(looks.details, looks.files);
  const moments = openMoments(story, still, send, onMoment);
  const lettering = { t, measure: openMeasure(), sides: new Map(), towns: [] };
  const { map: size, ...sizes } = openSizes(area);
  const told = {
    onMove: () => { tip(null); wake(); },
    onTaken: () => holding.taken(), onRest: () => rested(), onIdle: () => wake(), onRedrawn: () => put(), onLeft: hint,
    onPoint: (at) => targets.point(at), onHover: (at) => targets.hover(at),
  };
  const { travel, fly, standsRight, close, nearer } = openTravelling(story, {
    size, unit,
    map: () => map,
    state: () => state,
    caption: sizes.caption,
    time: () => moments.left(),
    still: () => still.matches,
  });
  const targets = openTargets(story, send, tip, {
    size, unit, close,
    map: () => map,
    drawn: () => drawn,
    told: () => !onStage(state), // no hover text before an audience
    fly,
  });
  const keys = openMapKeys(area, story, t, {
    unit,
    open: (mark) => targets.openGathered(mark),
    told: (mark) => shownTip(mark),
  });
  const holding = openHolding({ map: () => map, state: () => state }, send);
  const painting = openPainting(looks, dark);
  const unchanged = openUnchanged();
  let [map, state, drawn, frameAsked, opening] = [null, null, null, false, null];
  let opened;
  const ready = new Promise((resolve) => { opened = resolve; });

  function show(next, cause) {
    const before = state;
    state = next;
    if (!map) return void (opening ??= Promise.resolve().then(open)); // once all of the page has been told
    painting.paint(map, state);
    delete document.documentElement.dataset.arrived;
    holding.shown(before, state);
    if (before?.mode !== state.mode) {
      tip(null);
      map.cooperative(state.mode === "embed");
      fit();
    }
    if (onStage(state) || SIZING.some((name) => before?.[name] !== state[name])) sizes.forget(); // a caption is as high as its words
    moments.show(before, state);
    if (looksElsewhere(before, state, cause, story)) travel(!before || before.mode !== state.mode);
    else if (before?.select !== state.select) bringIntoView();
    wake();
  }

  function unit() {
    return unitOf(state.mode, size());
  }

  function put() {
    if (standsRight()) return;
    delete document.documentElement.dataset.arrived;
    travel(true);
  }

  /** What is selected in a list may lie off the map, or in a counted mark: then the map goes there. */
  function bringIntoView() {
    renew();
    const position = positionOf(state.select, story);
    if (!position || targets.spotOf(state.select)?.visible !== false) return;
    fly({ lon: position[0], lat: position[1], zoom: Math.max(map.zoom(), close()) });
  }

  function wake() {
    if (frameAsked || !map) return;
    frameAsked = true;
    window.requestAnimationFrame((now) => {
      frameAsked = false;
      const more = moments.frame(now);
      renew();
      if (more) wake();
      else window.setTimeout(arrive); // once it is painted
    });
  }

  function renew() {
    const [now, one] = [moments.present(), unit()];
    const shown = now?.year === undefined ? state : { ...state, year: now.year };
    const view = viewIn(one, map, size(), sizes.covered());
    if (unchanged(map, map.moving(), state, now?.year, now?.fraction, now?.arriving, one, sizes.caption(), lettering.towns, ...factsOf(view))) return;
    drawn = scene(story, shown, now, view, lettering);
    if (onStage(state)) drawn = uncovered(drawn, view.height - sizes.caption() / one);
    draw(drawn, one === 1 ? null : view);
    if (!map.moving() && drawLegend(drawn, view)) sizes.forget();
    keys.place(drawn);
  }

  /** Nothing moves any more, and all of the map is there. */
  function arrive() {
    if (frameAsked) return; // it comes after that
    const { dataset } = document.documentElement;
    if (!map.moving() && !state.playing) keys.renew(drawn, state, { width: size().width / unit(), height: (size().height - sheetHeight()) / unit() }); // what plays is silent
    if (dataset.arrived || !dataset.map || map.moving() || !(map.loaded() || map.lost())) return;
    dataset.arrived = "true";
  }

  /** What has the keyboard's focus says beside it what it is, as it does under the pointer. */
  function shownTip(mark) {
    if (!mark || onStage(state)) return tip(null);
    return tip(mark, { x: mark.x * unit(), y: mark.y * unit() }, size());
  }

  /** Where a thing is drawn, in page pixels. Ends a running flight first, so that the answer holds. */
  function locate(ref) {
    if (!map || !drawn) return null;
    if (map.moving() && !state.playing) {
      map.stop();
      if (state.follow) travel(true);
    }
    renew(); // the state may be newer than the last frame
    return targets.spotOf(ref);
  }

  function rested() {
    holding.rested();
    if (document.documentElement.dataset.map) finer.want(map, painting.painted); // not for a map that is soon to go
    wake();
  }

  /** Take the size that there is now. */
  function fit() {
    sizes.forget();
    area.style.setProperty("--unit", `${unit()}px`);
    sizes.forget(); // a caption is as high as its letters
    map.resize();
  }

  function resized() {
    delete document.documentElement.dataset.arrived;
    fit();
    if (state.follow) travel(true);
    wake();
  }

  function use(next) {
    map = next;
    painting.forget();
    painting.paint(map, state);
    map.cooperative(state.mode === "embed");
    if (document.documentElement.dataset.ready) resized();
  }

  async function open() {
    const maps = openMaps(area, looks, told, () => painting.theme(state), use);
    const first = state;
    state = null;
    show(first, "start");
    new ResizeObserver(resized).observe(area);
    window.addEventListener("resize", resized); // also when another display has other pixels and the same size
    dark.addEventListener("change", () => { painting.paint(map, state); wake(); });
    const [towns] = await Promise.all([loadTowns(looks.files.towns), fetchData("overview", looks.files.overview).catch(() => {}), fontsCome]);
    useFonts();
    await document.fonts.ready;
    lettering.towns = towns;
    lettering.measure.forget();
    sizes.forget();
    if (!standsRight()) travel(true);
    renew();
    document.documentElement.dataset.ready = "true";
    document.getElementById("written")?.remove(); // what it says, the page says now
    opened();
    rested();
    whenIdle(openCompleting(looks, { maps, finer, painting, map: () => map, state: () => state, rested }));
  }

  function hold(on) {
    moments.hold(on, map && state);
    wake();
  }

  /** The base map as it is now, to be put into a picture. */
  async function picture(ratio) {
    await ready;
    return map.picture(ratio);
  }

  /** The caption has other words, and so another height. */
  function captioned() {
    sizes.forget();
    wake();
  }

  return { show, locate, wake, captioned, hold, ready, nearer, picture, toPaper: () => toPaper(area, { looks, files: looks.files, camera: map.camera(), ...size() }), draggable: (on) => map?.draggable(on), zoomBy: (steps) => { holding.taken(); map?.zoomBy(steps, still.matches ? 0 : 250); } };
}

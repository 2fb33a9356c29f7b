// Buttons and keys of the page: each turns into one event with a value. Uses window and document.
import { chartTarget } from "./chart.mjs";
import { openCite } from "./cite_dialog.mjs";
import { openClaimDots } from "./claim_dots.mjs";
import { toggleDescriptions } from "./content_note.mjs";
import { openCopying } from "./copying.mjs";
import { nextEvent, nextYear, previousEvent, previousYear } from "./events.mjs";
import { openHelp } from "./help.mjs";
import { passKey } from "./host.mjs";
import { actionFor } from "./keys.mjs";
import { openSearch } from "./search_dialog.mjs";
import { openShare } from "./share_dialog.mjs";
import { openSheet } from "./sheet.mjs";
import { openSourceList } from "./source_list.mjs";
import { onStage } from "./state.mjs";
import { openTableSorting } from "./table_sorting.mjs";

const PLAY = "M2 1L13 7L2 13Z";
const PAUSE = "M2 1H5.5V13H2ZM8.5 1H12V13H8.5Z";

/**
 * @param {(event: object, cause: string) => void} send
 * @param {() => object} foreseen the state once everything that was sent has been worked off: keys can be faster than the page
 * @param {object} storyMap
 * @param {object} stage what the keys do before an audience
 * @returns {{show: (state: object) => void, act: (action: string) => unknown}} `act` gives false if there was nothing to do
 */
export function openControls(story, looks, t, send, foreseen, storyMap, stage) {
  let state = null;
  const help = openHelp(t);
  const search = openSearch(story, t, () => state);
  const cite = openCite(story);
  const share = openShare(story, storyMap);
  openCopying(t);
  openSheet(storyMap);
  openClaimDots(document.getElementById("detail"));
  openTableSorting(document.getElementById("detail"), t);
  openSourceList(document.getElementById("detail"), story, () => state);
  const year = (value) => value !== null && send({ type: "year", year: value }, "step");
  const select = (ref, cause = "select") => ref && send({ type: "select", ref }, cause);
  const actions = {
    ...stage.actions,
    "next-year": () => year(nextYear(foreseen(), story)),
    "previous-year": () => year(previousYear(foreseen(), story)),
    "first-year": () => year(story.story.firstYear),
    "last-year": () => year(story.story.lastYear),
    "next-event": () => select(nextEvent(foreseen(), story), "step"),
    "previous-event": () => select(previousEvent(foreseen(), story), "step"),
    "play-pause": () => send({ type: foreseen().playing ? "pause" : "play" }, "tick"),
    close: () => close(),
    follow: () => send({ type: "follow" }, "follow"),
    "zoom-in": () => storyMap.zoomBy(1),
    "zoom-out": () => storyMap.zoomBy(-1),
    theme: () => send({ type: "theme", value: nextTheme(state.theme) }, "theme"),
    help: () => help(state.mode),
    search: () => {
      if (state.playing) send({ type: "pause" }, "tick");
      search();
    },
    share: () => {
      if (state.playing) send({ type: "pause" }, "tick");
      share(state);
    },
    cite: () => cited("view"),
    "cite-source": () => cited("source"),
  };
  const buttons = {
    next: "next-year", previous: "previous-year", play: "play-pause", follow: "follow", "zoom-in": "zoom-in", "zoom-out": "zoom-out",
    theme: "theme", present: "present", search: "search", help: "help", share: "share", cite: "cite", "cite-below": "cite", "cite-source": "cite-source",
    "next-event": "next-event", "previous-event": "previous-event",
    "panel-close": "close", "panel-next": "next-event", "panel-previous": "previous-event",
  };

  document.addEventListener("click", (event) => {
    const control = event.target.closest("button[id]");
    if (control && buttons[control.id]) return void actions[buttons[control.id]]();
    if (event.target.closest("a[href]")) return;
    if (event.target.closest("[data-descriptions]")) return void toggleDescriptions(document);
    const named = event.target.closest("[data-id]");
    if (named) select(named.dataset.id);
    if (named?.closest("#pages")) document.getElementById("detail").focus({ preventScroll: true });
    const dated = event.target.closest("[data-year]:not(html)");
    if (dated && !named) year(Number(dated.dataset.year));
  });
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (onStage(foreseen()) && stage.pressed(event)) return event.preventDefault();
    const focus = focusOf(event.target);
    const action = actionFor(event, foreseen().mode, focus);
    if (!action || !actions[action] || actions[action]() === false) return passKey(event, foreseen().mode, focus);
    return event.preventDefault();
  });

  /** What is cited stays on screen. */
  function cited(what) {
    if (state.playing) send({ type: "pause" }, "tick");
    cite(state, what);
  }

  /** Going back to the year keeps the keyboard where it was: in the panel, or on the map. */
  function close() {
    if (state.select === null) return;
    const inPanel = document.getElementById("panel").contains(document.activeElement);
    send({ type: "select", ref: null }, "select");
    if (inPanel) document.getElementById("detail").focus({ preventScroll: true });
  }

  document.querySelector(".chart-frame").addEventListener("click", (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const target = chartTarget(story, (event.clientX - box.left) / box.width, box.width);
    if (target.ref) select(target.ref);
    else year(target.year);
  });
  return {
    show(next) { showButtons(next, state, t); state = next; },
    act: (action) => actions[action](),
  };
}

function showButtons(state, before, t) {
  const play = document.getElementById("play");
  if (before?.playing !== state.playing || before?.lang !== state.lang) {
    play.innerHTML = "";
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 14 14");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", state.playing ? PAUSE : PLAY);
    svg.append(path);
    play.replaceChildren(svg);
    play.setAttribute("aria-label", t(state.playing ? "time.pause" : "time.play"));
  }
  document.getElementById("follow").setAttribute("aria-pressed", String(state.follow));
  document.querySelector("#theme .word").textContent = t(`theme.${state.theme}`);
  document.getElementById("theme").setAttribute("aria-label", t(`theme.${state.theme}`));
  if (before && before.select !== state.select) {
    document.getElementById("panel").scrollTop = 0;
  }
}

function nextTheme(theme) {
  return { auto: "light", light: "dark", dark: "auto" }[theme];
}

function focusOf(target) {
  const roving = Boolean(target.closest?.("[data-roving]"));
  return { tag: target.tagName ?? "", type: target.type ?? "", editable: Boolean(target.isContentEditable), roving };
}

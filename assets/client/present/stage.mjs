// The stage: what forward and back do before an audience, what covers the map, and the second window. Uses window, document.
import { isFramed } from "../host.mjs";
import { rootPath } from "../root.mjs";
import { onStage } from "../state.mjs";
import { write } from "../url.mjs";
import { nextStop, previousStop, stopsOf } from "../walk.mjs";
import { openAutoplay } from "./autoplay.mjs";
import { openAwake } from "./awake.mjs";
import { openInStep } from "./in_step.mjs";
import { openLight } from "./light.mjs";
import { openSpeaker } from "./speaker.mjs";
import { openStopList } from "./stop_list.mjs";
import { openSwipe } from "./swipe.mjs";
import { typing, wanted } from "./typed_number.mjs";

const WINDOW = "popup,width=1180,height=800";

/**
 * @param {object} story
 * @param {Function} t words
 * @param {(event: object, cause: string) => void} send
 * @param {() => object} foreseen the state once everything that was sent has been worked off
 * @param {object} storyMap
 * @param {{typed: (figures: string) => void}} caption
 * @returns {{actions: object, show: (state: object) => void, become: (state: object, cause: string) => void, pressed: (event: KeyboardEvent) => boolean}}
 *   an action gives false if there was nothing for it to do; `pressed` says whether a key is used up
 */
export function openStage(story, t, send, foreseen, storyMap, caption) {
  const area = document.getElementById("map-area");
  const curtain = area.appendChild(Object.assign(document.createElement("div"), { className: "curtain" }));
  const note = area.appendChild(Object.assign(document.createElement("p"), { className: "stage-note", hidden: true }));
  note.setAttribute("role", "status");
  const presents = () => foreseen()?.mode === "present";
  const awake = openAwake();
  const autoplay = openAutoplay(story, send);
  const light = openLight(area, presents, (held) => storyMap.draggable(!held));
  const listStops = openStopList(story, t, (index) => send({ type: "stop", index }, "step"));
  const speaker = openSpeaker(story, t, { go: (index) => send({ type: "stop", index }, "step"), act: (name) => actions[name](), clock: (clock) => inStep.setClock(clock) });
  const inStep = openInStep(`ashraf-atlas ${rootPath()} ${story.story.id} ${story.story.version}`, {
    join: (shared) => send({ type: "join", shared }, "peer"),
    clock: speaker.setClock,
    linked: speaker.linked,
  });
  openSwipe(area, presents, (forward) => {
    stopPlaying();
    (forward ? actions.forward : actions.back)();
  });
  let [typed, beside] = ["", null];

  function go(index) {
    const state = foreseen();
    if (state.curtain) return send({ type: "curtain", value: null }, "step"); // first the audience sees again where it was
    if (index === null) return false;
    return send({ type: "stop", index }, "step");
  }

  function cover(colour) {
    send({ type: "curtain", value: foreseen().curtain ? null : colour }, "step");
  }

  const actions = {
    forward: () => go(nextStop(foreseen(), story)),
    back: () => go(previousStop(foreseen(), story)),
    "first-stop": () => go(0),
    "last-stop": () => go(stopsOf(story, foreseen().walk).length - 1),
    stops: () => listStops(foreseen()),
    fullscreen,
    black: () => cover("black"),
    white: () => cover("white"),
    speaker: openWindow,
    light: () => light.toggle(),
    "zoom-selected": () => {
      if (foreseen().follow) send({ type: "view", view: storyMap.nearer() }, "script");
      else send({ type: "follow" }, "follow");
    },
    nothing: () => !isFramed(), // in somebody's page the keyboard must find its way out
    present: () => send({ type: "mode", value: "present" }, "mode"),
    out,
  };

  /** Out, one thing at a time. */
  function out() {
    const state = foreseen();
    if (light.off()) return undefined;
    if (state.curtain) return void send({ type: "curtain", value: null }, "step");
    if (document.fullscreenElement) return void document.exitFullscreen();
    if (!state.follow) return void send({ type: "follow" }, "follow");
    if (state.mode !== "present" || isFramed()) return false; // out of somebody's deck the deck itself leads
    return send({ type: "mode", value: "explore" }, "mode");
  }

  function fullscreen() {
    if (document.fullscreenElement) return document.exitFullscreen();
    if (!document.fullscreenEnabled) return false;
    return document.documentElement.requestFullscreen().catch(() => {}); // the browser may still say no: then it stays as it is
  }

  function openWindow() {
    if (foreseen().mode === "speaker") return void window.opener?.focus();
    if (beside && !beside.closed) return beside.focus();
    const address = `${rootPath()}${write({ ...foreseen(), mode: "speaker", playing: false }, story)}`;
    beside = window.open(address, "atlas-speaker", WINDOW);
    if (beside) return undefined;
    const link = Object.assign(document.createElement("a"), { href: address, target: "_blank", textContent: new URL(address, window.location).href });
    note.replaceChildren(t("stage.blocked"), " ", link);
    note.hidden = false;
    return undefined;
  }

  function stopPlaying() {
    if (foreseen().playing) send({ type: "pause" }, "tick");
  }

  /** Figures are gathered until Enter; any key ends what goes by itself. */
  function pressed(event) {
    const state = foreseen();
    autoplay.touched();
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, textarea")) return false;
    const noted = !note.hidden;
    note.hidden = true;
    if (state.playing && event.key.toLowerCase() !== "k") {
      stopPlaying();
      if (event.key === "Escape") return true;
    }
    if (noted && event.key === "Escape") return true;
    const next = typing(typed, event.key);
    if (!next) {
      if (typed) caption.typed(typed = "");
      return false;
    }
    typed = next.done ? "" : next.typed;
    caption.typed(typed);
    if (next.done) {
      const event = wanted(next.typed, state, story);
      if (event) send(event, "step");
    }
    return true;
  }

  area.addEventListener("pointerdown", ({ pointerType, target }) => {
    if (!presents()) return;
    autoplay.touched();
    storyMap.draggable(pointerType === "mouse"); // a finger turns the page
    if (!note.contains(target)) note.hidden = true;
    stopPlaying();
  });
  window.addEventListener("pointermove", () => autoplay.touched(), { passive: true });
  area.addEventListener("contextmenu", (event) => presents() && event.preventDefault());

  return {
    actions,
    pressed,
    become: inStep.become,
    show(state) {
      awake(state.mode === "present");
      curtain.dataset.colour = state.curtain ?? "";
      if (!onStage(state) && typed) caption.typed(typed = "");
      if (!onStage(state)) {
        light.off();
        storyMap.draggable(true);
      }
      autoplay.show(state);
      speaker.show(state);
    },
  };
}

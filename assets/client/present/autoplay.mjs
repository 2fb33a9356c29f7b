// The walk that goes by itself: how long each stop stands, and when a stopped one goes on. Uses window and document.
import { indexOf, nextStop, stopsOf } from "../walk.mjs";

const BEAT = 200; // ms between two looks at the clock
/** A longer gap between two looks (a laptop that slept) counts as this many milliseconds, so that no stop is missed. */
const LONGEST_GAP = 1000;

/**
 * @param {object} story
 * @param {(event: object, cause: string) => void} send
 * @returns {{show: (state: object) => void, touched: () => void}} `touched`: somebody is there; a kiosk waits anew
 */
export function openAutoplay(story, send) {
  let [state, stop, left, looked, beating, waiting] = [null, null, 0, 0, 0, 0];

  function show(next) {
    const before = state;
    state = next;
    const runs = state.mode === "present" && state.playing;
    const here = `${state.walk} ${state.year} ${state.select} ${state.step}`;
    if (here !== stop || (runs && !beating)) {
      stop = here;
      left = 1000 * (stopsOf(story, state.walk)[indexOf(state, story)]?.seconds ?? 0);
    }
    if (runs && !beating) {
      looked = performance.now();
      beating = window.setInterval(beat, BEAT);
    }
    if (!runs && beating) {
      window.clearInterval(beating);
      beating = 0;
    }
    if (before?.playing !== state.playing || before?.mode !== state.mode || before?.idle !== state.idle) touched();
  }

  /** A stop stands once the map has come to it; nobody sees a hidden page. */
  function beat() {
    const now = performance.now();
    const gap = Math.min(now - looked, LONGEST_GAP);
    looked = now;
    if (document.hidden || !document.documentElement.dataset.arrived || state.curtain) return;
    left -= gap * state.speed;
    if (left > 0) return;
    const next = nextStop(state, story);
    if (next !== null) send({ type: "advance", index: next }, "tick");
    else if (state.loop) send({ type: "advance", index: 0 }, "tick");
    else send({ type: "pause" }, "tick");
  }

  function touched() {
    window.clearTimeout(waiting);
    if (state.idle > 0 && state.mode === "present" && !state.playing) waiting = window.setTimeout(() => send({ type: "play" }, "tick"), state.idle * 1000);
  }

  return { show, touched };
}

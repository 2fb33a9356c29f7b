// The page that holds this one in a frame: what it may ask for, what it is told, and the keys that are its own. Uses window
// and document.
import { wantedHeight } from "./embed/wanted_height.mjs";
import { openFlood } from "./flood.mjs";
import { neededHere } from "./keys.mjs";
import { askedOf, heard, LASTING, originsOf, targetsOf, VERSION } from "./messages.mjs";
import { onStage } from "./state.mjs";

/** Of a key that is passed on, what whoever holds the frame needs to act on it. */
const TOLD_OF_KEY = ["key", "code", "keyCode", "shiftKey", "ctrlKey", "altKey", "metaKey", "repeat"];
const STEPS = { next: ["forward", "next-year"], previous: ["back", "previous-year"] };
let keysWanted = false; // by the host, while the page is open
let origins = null; // of those who may talk with this page; null for anybody
let host; // the origin of the one that does, once it is known

/**
 * Answers a host page's messages, `{atlas: 1, type, state}`, and tells it each new state and the height that the page wants.
 * Anything else is ignored.
 * @param {object} story
 * @param {(event: object, cause: string) => void} send
 * @param {{act: (action: string) => unknown, state: () => object}} page `act` gives false if there was nothing to do
 * @returns {{show: (told: object, before: object|null) => void}}
 */
export function openHost(story, send, page) {
  const { firstYear, lastYear } = story.story;
  const tell = (type) => post({ type, state: page.state(), years: [firstYear, lastYear] });
  let [shown, height] = [false, null];
  origins = originsOf(document.documentElement.dataset.hosts);
  host = window.location.ancestorOrigins?.[0];

  function tellSize(again = false) {
    const { mode, hide } = page.state();
    const wanted = mode === "embed" && window.innerWidth > 0 ? wantedHeight(window.innerWidth, hide) : null;
    if (wanted !== null && (again || wanted !== height)) post({ type: "size", height: wanted });
    height = wanted;
  }

  const answers = {
    get() {
      tell("state");
      tellSize(true);
    },
    set: ({ state }) => state && send({ type: "set", state }, "message"),
    play: () => send({ type: "play" }, "tick"),
    pause: () => send({ type: "pause" }, "tick"),
    keys: ({ wanted }) => { keysWanted = wanted; },
    next: step,
    previous: step,
  };

  // a step that leads nowhere goes back to who asked for it: in a slide deck the next slide is the host's
  function step({ type }) {
    if (page.act(STEPS[type][onStage(page.state()) ? 0 : 1]) === false) post({ type });
  }

  const answer = openFlood((asked) => answers[asked.type](asked), LASTING, {
    now: () => performance.now(),
    later: (act, milliseconds) => window.setTimeout(act, milliseconds),
  });

  window.addEventListener("message", ({ source, origin, data }) => {
    if (!shown || source !== window.parent || source === window.self || !heard(origins, origin)) return;
    const asked = askedOf(data);
    if (!asked) return;
    host ??= origin;
    answer(asked);
  });
  window.addEventListener("resize", () => shown && tellSize());

  return {
    show(told, before) {
      shown = true;
      if (!isFramed()) return;
      tellSize();
      if (before) tell("state");
      else window.atlas.ready.then(() => tell("ready"));
    },
  };
}

/**
 * Pass a key on that means nothing on stage, or leads nowhere there: in a slide deck the next slide is the host's. Elsewhere
 * only a host that asked for them is told of keys, and never of what somebody types into a field.
 * @param {{tag: string, type: string, editable: boolean, roving: boolean}} focus what has the focus, as `actionFor` takes it
 */
export function passKey(event, mode, focus) {
  if (!isFramed() || event.defaultPrevented || event.isComposing) return;
  const kept = event.key === "Tab" || neededHere(event, focus); // Tab moves within this page
  if (!onStage({ mode }) && (!keysWanted || kept)) return;
  post({ type: "key", ...Object.fromEntries(TOLD_OF_KEY.map((name) => [name, event[name]])) });
}

/** Whether another page holds this one. */
export function isFramed() {
  return window.parent !== window.self;
}

function post(message) {
  if (!isFramed()) return;
  for (const target of targetsOf(origins, host)) window.parent.postMessage({ atlas: VERSION, ...message }, target);
}

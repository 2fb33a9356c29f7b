// The page that holds this one in a frame: what it may ask for, what it is told, and the keys that are its own. Uses window.
import { onStage } from "./state.mjs";

const VERSION = 1;
/** Of a key that is passed on, what whoever holds the frame needs to act on it. */
const TOLD_OF_KEY = ["key", "code", "keyCode", "shiftKey", "ctrlKey", "altKey", "metaKey", "repeat"];
const STEPS = { next: ["forward", "next-year"], previous: ["back", "previous-year"] };

/**
 * Answers a host page's messages, `{atlas: 1, type, state}`, and tells it each new state. Anything else is ignored.
 * @param {object} story
 * @param {(event: object, cause: string) => void} send
 * @param {{act: (action: string) => unknown, state: () => object}} page `act` gives false if there was nothing to do
 * @returns {{show: (told: object, before: object|null) => void}}
 */
export function openHost(story, send, page) {
  const { firstYear, lastYear } = story.story;
  const tell = (type) => post({ type, state: page.state(), years: [firstYear, lastYear] });
  let shown = false;

  window.addEventListener("message", ({ source, data }) => {
    if (!shown || source !== window.parent || source === window.self || data?.atlas !== VERSION) return;
    if (data.type === "get") tell("state");
    if (data.type === "set" && data.state && typeof data.state === "object") send({ type: "set", state: data.state }, "message");
    if (data.type === "play" || data.type === "pause") send({ type: data.type }, "tick");
    // a step that leads nowhere goes back to who asked for it: in a slide deck the next slide is the host's
    if (Object.hasOwn(STEPS, data.type) && page.act(STEPS[data.type][onStage(page.state()) ? 0 : 1]) === false) post({ type: data.type });
  });

  return {
    show(told, before) {
      shown = true;
      if (!isFramed()) return;
      if (before) tell("state");
      else window.atlas.ready.then(() => tell("ready"));
    },
  };
}

/**
 * Pass a key on that means nothing on stage, or leads nowhere there: in a slide deck the next slide is the host's. Elsewhere
 * keys stay here: what somebody types into a field is nobody else's business.
 */
export function passKey(event, mode) {
  if (!isFramed() || !onStage({ mode }) || event.defaultPrevented || event.isComposing) return;
  post({ type: "key", ...Object.fromEntries(TOLD_OF_KEY.map((name) => [name, event[name]])) });
}

/** Whether another page holds this one. */
export function isFramed() {
  return window.parent !== window.self;
}

function post(message) {
  if (isFramed()) window.parent.postMessage({ atlas: VERSION, ...message }, "*");
}

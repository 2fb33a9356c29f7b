// Where the browser's modules come together: names the functions of wiring.py and window.atlas. Uses window.
import { asked } from "./client/address.mjs";
import { reduce } from "./client/events.mjs";
import { openPage } from "./client/page.mjs";
import { initial, onStage } from "./client/state.mjs";
import { unpacked } from "./client/unpacked.mjs";
import { usualLanguage } from "./client/voice.mjs";

let page = null;
let waiting = []; // events that Dash has not yet given to the reducer; it may merge several calls into one
let cause = "start";
let latest = null; // the newest state there is
let facts = null;

function send(event, why) {
  waiting.push(event);
  cause = why;
  if (latest) page.become(foreseen(), why);
  window.dash_clientside.set_props("events", { data: [...waiting] });
}

/** The state once everything that was sent has been worked off: keys can come faster than Dash calls back. */
function foreseen() {
  return latest && reduce(latest, waiting, facts);
}

const ready = new Promise((resolve) => { window.addEventListener("atlas-open", () => resolve(page.ready), { once: true }); }).then((it) => it);

window.dash_clientside = Object.assign(window.dash_clientside ?? {}, {
  atlas: {
    reduce(events, story, state, looks) {
      if (!page) {
        facts = unpacked(story);
        facts.usualLanguage = usualLanguage(); // what the address leaves out means the language of the browser
        page = openPage(story, looks, send, foreseen);
        window.dispatchEvent(new Event("atlas-open"));
      }
      // Not `state`: of two calls close together Dash drops the answer of the first, and with it what was sent till then.
      const before = latest ?? reduce(initial(story), [{ type: "set", state: asked(story) }], story);
      const after = reduce(before, waiting.splice(0), story);
      latest = after;
      return after === state ? window.dash_clientside.no_update : after;
    },
    show(state) {
      if (!state) return;
      document.documentElement.dataset.opened = "true"; // from here on it is laid out
      page.show(state, cause);
    },
  },
});

window.atlas = {
  ready,
  state: () => page?.state() ?? null,
  set: (partial) => send({ type: "set", state: partial }, "script"),
  play: () => send({ type: "play" }, "tick"),
  pause: () => send({ type: "pause" }, "tick"),
  next: () => page.act(onStage(foreseen()) ? "forward" : "next-year"),
  previous: () => page.act(onStage(foreseen()) ? "back" : "previous-year"),
  on: (name, listener) => (name === "change" ? page.listen(listener) : () => {}),
  locate(ref) {
    const spot = page?.locate(ref);
    return spot ? { x: spot.x, y: spot.y, visible: spot.visible } : null;
  },
};

// Stage and speaker's window in step, without a server: whoever is told something by a visitor tells the other.
// Uses window. A message carries all of the walk's state, so that a window that was reloaded needs only one.

/** What of the state is the walk's, and so is the same in both windows. */
export const SHARED = ["walk", "year", "select", "step", "follow", "view", "playing", "loop", "speed", "curtain"];
const OTHER = { present: "speaker", speaker: "present" };

/** Whether one message is newer than another: by its number, and of two made at once by who made it. Pure. */
export function newer(message, than) {
  return message.at > than.at || (message.at === than.at && message.from > than.from);
}

/**
 * @param {string} name of the channel: pages of another story are not meant
 * @param {object} page
 * @param {(shared: object) => void} page.join take over what the other window shows
 * @param {(clock: object) => void} page.clock take over the speaker's clock
 * @param {(linked: boolean) => void} page.linked the other window is there, or gone
 * @returns {{become: (state: object, cause: string) => void, setClock: (clock: object) => void}} `become` is told each state
 *   when the visitor asks for it, not when it is drawn: a slow drawing would let an older word from the other window win
 */
export function openInStep(name, { join, clock, linked }) {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
  const from = Math.random().toString(36).slice(2);
  let [state, told, clockNow, greeted] = [null, { at: 0, from: "" }, null, null];

  const post = (kind, more = {}) => channel?.postMessage({ kind, from, mode: state.mode, ...more });
  const tell = () => post("state", { at: told.at, by: told.from, shared: sharedOf(state), clock: clockNow });

  function heard({ data }) {
    if (!state || !(state.mode in OTHER) || data?.mode !== OTHER[state.mode]) return;
    linked(data.kind !== "bye");
    if (data.kind === "hello") return tell();
    if (data.kind === "clock" || (data.kind === "state" && data.clock)) {
      clockNow = data.clock;
      clock(clockNow);
    }
    if (data.kind !== "state" || !newer({ at: data.at, from: data.by }, told)) return;
    told = { at: data.at, from: data.by };
    join(data.shared);
  }

  channel?.addEventListener("message", heard);
  window.addEventListener("pagehide", () => state && post("bye"));
  window.addEventListener("pageshow", ({ persisted }) => persisted && state && post("hello"));

  return {
    become(next, cause) {
      const before = state;
      state = next;
      if (!(state.mode in OTHER)) {
        if (before && before.mode in OTHER) channel?.postMessage({ kind: "bye", from, mode: before.mode });
        greeted = null;
        return;
      }
      if (greeted !== state.mode) {
        greeted = state.mode;
        post("hello");
      }
      if (!before || cause === "peer" || JSON.stringify(sharedOf(before)) === JSON.stringify(sharedOf(state))) return;
      told = { at: told.at + 1, from };
      tell();
    },
    setClock(given) {
      clockNow = given;
      if (state) post("clock", { clock: given });
    },
  };
}

function sharedOf(state) {
  return Object.fromEntries(SHARED.map((field) => [field, state[field]]));
}

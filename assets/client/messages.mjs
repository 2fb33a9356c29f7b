// The words between this page and the one that holds it in a frame: who may say them, and what of them is taken. Pure.

export const VERSION = 1;
/** What a host may ask for. */
export const ASKED = ["set", "get", "play", "pause", "next", "previous", "keys"];
/** Of these the last one replaces those before. */
export const LASTING = ["set", "get", "keys"];
const LONGEST_TEXT = 500;
const LONGEST_LIST = 50;

/** The origins of a list ("https://a.example https://b.example:8443"), null for no list: then anybody may talk. */
export function originsOf(text) {
  if (text === undefined || text === null) return null;
  return text.split(/\s+/).map(originOf).filter(Boolean);
}

/** Whether a message from an origin is heard. @param {string[]|null} origins from `originsOf` */
export function heard(origins, origin) {
  return origins === null || origins.includes(origin);
}

/**
 * To whom a message goes, as `postMessage` takes it: only to origins of the list.
 * @param {string[]|null} origins
 * @param {string|undefined} host origin of the page that holds this one, where that is known
 */
export function targetsOf(origins, host) {
  if (origins === null) return ["*"];
  return host === undefined ? origins : origins.filter((it) => it === host);
}

/** A message that is asked of this page, in the form {type, state, wanted}; null for anything else. */
export function askedOf(message) {
  if (message === null || typeof message !== "object" || message.atlas !== VERSION || !ASKED.includes(message.type)) return null;
  return { type: message.type, state: plain(message.state), wanted: message.wanted === true };
}

// figures, words and short lists: what a state is made of; its values are looked at by `valid` like those of an address
function plain(state) {
  if (state === null || typeof state !== "object" || Array.isArray(state)) return null;
  return Object.fromEntries(Object.entries(state).slice(0, LONGEST_LIST).filter(([, value]) => sensible(value)));
}

function sensible(value) {
  if (Array.isArray(value)) return value.length <= LONGEST_LIST && value.every((it) => simple(it));
  return simple(value);
}

function simple(value) {
  return value === null || typeof value === "boolean" || typeof value === "number" || (typeof value === "string" && value.length <= LONGEST_TEXT);
}

function originOf(text) {
  try {
    const { origin } = new URL(text);
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

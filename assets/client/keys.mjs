// The keys, as one table: it decides what a key does, and the help is made of it. A key is one line. Pure.

/**
 * `keys` as in KeyboardEvent.key, letters in lower case, any of which does `action` in `modes`; `also` does the same
 * without being named in the help; `text` is the key of the words that explain it; `once`: not again while held down.
 * The slider has arrows, Home and End of its own, and so moves by years too.
 */
export const KEYS = [
  { keys: ["ArrowRight"], modes: ["explore", "embed"], action: "next-year", text: "keys.next_year" },
  { keys: ["ArrowLeft"], modes: ["explore", "embed"], action: "previous-year", text: "keys.previous_year" },
  { keys: ["Shift+ArrowRight", "."], modes: ["explore", "embed"], action: "next-event", text: "keys.next_event" },
  { keys: ["Shift+ArrowLeft", ","], modes: ["explore", "embed"], action: "previous-event", text: "keys.previous_event" },
  { keys: [" "], modes: ["explore", "embed"], action: "play-pause", text: "keys.play_pause", once: true },
  { keys: ["Home"], modes: ["explore", "embed"], action: "first-year", text: "keys.first_year" },
  { keys: ["End"], modes: ["explore", "embed"], action: "last-year", text: "keys.last_year" },
  { keys: ["Escape"], modes: ["explore", "embed"], action: "close", text: "keys.close_selection", once: true },
  { keys: ["f"], modes: ["explore", "embed"], action: "follow", text: "keys.follow", once: true },
  { keys: ["+"], also: ["="], modes: ["explore", "embed"], action: "zoom-in", text: "keys.zoom_in" },
  { keys: ["-"], also: ["_"], modes: ["explore", "embed"], action: "zoom-out", text: "keys.zoom_out" },
  { keys: ["t"], modes: ["explore", "embed"], action: "theme", text: "keys.theme", once: true },
  { keys: ["c"], modes: ["explore", "embed"], action: "cite", text: "keys.cite", once: true },
  { keys: ["/"], modes: ["explore", "embed"], action: "search", text: "keys.search", once: true },
  { keys: ["?"], also: ["؟"], modes: ["explore", "embed"], action: "help", text: "keys.help", once: true },
];

const ARROWS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"];
/** Keys that an element with the focus needs for itself; a field for text needs them all. */
const NEEDED = {
  slider: [...ARROWS, "Home", "End", "PageUp", "PageDown"],
  choice: [...ARROWS, " ", "Enter"],
  roving: [...ARROWS, "Home", "End", " ", "Enter"],
  pressed: [" ", "Enter"],
  none: [],
};
const PRESSED_TAGS = ["button", "a", "summary"];
const PRESSED_TYPES = ["button", "submit", "reset", "checkbox", "color", "file", "image"];

/**
 * The action of a key press, or null. Whoever acts on it also prevents what the browser would do.
 * @param {{key: string, code?: string, shiftKey?: boolean, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean,
 *   repeat?: boolean, isComposing?: boolean}} event a KeyboardEvent, or what is needed of one
 * @param {string} mode of the state
 * @param {{tag?: string, type?: string, editable?: boolean, roving?: boolean}|null} focus what has the focus: its tag,
 *   its type, whether text can be written in it, and whether arrows move among it and its like; null for nothing.
 *   The map needs no key for itself.
 */
export function actionFor(event, mode, focus) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const kind = kindOf(focus ?? {});
  const pressed = pressedKey(event);
  if (kind === "text" || NEEDED[kind].includes(pressed)) return null;
  const line = KEYS.find(({ keys, also = [], modes }) => modes.includes(mode) && (keys.includes(pressed) || also.includes(pressed)));
  return line && !(line.once && event.repeat) ? line.action : null;
}

function kindOf({ tag, type, editable, roving }) {
  const [name, kind] = [String(tag ?? "").toLowerCase(), String(type ?? "").toLowerCase()];
  if (name === "input" && kind === "range") return "slider";
  if (name === "input" && kind === "radio") return "choice";
  if (roving) return "roving";
  if (PRESSED_TAGS.includes(name) || (name === "input" && PRESSED_TYPES.includes(kind))) return "pressed";
  return editable || ["input", "textarea", "select"].includes(name) ? "text" : "none";
}

// shift counts only with keys that write nothing: "?" and "+" are typed with it on some keyboards and without on others
function pressedKey({ key, code, shiftKey }) {
  const name = String(key ?? "");
  if (name.length > 1 || name === " ") return shiftKey ? `Shift+${name}` : name;
  // on a keyboard of another script the letter is told by its place
  const letter = /^Key([A-Z])$/.exec(code ?? "");
  return letter && name > "\u007f" && name !== "؟" ? letter[1].toLowerCase() : name.toLowerCase();
}

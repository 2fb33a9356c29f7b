// The keys, as one table: it decides what a key does, and the help is made of it. A key is one line. Pure.
import { STAGES as STAGE } from "./state.mjs";

const EXPLORE = ["explore", "embed"];
/** In the table: any figure from 0 to 9. */
export const FIGURES = "0–9";

/**
 * `keys` as in KeyboardEvent.key, letters in lower case, any of which does `action` in `modes`; `also` does the same
 * without being named in the help; `text` is the key of the words that explain it; `once`: not again while held down.
 * The slider has arrows, Home and End of its own, and so moves by years too.
 */
export const KEYS = [
  { keys: ["Tab"], modes: EXPLORE, action: null, text: "keys.marks" }, // the browser's own key, and that of what has the focus
  { keys: ["ArrowRight"], modes: EXPLORE, action: "next-year", text: "keys.next_year" },
  { keys: ["ArrowLeft"], modes: EXPLORE, action: "previous-year", text: "keys.previous_year" },
  { keys: ["Shift+ArrowRight", "."], modes: EXPLORE, action: "next-event", text: "keys.next_event" },
  { keys: ["Shift+ArrowLeft", ","], modes: EXPLORE, action: "previous-event", text: "keys.previous_event" },
  { keys: [" "], modes: EXPLORE, action: "play-pause", text: "keys.play_pause", once: true },
  { keys: ["Home"], modes: EXPLORE, action: "first-year", text: "keys.first_year" },
  { keys: ["End"], modes: EXPLORE, action: "last-year", text: "keys.last_year" },
  { keys: ["Escape"], modes: EXPLORE, action: "close", text: "keys.close_selection", once: true },
  { keys: ["f"], modes: EXPLORE, action: "follow", text: "keys.follow", once: true },
  { keys: ["+"], also: ["="], modes: EXPLORE, action: "zoom-in", text: "keys.zoom_in" },
  { keys: ["-"], also: ["_"], modes: EXPLORE, action: "zoom-out", text: "keys.zoom_out" },
  { keys: ["t"], modes: EXPLORE, action: "theme", text: "keys.theme", once: true },
  { keys: ["c"], modes: EXPLORE, action: "cite", text: "keys.cite", once: true },
  { keys: ["/"], modes: EXPLORE, action: "search", text: "keys.search", once: true },
  { keys: ["p"], modes: ["explore"], action: "present", text: "keys.present", once: true },
  { keys: ["?"], also: ["؟"], modes: EXPLORE, action: "help", text: "keys.help", once: true },

  { keys: ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"], modes: STAGE, action: "forward", text: "keys.forward" },
  { keys: ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"], also: ["Shift+ ", "Shift+Enter"], modes: STAGE, action: "back", text: "keys.back" },
  { keys: ["Home"], modes: STAGE, action: "first-stop", text: "keys.first_stop" },
  { keys: ["End"], modes: STAGE, action: "last-stop", text: "keys.last_stop" },
  { keys: [FIGURES], modes: STAGE, action: "figure", text: "keys.figure" },
  { keys: ["g"], modes: STAGE, action: "stops", text: "keys.stops", once: true },
  { keys: ["k"], modes: STAGE, action: "play-pause", text: "keys.play_pause", once: true },
  { keys: ["f"], modes: STAGE, action: "fullscreen", text: "keys.fullscreen", once: true },
  { keys: ["b", "."], modes: STAGE, action: "black", text: "keys.black", once: true },
  { keys: ["w", ","], modes: STAGE, action: "white", text: "keys.white", once: true },
  { keys: ["s"], modes: STAGE, action: "speaker", text: "keys.speaker", once: true },
  { keys: ["l"], modes: STAGE, action: "light", text: "keys.light", once: true },
  { keys: ["z"], modes: STAGE, action: "zoom-selected", text: "keys.zoom_selected", once: true },
  { keys: ["+"], also: ["="], modes: STAGE, action: "zoom-in", text: "keys.zoom_in" },
  { keys: ["-"], also: ["_"], modes: STAGE, action: "zoom-out", text: "keys.zoom_out" },
  { keys: ["t"], modes: STAGE, action: "theme", text: "keys.theme", once: true },
  { keys: ["Tab"], also: ["Shift+Tab"], modes: ["present"], action: "nothing", text: "keys.tab" },
  { keys: ["Escape"], modes: STAGE, action: "out", text: "keys.out", once: true },
  { keys: ["?"], also: ["؟"], modes: STAGE, action: "help", text: "keys.help", once: true },
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
  if (neededHere(event, focus)) return null;
  const pressed = pressedKey(event);
  const line = KEYS.find(({ keys, also = [], modes }) => modes.includes(mode) && (keys.includes(pressed) || also.includes(pressed)));
  return line && !(line.once && event.repeat) ? line.action : null;
}

/** Whether what has the focus, `focus` as above, needs a key for itself. */
export function neededHere(event, focus) {
  const kind = kindOf(focus ?? {});
  return kind === "text" || NEEDED[kind].includes(pressedKey(event));
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
  if (/^[0-9]$/.test(name)) return FIGURES;
  if (name.length > 1 || name === " ") return shiftKey ? `Shift+${name}` : name;
  // on a keyboard of another script the letter is told by its place
  const letter = /^Key([A-Z])$/.exec(code ?? "");
  return letter && name > "\u007f" && name !== "؟" ? letter[1].toLowerCase() : name.toLowerCase();
}

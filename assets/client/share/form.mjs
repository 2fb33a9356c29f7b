// The choices of the share dialog, between the page's controls and what they mean. Uses FormData.
import { PARTS } from "../state.mjs";
import { fits, pixels, sized, within } from "./options.mjs";

/**
 * What a form says now.
 * @param {HTMLFormElement} form
 * @param {import("./options.mjs").Options} before
 * @param {boolean} done whether whoever types a number is done with it
 */
export function chosen(form, before, done) {
  const given = new FormData(form);
  const ticked = (name) => (form.elements[name] ? !form.elements[name].disabled && given.has(name) : before[name]);
  const options = {
    ...before,
    year: given.get("year") ?? before.year,
    select: form.elements.select?.disabled ? before.select : ticked("select"), // comes back with its year
    view: ticked("view"),
    playing: ticked("playing"),
    theme: given.get("theme") ?? before.theme,
    lang: given.get("lang") ?? before.lang,
    hide: PARTS.filter((part) => given.getAll("hide").includes(part)),
  };
  const size = given.get("size");
  return size === before.size ? measured(options, form, done) : sized(options, size);
}

/**
 * Shows in a form what follows from what was chosen.
 * @param {boolean} selectable whether what is selected can be seen in the chosen year
 * @param {boolean} done       a number that is being typed is left alone
 */
export function fill(form, options, selectable, done) {
  const { select, size, width, height } = form.elements;
  if (select) Object.assign(select, { disabled: !selectable, checked: selectable && options.select });
  size.value = options.size;
  Object.assign(width, { disabled: fits(options), placeholder: fits(options) ? "100%" : "" });
  if (!done) return;
  width.value = width.disabled ? "" : options.width;
  height.value = options.height;
}

/** Put a text into an element, if it is another one: what somebody has selected stays selected. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A number that is typed makes a size of one's own; only one that fits the width stays so at any height. */
function measured(options, form, done) {
  const [width, height] = ["width", "height"].map((side) => {
    const { disabled, value } = form.elements[side];
    return disabled || !(done || within(side, value)) ? options[side] : pixels(side, value, options[side]);
  });
  if (width === options.width && height === options.height) return options;
  return { ...options, width, height, size: fits(options) ? options.size : "own" };
}

// Long lists in blocks: the first is drawn, the others are buttons as high as what they stand for until they are looked at. Pure.
import { h } from "../h.mjs";

const WHOLE = 500; // rows of the longest list that is drawn as a whole; in a long story, where many lists are long, a few
const FIRST = 30; // rows of a longer one that are drawn at once
const BLOCK = 100; // rows that are drawn together later

/**
 * The rows of a list, or of a long one the first of them and blocks for the rest (`long_lists.mjs` draws those).
 * @param {object} tell from `reader`
 * @param {string[]} keys of the rows, without spaces
 * @param {(key: string) => object|null} draw a row
 * @param {{as: string, tag?: string, height: number, first?: number}} how `as` is what the rows are, for `long_lists.mjs`; `tag` of a block's
 *   element; `height` of a row in px, about; `first`: how many are drawn at once
 */
export function inBlocks(tell, keys, draw, { as, tag = "Li", height, first = FIRST }) {
  if (keys.length <= (tell.story.parted ? first : WHOLE)) return keys.map(draw).filter(Boolean);
  const blocks = [];
  for (let at = first; at < keys.length; at += BLOCK) {
    const of = keys.slice(at, at + BLOCK);
    const words = tell.t("entries.more", { first: tell.number(at + 1), last: tell.number(at + of.length) });
    blocks.push(h(tag, { className: "rest", "data-rest": of.join(" "), "data-as": as, style: { blockSize: `${of.length * height}px` } },
      h("Button", { type: "button", className: "ref" }, words)));
  }
  return [...keys.slice(0, first).map(draw), ...blocks];
}

// What a picture of a view says below itself, so that it can be cited wherever it goes: and how its lines are broken. Pure.
import { viewTitle } from "../cite/view_title.mjs";
import { reader, refParts } from "../panel/reader.mjs";

const LINE_HEIGHT = 1.36; // of the size of the letters
const SWATCH = { side: 16, gap: 6, between: 16, row: 22 }; // px: a form of the legend, before its words, between entries
const EDGE = 20;

/** Each kind of line: its letters, in px, and the room above it. */
const TONES = {
  title: { size: 20, weight: 650, family: "serif", colour: "ink", above: 0 },
  story: { size: 14, weight: 500, family: "sans", colour: "ink", above: 4 },
  source: { size: 12, weight: 400, family: "sans", colour: "soft", above: 6 },
};

/**
 * @param {import("../state.mjs").State} state
 * @param {import("../state.mjs").Story} story
 * @param {{attribution: string, address: string}} given whose map it is, and the address of the view
 * @returns {{tone: "title"|"story"|"source", text: string}[]}
 */
export function sourceLines(state, story, { attribution, address }) {
  const { title, subtitle, licence, citation } = story.story;
  const tell = reader(state, story);
  const name = [title, subtitle].filter(Boolean).join(": ");
  return [
    { tone: "title", text: viewTitle(tell) },
    { tone: "story", text: state.select ? tell.t("share.picture_story", { year: tell.year(state.year), story: name }) : name },
    { tone: "source", text: tell.t("share.picture_licence", { licence, citation }) },
    { tone: "source", text: attribution },
    { tone: "source", text: address },
  ].filter(({ text }) => text).map(({ tone, text }) => ({ tone, text: text.replace(/\s+/g, " ").trim() }));
}

/** A name for the file of a picture: "ashraf_atlas-2013-atk_2013_09_01.png". */
export function fileName({ year, select }, story) {
  const parts = [story.story.id, year, select && refParts(select).id];
  return `${parts.filter(Boolean).join("-").replace(/[^A-Za-z0-9_-]+/g, "_")}.png`;
}

/**
 * Where everything below the picture stands, from its upper edge and from where its lines begin.
 * @param {{tone: string, text: string}[]} lines
 * @param {string[]} legend the words of the forms on the map
 * @param {number} width of the picture
 * @param {(text: string, font: Font) => number} measure
 * @returns {{height: number, texts: {text: string, x: number, y: number, font: Font}[], swatches: {x: number, y: number}[]}} `y` of
 *   a text is that of its base line
 *
 * @typedef {{size: number, weight: number, family: "serif"|"sans", colour: "ink"|"soft"}} Font
 */
export function laidOut(lines, legend, width, measure) {
  const room = width - 2 * EDGE;
  const texts = [];
  const swatches = [];
  let y = EDGE - 4;
  for (const { tone, text } of lines) {
    const { above, ...font } = TONES[tone];
    y += above;
    for (const line of wrapped(text, room, (it) => measure(it, font))) {
      texts.push({ text: line, x: EDGE, y: y + font.size, font });
      y += font.size * LINE_HEIGHT;
    }
    if (tone === "story") y = withLegend(y, legend, room, measure, texts, swatches);
  }
  return { height: Math.ceil(y + EDGE - 6), texts, swatches };
}

/** The lines of a text no wider than `room`; a word that is wider itself is broken. */
export function wrapped(text, room, measure) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const character of word) {
      if (line && measure(line + character) > room) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, ...(line ? [line] : [])];
}

function withLegend(y, legend, room, measure, texts, swatches) {
  if (!legend.length) return y;
  const { above, ...font } = TONES.source;
  let [x, top] = [0, y + above + 2];
  for (const text of legend) {
    const wide = SWATCH.side + SWATCH.gap + measure(text, font);
    if (x > 0 && x + wide > room) [x, top] = [0, top + SWATCH.row];
    swatches.push({ x: EDGE + x, y: top });
    texts.push({ text, x: EDGE + x + SWATCH.side + SWATCH.gap, y: top + 12.5, font });
    x += wide + SWATCH.between;
  }
  return top + SWATCH.row;
}

// A still picture of the view: the map, what is drawn on it, and below both its legend and its source line. Uses window, document.
import { sheetHeight } from "../surroundings.mjs";
import { laidOut } from "./source_lines.mjs";
import { formsOf, imageOf, wordsOf, write } from "./still.mjs";

/** Pixels for each px of the page, so that it is sharp in print and on every screen. */
export const RATIO = 2;
const LEAST = 160; // px of map that is worth a picture
const SWATCH = { width: 16, height: 16, viewBox: "-8 -8 16 16" };

/**
 * @param {{picture: (ratio: number) => Promise<HTMLCanvasElement>}} storyMap
 * @param {{tone: string, text: string}[]} lines from `sourceLines`
 * @returns {Promise<Blob>} a PNG in the theme of the page. Rejects where the map cannot be drawn.
 */
export async function picture(storyMap, lines) {
  const drawn = document.querySelector("#drawing svg");
  const base = await storyMap.picture(RATIO);
  await Promise.allSettled(drawn.getAnimations({ subtree: true }).map(({ finished }) => finished));
  const { width, height } = seen(document.getElementById("map-area"));
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  try {
    await Promise.all(lines.flatMap(({ text }) => ["serif", "sans"].map((family) => document.fonts.load(`16px ${token(family)}`, text))));
    const legend = legendNow(); // only now: at the end of a flight it is another one
    const { height: lower, texts, swatches } = below(lines, legend, width, context);
    const fromRight = window.getComputedStyle(document.documentElement).direction === "rtl";
    const drawings = [
      { element: formsOf(drawn), x: 0, y: 0, width, height, viewBox: `0 0 ${width} ${height}` },
      ...swatches.map(({ x, y }, i) => ({ element: formsOf(legend[i].querySelector("svg")), ...SWATCH, x: fromRight ? width - x - SWATCH.width : x, y: height + y })),
    ];
    const size = { width, height: height + lower };
    const words = wordsOf(drawn);
    const over = await imageOf(drawings, { ...size, ratio: RATIO });
    Object.assign(canvas, { width: size.width * RATIO, height: size.height * RATIO });
    context.fillStyle = token("paper");
    context.fillRect(0, 0, canvas.width, canvas.height);
    const taken = base.width / width; // a very large map has fewer pixels than were asked for
    context.drawImage(base, 0, 0, base.width, height * taken, 0, 0, width * RATIO, height * RATIO);
    context.drawImage(over, 0, 0, canvas.width, canvas.height);
    context.scale(RATIO, RATIO);
    write(context, words);
    context.fillStyle = token("line");
    context.fillRect(0, height, width, 1);
    context.textAlign = "start";
    context.direction = fromRight ? "rtl" : "ltr";
    for (const { text, x, y, font } of texts) {
      context.font = written(font);
      context.fillStyle = token(font.colour);
      context.fillText(text, fromRight ? width - x : x, height + y);
    }
    return await new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"); });
  } finally {
    for (const done of [canvas, base]) Object.assign(done, { width: 0, height: 0 }); // gives their memory back at once
  }
}

/** The width of the picture for each px of its height, as far as the fonts that are there now say. @param {{tone: string, text: string}[]} lines */
export function shape(lines) {
  const { width, height } = seen(document.getElementById("map-area"));
  return width / (height + below(lines, legendNow(), width, document.createElement("canvas").getContext("2d")).height);
}

function legendNow() {
  return [...document.querySelectorAll("#legend > span")];
}

/** Where the legend and the lines stand below the map. */
function below(lines, legend, width, context) {
  return laidOut(lines, legend.map(({ textContent }) => textContent), width, (text, font) => {
    context.font = written(font);
    return context.measureText(text).width;
  });
}

/** What is seen of the map above the sheet of a phone; all of it where the sheet leaves next to nothing. */
function seen({ clientWidth: width, clientHeight: whole }) {
  const above = whole - sheetHeight();
  return { width, height: above < LEAST ? whole : above };
}

function written({ size, weight, family }) {
  return `${weight} ${size}px ${token(family)}`;
}

/** A value of the page's own style, such as a colour of its theme. */
function token(name) {
  return window.getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

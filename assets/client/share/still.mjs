// A drawing of the page on its own, without a style sheet: its forms as an image, its words to be written onto a canvas.
// Words in an image would need fonts in it, which a page without an origin may not fetch; a canvas has those of the page.
// Uses window and document.

const SVG = "http://www.w3.org/2000/svg";
/** What a style sheet says of a form. */
const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "opacity", "paint-order",
];
const SIDES = { start: "left", middle: "center", end: "right" };

/** A copy of an element's forms that needs no style sheet. Its strokes grow with it: pictures have more pixels than pages. */
export function formsOf(element) {
  const copy = element.cloneNode(true);
  const originals = [element, ...element.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((made, i) => {
    const style = window.getComputedStyle(originals[i]);
    made.removeAttribute("class");
    made.setAttribute("style", [...LOOKS.map((name) => `${name}:${style.getPropertyValue(name)}`), "vector-effect:none"].join(";"));
  });
  for (const text of copy.querySelectorAll("text")) text.remove();
  return copy;
}

/** The words of a drawing, to be written with `write`. */
export function wordsOf(element) {
  return [...element.querySelectorAll("text")].map((text) => {
    const style = window.getComputedStyle(text);
    const size = Number.parseFloat(style.fontSize);
    const lower = Number.parseFloat(text.getAttribute("dy") ?? 0) * size; // given in em
    return {
      text: text.textContent, x: Number(text.getAttribute("x")), y: Number(text.getAttribute("y")) + lower,
      font: `${style.fontWeight} ${size}px ${style.fontFamily}`, side: SIDES[style.textAnchor], fill: style.fill,
      halo: style.stroke === "none" ? null : { colour: style.stroke, width: Number.parseFloat(style.strokeWidth) },
    };
  });
}

/** Write words of a drawing, its halo under each. @param {CanvasRenderingContext2D} context */
export function write(context, words) {
  context.direction = "ltr"; // as the drawing has it: its letters run as they should, only its sides are these
  context.lineJoin = "round";
  for (const { text, x, y, font, side, fill, halo } of words) {
    Object.assign(context, { font, textAlign: side, fillStyle: fill });
    if (halo) {
      Object.assign(context, { strokeStyle: halo.colour, lineWidth: halo.width });
      context.strokeText(text, x, y);
    }
    context.fillText(text, x, y);
  }
}

/**
 * An image of forms, each at its place. Everything is in its address, so that the canvas it is drawn on can still be read.
 * @param {{element: Element, x: number, y: number, width: number, height: number, viewBox: string}[]} forms
 * @param {{width: number, height: number, ratio: number}} size in px, and pixels for each
 * @returns {Promise<HTMLImageElement>}
 */
export async function imageOf(forms, { width, height, ratio }) {
  const whole = made("svg", { xmlns: SVG, width: width * ratio, height: height * ratio, viewBox: `0 0 ${width} ${height}` });
  whole.append(...forms.map(({ element, ...place }) => placed(element, place)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(whole))}`;
  await image.decode();
  return image;
}

function made(tag, attributes) {
  return placed(document.createElementNS(SVG, tag), attributes);
}

function placed(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

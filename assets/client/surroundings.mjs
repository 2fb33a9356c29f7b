// What stands around and on the map, measured in the page. Uses document and window.

/**
 * Sizes that every frame needs. The page is asked once, until `forget`: asked in each frame, it would lay itself out in each.
 * @returns {{map: () => {width: number, height: number}, caption: () => number, covered: () => object[], forget: () => void}} in px
 */
export function openSizes(area) {
  let known = {};
  return {
    map: () => (known.map ??= { width: area.clientWidth, height: area.clientHeight }),
    caption: () => (known.caption ??= captionHeight()),
    covered: () => (known.covered ??= coveredBoxes(area)),
    forget: () => { known = {}; },
  };
}

/** Boxes of the controls that stand on the map, in the map's pixels. */
function coveredBoxes(area) {
  const from = area.getBoundingClientRect();
  return [...area.querySelectorAll(".map-buttons, .legend, .attribution, #caption")]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map((box) => ({ left: box.left - from.left, top: box.top - from.top, right: box.right - from.left, bottom: box.bottom - from.top }));
}

/** How much of the map the caption covers from below, in px: it does so on stage. */
function captionHeight() {
  return document.getElementById("caption").offsetHeight;
}

/** How much of the map the panel covers from below, in px: it does so on phones. */
export function sheetHeight() {
  const panel = document.getElementById("panel");
  return window.getComputedStyle(panel).position === "absolute" ? panel.offsetHeight : 0;
}

/** A function that says how wide a line of a label is; it remembers. `forget` makes it measure anew. */
export function openMeasure() {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map();
  const measure = (text, bold) => {
    const key = `${bold}${text}`;
    if (!known.has(key)) {
      context.font = bold ? "650 14px Inter, sans-serif" : "550 12.5px Inter, sans-serif";
      known.set(key, context.measureText(text).width);
    }
    return known.get(key);
  };
  measure.forget = () => known.clear();
  return measure;
}

// A text as a QR code, drawn as one path. Pure.
import { h } from "../h.mjs";
import { correction, generate } from "../vendored/lean-qr.mjs";

const QUIET = 4; // modules of white around it, as the standard asks

/** @param {string} text @returns {{size: number, path: string}} in modules, the white around it included */
export function qrPath(text) {
  const { size, get } = generate(text, { minCorrectionLevel: correction.M });
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let run = 0;
      while (x + run < size && get(x + run, y)) run += 1;
      if (run > 0) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size: size + 2 * QUIET, path };
}

/** The drawing: always black on white, whatever the theme. @param {string} name what it is called for who does not see it */
export function qrCode(text, name) {
  const { size, path } = qrPath(text);
  return h("Svg", { className: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" },
    h("Path", { d: `M0 0H${size}V${size}H0Z`, fill: "#fff" }), h("Path", { d: path, fill: "#000" }));
}

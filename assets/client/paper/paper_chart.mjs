// The chart on paper, till Plotly draws it: the same figure, as far as it goes – stacked years, bars, whiskers, points and names.
// All places are shares of the whole, so that it follows its frame by itself. Uses document.

const SVG = "http://www.w3.org/2000/svg";

/** @param {{data: object[], layout: object}} figure as Plotly takes it @returns {SVGElement} */
export function paperChart({ data, layout }) {
  const svg = element("svg", { class: "paper-chart", "aria-hidden": "true", focusable: "false" });
  const across = (x) => share(x, layout.xaxis.range);
  const up = (y, axis) => 100 - share(y, axis === "y2" ? layout.yaxis2.range : layout.yaxis.range);
  const below = []; // what is stacked so far, by year
  data.forEach((trace, number) => {
    if (trace.stackgroup) svg.append(...stacked(trace, below, across, up, number));
    else if (trace.mode === "lines") svg.append(...bars(trace, across, up));
    else svg.append(...points(trace, across, up));
  });
  for (const { x, y, text, font, bgcolor } of layout.annotations ?? []) {
    const name = element("text", { x: percent(across(x)), y: percent(up(y)), "text-anchor": "middle", "dominant-baseline": "central", fill: font.color, "font-size": font.size, stroke: bgcolor, "stroke-width": 3, "paint-order": "stroke" });
    name.append(plain(text));
    svg.append(name);
  }
  return svg;
}

/** Years of one place, on top of those before it; the last value closes the last year. */
function stacked({ x, y, fillcolor, fillpattern }, below, across, up, number) {
  const made = [];
  const hatch = fillpattern && made.push(hatched(`hatch-${number}`, fillpattern));
  for (let i = 0; i < y.length - 1; i += 1) {
    const from = below[i] ?? 0;
    below[i] = from + y[i];
    if (!y[i]) continue;
    made.push(element("rect", {
      x: percent(across(x[i])), width: percent(across(x[i + 1]) - across(x[i])), y: percent(up(below[i])), height: percent(up(from) - up(below[i])),
      fill: hatch ? `url(#hatch-${number})` : fillcolor,
    }));
  }
  return made;
}

function hatched(id, { size, solidity, fgcolor }) {
  const pattern = element("pattern", { id, patternUnits: "userSpaceOnUse", width: size, height: size, patternTransform: "rotate(45)" });
  pattern.append(element("line", { x1: 0, x2: 0, y1: 0, y2: size, stroke: fgcolor, "stroke-width": size * solidity }));
  return pattern;
}

/** Lines that end at each null. */
function bars({ x, y, yaxis, line, opacity }, across, up) {
  const made = [];
  for (let i = 1; i < x.length; i += 1) {
    if (x[i - 1] === null || x[i] === null) continue;
    made.push(straight(across(x[i - 1]), up(y[i - 1], yaxis), across(x[i]), up(y[i], yaxis), { stroke: line.color, "stroke-width": line.width, opacity }));
  }
  return made;
}

/** Points with their whiskers. */
function points({ x, y, yaxis, marker, error_y: error }, across, up) {
  return x.flatMap((at, i) => {
    const [left, stroke] = [across(at), { stroke: error.color, "stroke-width": error.thickness }];
    return [
      straight(left, up(y[i] - error.arrayminus[i], yaxis), left, up(y[i] + error.array[i], yaxis), stroke),
      element("circle", { cx: percent(left), cy: percent(up(y[i], yaxis)), r: marker.size / 2, fill: marker.color[i], stroke: marker.line.color, "stroke-width": marker.line.width }),
    ];
  });
}

function straight(x1, y1, x2, y2, look) {
  return element("line", { ...Object.fromEntries(Object.entries({ x1, y1, x2, y2 }).map(([name, value]) => [name, percent(value)])), ...look });
}

function share(value, [from, to]) {
  return (100 * (value - from)) / (to - from);
}

function percent(value) {
  return `${value.toFixed(3)}%`;
}

/** Plotly's text as it reads: entities stand in it for what markup is made of. */
function plain(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function element(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, String(value));
  return made;
}

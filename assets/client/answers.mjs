// Answers from the page itself what Dash would ask a server for: its layout and its callbacks. Runs before Dash.
// Uses window and document.

import { asksFor } from "./address.mjs";
import { partOf } from "./paper/dash_layout.mjs";
import { canDrawMap } from "./webgl.mjs";
import { fetchLanguage, usualLanguage } from "./voice.mjs";

const ASKED = ["_dash-layout", "_dash-dependencies"];
// nothing is built before the words for it are there; without them the page speaks the story's own language
const spoken = fetchLanguage(asksFor("lang") ?? usualLanguage()).catch(() => null);
const ask = window.fetch.bind(window);

window.fetch = (resource, options) => {
  const name = String(resource?.url ?? resource).split("?")[0].split("/").pop();
  if (!ASKED.includes(name)) return ask(resource, options);
  return spoken.then(() => new Response(answerOf(name), { headers: { "Content-Type": "application/json" } }));
};

/** Without the means to draw it, Plotly is not asked for its map; what stands in for it draws from the same style. */
function answerOf(name) {
  const answer = window.atlasData[name];
  if (name !== "_dash-layout" || canDrawMap()) return answer;
  const layout = JSON.parse(answer);
  const { figure } = partOf(layout, "map").props;
  [figure.data, figure.layout] = [[], { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", xaxis: { visible: false }, yaxis: { visible: false } }];
  return JSON.stringify(layout);
}

// Dash looks for a cookie before it asks; a page without an origin of its own has none, and may not even look
if (window.origin === "null") Object.defineProperty(document, "cookie", { value: "", writable: true });

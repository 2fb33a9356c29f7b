// Answers from the page itself what Dash would ask a server for: its layout and its callbacks. Runs before Dash.
// Uses window and document.

import { asksFor } from "./address.mjs";
import { fetchLanguage, usualLanguage } from "./voice.mjs";

const ASKED = ["_dash-layout", "_dash-dependencies"];
// nothing is built before the words for it are there; without them the page speaks the story's own language
const spoken = fetchLanguage(asksFor("lang") ?? usualLanguage()).catch(() => null);
const ask = window.fetch.bind(window);

window.fetch = (resource, options) => {
  const name = String(resource?.url ?? resource).split("?")[0].split("/").pop();
  if (!ASKED.includes(name)) return ask(resource, options);
  return spoken.then(() => new Response(window.atlasData[name], { headers: { "Content-Type": "application/json" } }));
};

// Dash looks for a cookie before it asks; a page without an origin of its own has none, and may not even look
if (window.origin === "null") Object.defineProperty(document, "cookie", { value: "", writable: true });

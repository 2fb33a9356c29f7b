// The line at the foot of a page in somebody else's page: what it rests on, and the way to the whole. It cannot be hidden.
// Uses document.
import { h } from "../h.mjs";
import { formatYear } from "../numbers.mjs";
import { render } from "../render.mjs";
import { fromRoot } from "../root.mjs";
import { write } from "../url.mjs";

/** @returns {(state: object) => void} lets the links lead to what is on screen */
export function openSourceLine(story, t) {
  const { licence, licenceUrl } = story.story;
  const { edition } = document.documentElement.dataset; // as it was frozen: an article keeps what it cited
  const out = { target: "_blank", rel: "noopener" };
  const line = document.getElementById("atlas").appendChild(Object.assign(document.createElement("footer"), { id: "source-line" }));
  const speak = () => render(line, [
    h("Span", { className: "line-sources" },
      h("Span", { className: "line-year" }),
      h("A", { ...out, id: "all-sources" }, t("embed.sources", { count: Object.keys(story.sources).length })),
      h(licenceUrl ? "A" : "Span", { ...(licenceUrl && { ...out, href: licenceUrl }), className: "line-licence" }, licence),
      edition && h("Span", { className: "line-edition" }, t("embed.edition", { edition }))),
    h("A", { ...out, id: "full-page", title: t("embed.full_title") }, t("embed.full"), h("Span", { "aria-hidden": "true" }, " ↗")),
  ]);
  let spoken = null;
  return (state) => {
    if (spoken !== state.lang) speak();
    spoken = state.lang;
    const whole = { ...state, mode: "explore", hide: [], playing: false };
    line.querySelector(".line-year").textContent = formatYear(state.year, state.lang);
    line.querySelector("#all-sources").href = address({ ...whole, select: "page:sources" }, story);
    line.querySelector("#full-page").href = address(whole, story);
  };
}

/** Of the full page, absolute, since links are copied out of frames. */
function address(state, story) {
  return fromRoot(write(state, story));
}

// Elements as plain objects that Dash draws: text stays text, so nothing from a dataset can become markup. Pure.

const LINKS = ["href", "src", "action", "formAction"];
/** Where a link may lead: the web, a mail, a picture, or a place on this site (no colon before the first slash). */
const SAFE = /^(https?:|mailto:|blob:|data:image\/(png|jpeg|webp|gif)[;,]|[^:]*$|[^:/?#]*[/?#])/i;

/**
 * The Dash component `type` ("Div", "Button" …) of its html family. Children are flattened; null, undefined, true, false
 * and "" are dropped, numbers become text; one child stands alone, several are a list. Properties that are null or
 * undefined are dropped, and links that would run a script.
 */
export function h(type, props, ...children) {
  const kept = Object.entries(props ?? {}).filter(([name, value]) => value != null && !(LINKS.includes(name) && !safe(value)));
  const list = children.flat(Infinity).filter((child) => child != null && typeof child !== "boolean" && child !== "")
    .map((child) => (typeof child === "number" ? String(child) : child));
  const inside = list.length ? { children: list.length === 1 ? list[0] : list } : {};
  return { namespace: "dash_html_components", type, props: { ...Object.fromEntries(kept), ...inside } };
}

// browsers ignore white space and control characters inside a scheme, so they are taken out before looking
function safe(link) {
  return SAFE.test(String(link).replace(/[\u0000-\u0020]/g, ""));
}

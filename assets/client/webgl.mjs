// Whether the browser can draw the map of MapLibre at all. Uses document.

let known = null;

/** Asked once: a drawing context is dear. */
export function canDrawMap() {
  if (known === null) {
    const context = document.createElement("canvas").getContext("webgl2");
    known = context !== null;
    context?.getExtension("WEBGL_lose_context")?.loseContext(); // browsers keep only so many
  }
  return known;
}

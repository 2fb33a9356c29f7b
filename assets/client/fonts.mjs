// Fonts: fetched at once, kept out of the page until it is put together. Each that comes into a page lays out all its words anew,
// also those that are of the system's fonts. Uses window and document.
import { loaded, loadScript } from "./data_files.mjs";
import { fromRoot } from "./root.mjs";

/** Family, descriptors, path, and whether the first words need it; nothing where the page holds its fonts in a style sheet. */
const LISTED = loaded("fonts") ?? [];

let [faces, used] = [null, false];

/** Settles once those that the first words need are there, or will not come. */
export const fontsCome = fetched().catch(() => []).then((it) => { faces = it; });

async function fetched() {
  const source = LISTED.length && window.origin === "null" ? await fromScript() : (path) => `url("${fromRoot(path)}")`;
  if (!source) return [];
  const made = LISTED.map(([family, descriptors, path, soon]) => ({ face: new FontFace(family, source(path), descriptors), soon }));
  await Promise.allSettled(made.map(({ face, soon }) => soon && face.load()));
  return made.map(({ face }) => face);
}

/** A page without an origin of its own may fetch no font: there they are in a script. Nothing if that does not come. */
async function fromScript() {
  try {
    await loadScript(fromRoot(document.documentElement.dataset.fonts));
    return (path) => Uint8Array.from(atob(window.atlasData[path]), (it) => it.charCodeAt(0));
  } catch {
    return null; // the system has fonts too
  }
}

/** Give them to the page, if they have come. @returns {boolean} whether the page has them now */
export function useFonts() {
  if (!used) faces?.forEach((face) => document.fonts.add(face));
  used = faces !== null;
  return used && faces.length > 0;
}

// Fonts: by their style sheet; where the page has no origin of its own, from a script, for browsers fetch no font there.
// Uses window and document.
import { loadScript } from "./data_files.mjs";
import { fromRoot } from "./root.mjs";

const { fonts } = document.documentElement.dataset; // paths of style sheet and script; none where they are in the page
const [sheet, script] = (fonts ?? "").split(" ");

/** Settles once the page knows its fonts, or has to do with those of the system. */
export const fontsKnown = sheet ? (window.origin === "null" ? loadScript(fromRoot(script)).catch(() => {}) : linked(fromRoot(sheet))) : Promise.resolve();

function linked(href) {
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    for (const type of ["load", "error"]) link.addEventListener(type, resolve);
    document.head.append(link);
  });
}

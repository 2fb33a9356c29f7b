// The later parts of a long story (see parted.py): fetched when the page of a selection or of a year needs them, and kept. Uses window.
import { loadData } from "./data_files.mjs";
import { fill, wantedParts } from "./filled.mjs";

/**
 * @param {object} story changed in place
 * @param {Object<string, string>} files paths of the parts by name
 * @param {() => void} came told when something of what was wanted is there, or cannot be had
 * @returns {{want: (state: object) => void, failed: () => boolean}} `want` what the page of a state needs; `failed`: whether what was wanted
 *   last cannot be had
 */
export function openParts(story, files, came) {
  const held = new Set();
  let failed = false;

  function want(state) {
    const names = wantedParts(story, state, held);
    failed = false;
    if (!names.length) return;
    Promise.all(names.map((name) => loadData(name, files[name]).then((part) => {
      if (held.has(name)) return;
      held.add(name);
      delete window.atlasData[name]; // it is in the story now
      fill(story, part);
    }))).catch(() => { failed = true; }).then(came);
  }

  return { want, failed: () => failed };
}

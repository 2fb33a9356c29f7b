// How an open page finds out that there is another edition of the dataset: it asks, and is answered when there is. Pure.

/** A page that was answered sooner than this many milliseconds waits a moment before it asks again. */
export const SOON = 1000;

/**
 * @param {string} version the edition that the page shows
 * @param {object} page what it needs of its surroundings:
 *   `ask(version)` gives the edition there is, null if there will be none; it rejects if nobody answers;
 *   `seen()` settles once somebody looks at the page; `pause(milliseconds)`; `now()` in milliseconds
 * @returns {Promise<string>} "changed"; "over" if the server says that it stops; "lost" if nobody answers
 */
export async function follow(version, { ask, seen, pause, now }) {
  for (;;) {
    await seen(); // pages that nobody looks at keep no connection busy
    const asked = now();
    let there;
    try {
      there = await ask(version);
    } catch {
      return "lost";
    }
    if (there === null) return "over";
    if (there !== version) return "changed";
    if (now() - asked < SOON) await pause(SOON);
  }
}

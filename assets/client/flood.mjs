// Keeps a flood of messages from standing in the page's way: so many in a short time are answered at once, of the rest only the
// last of each kind that replaces the one before, a moment later. Pure: the clock and the waiting come in.

/** Messages answered at once within a span, and the length of the span in milliseconds. No key and no slider is faster. */
export const AT_ONCE = 40;
export const SPAN = 250;

/**
 * @param {(message: {type: string}) => void} answer
 * @param {string[]} lasting types of which only the last one matters
 * @param {{now: () => number, later: (act: () => void, milliseconds: number) => void}} time
 * @returns {(message: {type: string}) => void} to be given every message
 */
export function openFlood(answer, lasting, { now, later }) {
  let [since, count] = [-Infinity, 0];
  const kept = new Map();

  function release() {
    const rest = [...kept.values()];
    kept.clear();
    rest.forEach(answer);
  }

  return (message) => {
    if (now() - since >= SPAN) [since, count] = [now(), 0];
    count += 1;
    if (count <= AT_ONCE && kept.size === 0) return answer(message);
    if (!lasting.includes(message.type)) return undefined;
    if (kept.size === 0) later(release, SPAN);
    kept.delete(message.type); // the last one goes last
    kept.set(message.type, message);
    return undefined;
  };
}

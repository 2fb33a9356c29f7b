// A finger drawn across the stage turns the page. Uses no document beyond the element it is given.

const FAR = 40; // px
const STEEP = 0.7; // more upright than this is no turn

/**
 * @param {HTMLElement} area
 * @param {() => boolean} wanted whether swipes mean anything now
 * @param {(forward: boolean) => void} turned
 */
export function openSwipe(area, wanted, turned) {
  const down = new Map();
  area.addEventListener("pointerdown", ({ pointerType, pointerId, clientX, clientY }) => {
    if (pointerType === "touch") down.set(pointerId, { clientX, clientY, alone: down.size === 0 });
    if (down.size > 1) for (const it of down.values()) it.alone = false; // two fingers zoom
  });
  const up = (event, whole) => {
    const from = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (!from?.alone || !whole || !wanted()) return;
    const [x, y] = [event.clientX - from.clientX, event.clientY - from.clientY];
    if (Math.abs(x) >= FAR && Math.abs(y) <= Math.abs(x) * STEEP) turned(x < 0);
  };
  window.addEventListener("pointerup", (event) => up(event, true));
  window.addEventListener("pointercancel", (event) => up(event, false));
}

// On phones the panel is a sheet from below: a handle makes it higher or lower, by tap, key or drag. Uses document.

const STATES = ["peek", "half", "full"];

/** @param {{wake: () => void}} storyMap the map, which must know how much of it is covered */
export function openSheet(storyMap) {
  const panel = document.getElementById("panel");
  const handle = document.getElementById("sheet");
  let [start, moved] = [null, false];
  const set = (state) => {
    panel.dataset.sheet = state;
    handle.setAttribute("aria-expanded", String(state !== "peek"));
    storyMap.wake();
  };
  set("half");
  handle.addEventListener("pointerdown", (event) => {
    [start, moved] = [event.clientY, false];
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (start === null || Math.abs(event.clientY - start) < 24) return;
    const up = event.clientY < start;
    const next = STATES[STATES.indexOf(panel.dataset.sheet) + (up ? 1 : -1)];
    [start, moved] = [event.clientY, true];
    if (next) set(next);
  });
  handle.addEventListener("pointerup", () => { start = null; });
  handle.addEventListener("click", () => {
    if (!moved) set(panel.dataset.sheet === "full" ? "half" : panel.dataset.sheet === "half" ? "full" : "half");
    moved = false;
  });
}

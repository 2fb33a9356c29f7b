// Keeps the screen awake while something is presented, and the pointer out of sight while it rests. Uses window, document.

const RESTS = 2500; // ms without a move until the pointer is hidden

/** @returns {(on: boolean) => void} whether the stage is in use */
export function openAwake() {
  let [on, lock, timer] = [false, null, 0];

  async function hold() {
    if (document.featurePolicy?.allowsFeature("screen-wake-lock") === false) return; // in somebody's page that did not grant it
    if (!on || document.visibilityState !== "visible" || (lock && !lock.released)) return;
    try {
      lock = await navigator.wakeLock?.request("screen");
      if (!on) lock?.release();
    } catch {
      lock = null; // a battery that is low, or a page that may not: the presentation goes on
    }
  }

  function moved() {
    const { dataset } = document.documentElement;
    delete dataset.pointer;
    window.clearTimeout(timer);
    if (on) timer = window.setTimeout(() => { dataset.pointer = "rests"; }, RESTS);
  }

  document.addEventListener("visibilitychange", hold);
  for (const name of ["pointermove", "pointerdown"]) window.addEventListener(name, moved, { passive: true });

  return (wanted) => {
    if (on === wanted) return;
    on = wanted;
    if (on) hold();
    else {
      lock?.release();
      lock = null;
    }
    moved();
  };
}

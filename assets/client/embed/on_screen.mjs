// Whether anybody can see the map: its frame may be scrolled off the screen, or in a tab behind others. Uses document.

const ENOUGH = 0.2; // of the map

/** @param {(seen: boolean) => void} told at once and whenever it changes; nothing is seen until the browser says so */
export function watchSeen(area, told) {
  let [inSight, seen] = [false, null];
  const look = () => {
    const now = inSight && document.visibilityState === "visible";
    if (now !== seen) told(seen = now);
  };
  new IntersectionObserver((entries) => {
    const { isIntersecting, intersectionRatio } = entries.at(-1);
    inSight = isIntersecting && intersectionRatio >= ENOUGH;
    look();
  }, { threshold: [0, ENOUGH] }).observe(area);
  document.addEventListener("visibilitychange", look);
  look();
}

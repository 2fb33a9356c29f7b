// A spot of light on a darkened stage, where the pointer is. Uses document.

const HOLD = 350; // ms that the pointer is held still before the light goes on
const STILL = 6; // px that it may tremble meanwhile

/**
 * @param {HTMLElement} area the stage
 * @param {() => boolean} wanted whether holding the pointer means the light here and now
 * @param {(on: boolean) => void} held told when a held pointer puts it on and off
 * @returns {{toggle: () => void, off: () => boolean}} `off` says whether it was on
 */
export function openLight(area, wanted, held) {
  const shade = document.createElement("div");
  shade.className = "light";
  shade.hidden = true;
  area.append(shade);
  let [kept, holding, timer, from] = [false, false, 0, null];

  function place({ clientX, clientY }) {
    const box = area.getBoundingClientRect();
    shade.style.setProperty("--x", `${clientX - box.left}px`);
    shade.style.setProperty("--y", `${clientY - box.top}px`);
  }

  function renew() {
    shade.hidden = !(kept || holding);
  }

  function end() {
    clearTimeout(timer);
    if (holding) held(false);
    [from, holding] = [null, false];
    renew();
  }

  area.addEventListener("pointermove", (event) => {
    if (from && !holding && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > STILL) clearTimeout(timer);
    place(event);
  });
  area.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !wanted()) return;
    from = event;
    place(event);
    timer = setTimeout(() => {
      holding = true;
      held(true);
      renew();
    }, HOLD);
  });
  for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, end);

  return {
    toggle() {
      kept = !kept;
      renew();
    },
    off() {
      const was = kept || holding;
      kept = false;
      end();
      return was;
    },
  };
}

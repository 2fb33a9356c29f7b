// A short word over the map when it lets a gesture go to the page around it: how it can be zoomed or moved. Uses window, document.

const SHOWN_FOR = 1600; // ms

/** @returns {(gesture: "zoom"|"move") => void} says how that is done, for a moment */
export function openHint(area, t) {
  const hint = area.appendChild(Object.assign(document.createElement("p"), { className: "hint" }));
  hint.setAttribute("aria-hidden", "true"); // buttons beside it do the same, and have names
  const key = /Mac|iP(hone|ad|od)/.test(window.navigator.userAgent) ? "⌘" : "Ctrl";
  let timer = 0;
  return (gesture) => {
    hint.textContent = t(`embed.${gesture}`, { key });
    hint.dataset.shown = "true";
    window.clearTimeout(timer);
    timer = window.setTimeout(() => { delete hint.dataset.shown; }, SHOWN_FOR);
  };
}

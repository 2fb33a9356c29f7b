// Where a visitor was on each page of the panel, so that Back and Forward lead there and not to its top. Uses document.

/** @returns {{leave: (state: object) => void, back: (state: object) => void}} */
export function keepPlace() {
  const places = new Map();
  const nameOf = ({ select, year }) => select ?? String(year);
  return {
    /** Before the page of a state is replaced: how far it is scrolled, and which of its elements has the focus. */
    leave(state) {
      const { panel, detail, active } = parts();
      places.set(nameOf(state), { scroll: panel.scrollTop, focused: detail.contains(active) ? active.id : "" });
    },
    /** After the page of a state is there again. The focus moves only if it was in the panel, or nowhere. */
    back(state) {
      const place = places.get(nameOf(state));
      if (!place) return;
      const { panel, active } = parts();
      if (place.focused && (panel.contains(active) || active === document.body)) {
        document.getElementById(place.focused)?.focus({ preventScroll: true });
      }
      panel.scrollTop = place.scroll;
    },
  };
}

function parts() {
  return { panel: document.getElementById("panel"), detail: document.getElementById("detail"), active: document.activeElement };
}

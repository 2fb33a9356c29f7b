// Who moves the map: where a visitor takes it is told to the state; where the state has sent it, the state knows. Uses document.

/**
 * @param {{map: () => object, state: () => object}} it the map and the state now
 * @param {(event: object, cause: string) => void} send
 * @returns {{taken: () => void, rested: () => void, shown: (before: object|null, state: object) => void}} `taken`: a visitor has begun to move it;
 *   `rested`: it stands still; `shown`: another state is shown
 */
export function openHolding(it, send) {
  let moved = false; // by the visitor, of which the state may not yet know

  function tell() {
    const { lon, lat, zoom } = it.map().camera();
    send({ type: "view", view: [lat, lon, zoom] }, "moved");
  }

  return {
    taken() {
      moved = true;
      if (it.state().follow) tell();
    },
    rested() {
      if ((moved || !it.state().follow) && document.documentElement.dataset.ready) tell(); // before, it is not the visitor who moves the map
      moved = false;
    },
    shown(before, state) {
      if (state.follow && before && !before.follow) moved = false;
    },
  };
}

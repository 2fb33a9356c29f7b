// Where the map should look, and how it goes there: along with the year, to what is selected, or where the visitor has put it.
// Pure, but for the map it moves.
import { cameraOf, clearance, flightTime, stageClearance } from "./camera.mjs";
import { zoomOf } from "./present/unit.mjs";
import { positionOf } from "./spots.mjs";
import { onStage } from "./state.mjs";
import { sheetHeight } from "./surroundings.mjs";
import { stopAt } from "./walk.mjs";

const CLOSE = 6.4; // zoom at which the marks of one place stand apart

/**
 * @param {object} story
 * @param {{map: () => object, state: () => object, size: () => object, unit: () => number, caption: () => number, time: () => number,
 *   still: () => boolean}} it the map and the state now; `time`: ms for which things will move; `still`: whether motion is unwanted
 */
export function openTravelling(story, it) {
  function wantedCamera() {
    const clear = onStage(it.state()) ? stageClearance(it.unit(), it.caption()) : clearance(it.size(), sheetHeight());
    return cameraOf(it.state(), story, it.size(), clear, it.unit());
  }

  function held() {
    return !it.state().follow && it.state().view === null; // the visitor holds the map: leave it where it is
  }

  function travel(atOnce) {
    if (!held()) fly(wantedCamera(), atOnce);
  }

  function fly(camera, atOnce = false) {
    const map = it.map();
    const time = atOnce || map.lost() ? 0 : flightTime(map.camera(), camera, it.still());
    if (time === 0) map.jump(camera);
    else if (onStage(it.state())) map.arc(camera, Math.max(time, it.time()));
    else map.fly(camera, time);
  }

  function standsRight() {
    if (held()) return true;
    const [wanted, there] = [wantedCamera(), it.map().camera()];
    return it.map().moving() || (Math.abs(wanted.zoom - there.zoom) < 0.01 && Math.abs(wanted.lon - there.lon) < 0.01);
  }

  function close() {
    return CLOSE + zoomOf(it.unit());
  }

  /** Near to what is selected, or nearer to where the map looks, for a visitor who wants to see it better. */
  function nearer() {
    const there = it.map().camera();
    const [lon, lat] = positionOf(it.state().select, story) ?? [there.lon, there.lat];
    return [lat, lon, Math.max(there.zoom + 1.5, close())];
  }

  return { travel, fly, standsRight, close, nearer };
}

/** Following, the map goes along with the year; held by the visitor, only where an address or a script sends it. */
export function looksElsewhere(before, state, cause, story) {
  if (onStage(state) && state.follow && before && stopAt(before, story) !== stopAt(state, story)) return true;
  if (before?.mode !== state.mode && state.follow) return true;
  if (state.follow) return before?.year !== state.year || !before.follow;
  return cause !== "moved" && JSON.stringify(before?.view) !== JSON.stringify(state.view);
}

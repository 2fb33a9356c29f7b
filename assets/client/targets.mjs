// What visitors do with what is drawn on the map: point at it, hover, open a counted mark; and where it is. Uses window.
import { targetAt } from "./pointing.mjs";
import { middleOf, placeOf, positionOf } from "./spots.mjs";
import { sheetHeight } from "./surroundings.mjs";

/**
 * @param {object} story
 * @param {(event: object, cause: string) => void} send
 * @param {Function} tip shows words beside the pointer
 * @param {{map: () => object, drawn: () => object|null, unit: () => number, size: () => object, close: () => number, told: () => boolean,
 *   fly: (camera: object) => void}} it the map, what is drawn on it, and how it goes somewhere; `told`: whether hovering tells
 * @returns {{spotOf: (ref: string) => object|null, point: (at: object) => void, hover: (at: object|null) => void, openGathered: (mark: {refs: () => string[]}) => void}}
 */
export function openTargets(story, send, tip, it) {
  /** Where a thing is drawn, in page pixels, and whether it can be pointed at there. */
  function spotOf(ref) {
    const [map, { targets }] = [it.map(), it.drawn()];
    const box = map.box();
    const target = targets.find((one) => one.ref === ref) ?? targets.find((one) => one.refs?.().includes(ref));
    const position = positionOf(ref, story);
    if (!target && !position) return null;
    const [x, y] = target ? [target.x, target.y].map((units) => units * it.unit()) : map.project(...position);
    const inside = x >= 0 && y >= 0 && x <= box.width && y <= box.height - sheetHeight();
    return { x: box.left + x + window.scrollX, y: box.top + y + window.scrollY, visible: Boolean(target?.ref) && inside };
  }

  function under({ x, y }) {
    return targetAt(it.drawn().targets, { x: x / it.unit(), y: y / it.unit() });
  }

  function point(at) {
    const target = under(at);
    if (target?.refs) openGathered(target);
    else if (target) send({ type: "select", ref: target.ref }, "select");
  }

  /** A counted mark opens: the map goes in until its marks stand apart; too many at one place are listed with the place. */
  function openGathered(mark) {
    const refs = mark.refs();
    const places = new Set(refs.map((ref) => placeOf(ref, story)));
    if (places.size === 1 && it.map().zoom() >= it.close()) return send({ type: "select", ref: `place:${[...places][0]}` }, "select");
    const [lon, lat] = middleOf(refs, story);
    const zoom = Math.max(it.close(), it.map().zoom() + 1.5);
    it.fly({ lon, lat, zoom });
    send({ type: "view", view: [lat, lon, zoom] }, "moved");
  }

  function hover(at) {
    const target = at && it.drawn() && it.told() ? under(at) : null;
    it.map().cursor(target ? "pointer" : "");
    tip(target, at, it.size());
  }

  return { spotOf, point, hover, openGathered };
}

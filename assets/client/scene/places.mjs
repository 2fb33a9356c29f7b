// Places as circles: how many people were there at the end of the year, or at a moment of it. Pure.
import { circleRadius, circleScale, SIZES } from "./sizes.mjs";
import { metresPerPixel } from "./mercator.mjs";

const YEAR_END = 0.9986; // 31 December, as a fraction of a year

/**
 * The circles of every place where people lived and that is open, closed or not known in the year.
 * @returns {{ref: string, x: number, y: number, r: number, state: string, carried: boolean, low: number|null, high:
 *   number|null, custody: number|null, controller: string|null, area: number, presence: object, selected: boolean, order: number, crowded: boolean}[]}
 *   the most important first; `order` is that of the story, `crowded` whether there are so many that they are drawn more simply
 */
export function placeCircles(story, state, moment, view) {
  const scale = circleScale(view.zoom, view.width, residences(story));
  const at = state.year + (moment?.arriving ? Math.min(moment.fraction, YEAR_END) : YEAR_END);
  const crowded = residences(story) > SIZES.mostLarge;
  const circles = [];
  for (const [order, place] of Object.values(story.places).entries()) {
    const presence = presenceAt(place, state.year, moment);
    if (!presence || presence.state === "not_opened") continue;
    const [x, y] = view.project(place.lon, place.lat);
    const r = radius(presence, scale);
    const ring = custodyAt(place, at);
    circles.push({
      ref: `place:${place.id}`, place: place.id, order, crowded, x, y, r, presence, events: place.events.length,
      state: presence.state, carried: presence.carried,
      low: ranged(presence) ? circleRadius(presence.low, scale) : null,
      high: ranged(presence) ? circleRadius(presence.high, scale) : null,
      custody: ring && presence.state !== "closed" ? story.custodyOrder.indexOf(ring.controller) : null,
      controller: ring?.controller ?? null,
      area: uncertainty(place, view, r),
      selected: state.select === `place:${place.id}`,
    });
  }
  return withoutDoubles(circles.sort((a, b) => importance(b) - importance(a)));
}

const known = new WeakMap(); // places of a story → how many of them people lived at

function residences({ places }) {
  if (!known.has(places)) known.set(places, Object.values(places).filter(({ presence }) => presence).length);
  return known.get(places);
}

/** What is known of the people at a place, at the end of a year or at a moment of it. */
export function presenceAt(place, year, moment) {
  if (!place.presence) return null;
  if (!moment?.arriving || moment.fraction >= YEAR_END) return place.presence[year];
  const at = year + moment.fraction;
  const seen = place.changes.filter((change) => change.at <= at).at(-1)?.presence;
  return seen ? { ...seen, carried: seen.state === "known" && seen.date.to < year } : { state: "not_opened" };
}

/** The custody of a place at a date (decimal year), the latest begun if periods overlap. */
export function custodyAt(place, at) {
  const running = place.custody.filter(({ date }) => (date.from ?? -Infinity) <= at && (date.to ?? Infinity) >= at - 1e-6);
  return running.sort((a, b) => (a.date.from ?? 0) - (b.date.from ?? 0)).at(-1) ?? null;
}

function radius(presence, scale) {
  if (presence.state === "unknown") return SIZES.unknown * Math.max(scale, 0.7);
  if (presence.state === "closed" || presence.best === 0) return SIZES.closed;
  return circleRadius(presence.best ?? (presence.low + presence.high) / 2, scale);
}

function ranged(presence) {
  return presence.state === "known" && presence.low != null && presence.high != null && presence.low < presence.high;
}

function uncertainty(place, view, r) {
  const area = place.precisionM / metresPerPixel(place.lat, view.zoom);
  return area > r + SIZES.uncertainFrom && area < Math.max(view.width, view.height) ? area : 0;
}

function importance({ state, presence, selected, events }) {
  return (selected ? 1e9 : 0) + Math.min(events, 999) + (state === "known" ? 1e6 + 1e3 * (presence.best ?? presence.high ?? 0) : state === "unknown" ? 1e3 : 0);
}

/** From far away two dashed rings, or a closed mark in a circle, would only smudge: the more important one stays. */
function withoutDoubles(circles) {
  return circles.filter((circle, i) => circle.state === "known" || circle.selected
    || !circles.slice(0, i).some((other) => Math.hypot(other.x - circle.x, other.y - circle.y) < Math.max(9, circle.r)));
}

// Where the map looks: what is active in the year, until the visitor takes the map over. Pure.
import { zoomOf } from "./present/unit.mjs";
import { frame, position, worldPixel } from "./scene/mercator.mjs";
import { onStage } from "./state.mjs";
import { stopAt } from "./walk.mjs";

/** Zoom limits of the following camera: from far enough for Norway to Gabon, to near enough for two towns. */
export const LIMITS = { minZoom: 1.6, maxZoom: 8.4 };

/**
 * The camera of a state: the visitor's own view, that of the stop of the walk, or the frame of what is active in the year.
 * @param {object} state
 * @param {object} story
 * @param {{width: number, height: number}} size of the map in px
 * @param {{top: number, right: number, bottom: number, left: number}} clear px at the edges that controls cover
 * @param {number} unit px that a unit of the drawing has
 * @returns {{lon: number, lat: number, zoom: number}}
 */
export function cameraOf(state, story, size, clear, unit = 1) {
  if (!state.follow && state.view) {
    const [lat, lon, zoom] = state.view;
    return { lon, lat, zoom };
  }
  const bounds = story.years[state.year].bounds;
  const nearer = zoomOf(unit);
  const view = onStage(state) ? stopAt(state, story)?.view : null;
  if (view) return centred(view, clear, nearer);
  return frame(widened(bounds), size, clear, { minZoom: LIMITS.minZoom + nearer, maxZoom: LIMITS.maxZoom + nearer });
}

/** The camera that has a position in the middle of what nothing covers. */
function centred([lat, lon, zoom], clear, nearer) {
  const [x, y] = worldPixel(lon, lat, zoom + nearer);
  const [middleLon, middleLat] = position(x + (clear.right - clear.left) / 2, y + (clear.bottom - clear.top) / 2, zoom + nearer);
  return { lon: middleLon, lat: middleLat, zoom: zoom + nearer };
}

/** On stage labels and circles are large, and the caption takes its share from below. */
export function stageClearance(unit, caption) {
  return { top: 50 * unit, right: 84 * unit, bottom: caption + 46 * unit, left: 84 * unit };
}

/** A map lower than this, in px, has no room to give away: that of a small frame in somebody's page. */
const LOW = 240;

/** Circles and labels need room around what they stand for. */
export function clearance(size, sheet = 0) {
  const wide = size.width > 600;
  if (!wide && size.height - sheet < LOW) return { top: 52, right: 44, bottom: 24 + sheet, left: 58 };
  return wide ? { top: 70, right: 130, bottom: (size.height > 450 ? 130 : 60) + sheet, left: 130 } : { top: 56, right: 64, bottom: 40 + sheet, left: 64 };
}

/** Milliseconds of a flight, longer the farther it goes; 0 when motion is not wanted. */
export function flightTime(from, to, still) {
  if (still) return 0;
  const steps = Math.abs(from.zoom - to.zoom) + Math.hypot(from.lon - to.lon, from.lat - to.lat) / 12;
  return Math.round(Math.min(1500, 450 + steps * 220));
}

/** A single point, or two close ones, are shown with the country around them. */
function widened([west, south, east, north]) {
  const least = 0.5; // degrees
  const lon = (east - west) / 2 < least ? [(east + west) / 2 - least, (east + west) / 2 + least] : [west, east];
  const lat = (north - south) / 2 < least / 2 ? [(north + south) / 2 - least / 2, (north + south) / 2 + least / 2] : [south, north];
  return [lon[0], lat[0], lon[1], lat[1]];
}

// The words on the map: what each place, relocation and town is called, and where its label finds room. Pure.
import { formatDate } from "../dates.mjs";
import { formatCount } from "../numbers.mjs";
import { at } from "./arcs.mjs";
import { boxOf, layLabels } from "./labels.mjs";
import { SIZES } from "./sizes.mjs";

const LINE = 17; // px, the height of a line of label
const CITIES = ["city", "town"];
const TOWN_SIDES = ["right", "left", "above", "below"];
const SMALL = 100_000; // px², a map of this size is that of a frame of about 320 × 400
const TOWN_ZOOM_BONUS = 0.4; // towns appear a little earlier than their rank says on wide maps

/**
 * @param {object} parts what is drawn: labels keep clear of it
 * @param {{t: Function, measure: (text: string, bold: boolean) => number, sides: Map<string, string>, towns: object[]}} lettering
 *   `sides` remembers where each label stood and is renewed here
 * @returns {{id: string, ref: string|null, tone: string, lines: string[], left: number, top: number, align: string,
 *   width: number, height: number}[]}
 */
export function sceneLabels(story, state, view, parts, { t, measure, sides, towns }) {
  const many = parts.circles.length > SIZES.mostTold;
  const circles = many ? parts.circles.filter((circle) => circle.selected || isSeen(circle, view)).slice(0, SIZES.mostTold) : parts.circles;
  const crowded = circles.length > SIZES.mostLabels;
  const places = circles.map((circle) => placeLabel(circle, crowded, story, state, t, view)).filter(Boolean);
  const wanted = [
    ...places,
    ...anchorLabels(story, state, view, parts.lines),
    ...[...parts.movers].sort((a, b) => a.part - b.part || b.r - a.r).slice(0, SIZES.mostClear).map((mover) => relocationLabel(mover, story, state, t)),
    ...cityLabels(story, state, view, new Set(places.map(({ ref }) => ref))),
    ...townLabels(towns, view, t),
  ].filter(Boolean);
  const measured = wanted.map((label) => ({
    ...label,
    width: Math.max(...label.lines.map((line, i) => measure(line, i === 0 && label.tone === "place"))) + 2,
    height: label.lines.length * LINE,
  }));
  const laid = layLabels(measured, [...view.covered, ...obstacles(parts)], view, sides);
  sides.clear();
  laid.forEach(({ id, side }) => sides.set(id, side));
  const byId = new Map(measured.map((label) => [label.id, label]));
  return laid.map((spot) => ({ ...byId.get(spot.id), ...spot }));
}

function isSeen({ x, y, r }, { width, height }) {
  return x > -r && y > -r && x < width + r && y < height + r;
}

function placeLabel(circle, crowded, story, state, t, view) {
  const place = story.places[circle.place];
  const { presence } = circle;
  const closing = presence.state === "closed" && Math.floor(presence.closed?.to ?? place.closed?.to ?? 0) === state.year;
  if (presence.state === "closed" && !closing && !circle.selected) return null;
  return {
    id: circle.ref, ref: circle.ref, tone: "place", x: circle.x, y: circle.y, r: Math.max(circle.r, circle.high ?? 0) + (circle.selected ? 6 : 0),
    lines: [place.names[state.lang] ?? place.name, figureLine(place, presence, state, t)],
    // a small map has no room for a name beside a dashed ring that would lie over another name
    optional: (crowded && !circle.selected) || presence.state === "closed" || (presence.state === "unknown" && !circle.selected && view.width * view.height < SMALL), reach: [0, 16, 34, 54],
  };
}

function figureLine(place, presence, state, t) {
  if (presence.state === "unknown") return t("count.not_known");
  if (presence.state === "closed") return t("map.closed", { date: formatDate(place.closed, state.lang, t) });
  const count = formatCount(presence, state.lang, t);
  return presence.carried ? t("map.carried", { count, date: formatDate(presence.date, state.lang, t) }) : count;
}

/** Countries that only anchor an arrow carry their name where the arrow ends. */
function anchorLabels(story, state, view, lines) {
  const ends = lines.filter(({ now }) => now).map(({ ref }) => story.relocations[ref.slice("relocation:".length)].toDrawn);
  return [...new Set(ends)].flatMap((id) => {
    const place = story.places[id];
    if (!place || place.presence) return [];
    const [x, y] = view.project(place.lon, place.lat);
    return [{ id: `place:${place.id}`, ref: `place:${place.id}`, tone: "anchor", x, y, r: 3, lines: [place.names[state.lang] ?? place.name], optional: true }];
  });
}

function relocationLabel(mover, story, state, t) {
  const it = story.relocations[mover.ref.slice("relocation:".length)];
  const date = formatDate(it.date, state.lang, t, { within: state.year });
  const line = it.people == null ? date : t("map.relocation", { people: formatCount(it, state.lang, t), count: it.people, date });
  return { id: mover.ref, ref: mover.ref, tone: "relocation", x: mover.x, y: mover.y, r: mover.r, lines: [line], optional: !mover.selected, reach: [0, 12, 26] };
}

/** A city of the story that has no label of its own in this year still helps to find one's way. */
function cityLabels(story, state, view, labelled) {
  const cities = Object.values(story.places).filter(({ id, kind, presence }) => presence && CITIES.includes(kind) && !labelled.has(`place:${id}`));
  return cities.map((place) => {
    const [x, y] = view.project(place.lon, place.lat);
    const name = place.names[state.lang] ?? place.name;
    return { id: `city:${place.id}`, ref: null, tone: "town", x, y, r: 6, dot: 2, lines: [name], optional: true, sides: TOWN_SIDES };
  });
}

/** Towns come most important first, so the rest need not be looked at. */
function townLabels(towns, view, t) {
  const end = towns.findIndex(({ minzoom }) => minzoom > view.zoom + TOWN_ZOOM_BONUS);
  return towns.slice(0, end < 0 ? towns.length : end).map((town) => {
    const [x, y] = view.project(town.lon, town.lat);
    const outside = x < 0 || y < 0 || x > view.width || y > view.height;
    return outside ? null : { id: `town:${town.name}`, ref: null, tone: "town", x, y, r: 1, dot: 2, lines: [t(`town.${town.name}`) || town.name], optional: true, sides: TOWN_SIDES };
  });
}

/** Small boxes close together along what is seen of a line. */
function beads({ points, length, skipped, seen }) {
  const count = Math.ceil(length / 9);
  const [first, last] = [Math.floor((skipped / length) * count), Math.ceil(((skipped + seen) / length) * count)];
  return Array.from({ length: last - first + 1 }, (_, i) => boxOf(...at(points, (first + i) / count), 3.5));
}

function obstacles({ circles, marks, gathered, movers, lines }) {
  const current = lines.filter(({ now, thin, path }) => now && !thin && path);
  return [
    ...circles.map(({ x, y, r, high }) => boxOf(x, y, Math.max(r, high ?? 0) * 0.9 + 2)),
    ...[...marks, ...gathered, ...movers].map(({ x, y, r }) => boxOf(x, y, r + 2)),
    ...current.slice(0, SIZES.mostClear).flatMap(beads),
  ];
}

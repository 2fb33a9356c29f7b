// Attacks and other operations as marks: form says kind, size says killed, hollow says nobody reported killed. Pure.
import { formatNumber } from "../numbers.mjs";
import { momentOf } from "../timeline.mjs";
import { gather, layMarks } from "./marks.mjs";
import { attackRadius, gatheredRadius, SIZES } from "./sizes.mjs";

/**
 * The marks of the year's attacks, and of earlier ones: each laid out around its place, or gathered from far away.
 * @returns {{marks: object[], gathered: object[]}}
 */
export function attackMarks(story, state, moment, view, circles) {
  const { apart, heaps } = happened(story, state, moment, view, new Map(circles.map((circle) => [circle.place, circle])));
  const shown = apart.concat(selectedAct(story, state, view, circles) ?? []);
  const crowded = shown.filter(({ tone }) => tone === "now").length + heaps.reduce((sum, { now }) => sum + now, 0) > SIZES.mostApart;
  // at the camera of its year, every attack of the year can be pointed at, however small the screen
  const isGathered = (mark) => !mark.selected
    && (crowded || (view.zoom < SIZES.gatherAllBelow && !state.follow) || (mark.tone === "earlier" && view.zoom < SIZES.gatherBelow));
  const crowds = gather([...shown.filter(isGathered), ...heaps], SIZES.gatherWithin);
  // one alone needs no counted mark
  const single = new Set(crowds.filter(({ refs }) => refs.length === 1).flatMap(({ refs }) => refs));
  const alone = shown.filter((mark) => !isGathered(mark) || single.has(mark.ref));
  const together = crowds.filter(({ refs }) => refs.length > 1)
    .map((crowd) => counted(crowd, formatNumber(crowd.refs.length, state.lang)));
  const laid = layMarks([...alone, ...together], circles);
  return { marks: laid.filter((mark) => !mark.gathered), gathered: laid.filter((mark) => mark.gathered) };
}

function counted(crowd, count) {
  return { ...crowd, key: `gathered ${crowd.place}`, r: gatheredRadius(count), gathered: true, count };
}

/**
 * What has happened by a moment, near enough to the map to be drawn: attacks one by one in date order, and the heaps of
 * places where more have happened than can ever stand around one.
 */
function happened(story, state, moment, view, circles) {
  const apart = [];
  const heaps = [];
  for (const group of attacksByPlace(story)) {
    const [x, y] = view.project(group.at.lon, group.at.lat);
    const near = isNear({ x, y }, view);
    if (!near && !group.attacks.some(({ id }) => state.select === `attack:${id}`)) continue;
    const place = { x, y, id: group.at.id, circle: circles.get(group.at.id) };
    const before = upTo(group.attacks, state.year);
    const present = group.attacks.slice(before, upTo(group.attacks, state.year + 1))
      .filter(({ date }) => !moment?.arriving || momentOf(date, state.year) <= moment.fraction);
    const all = [...(before ? group.attacks.slice(0, before) : []), ...present];
    const isChosen = ({ id }) => state.select === `attack:${id}`;
    const heaped = near && all.length > SIZES.mostAtOnePlace;
    for (const attack of heaped || !near ? all.filter(isChosen) : all) apart.push({ attack, place });
    if (heaped) heaps.push({ refs: all.filter((it) => !isChosen(it)).map(({ id }) => `attack:${id}`), place: place.id, x, y, around: around(place.circle), now: present.length });
  }
  const inOrder = apart.sort((a, b) => byDate(a.attack, b.attack));
  return { apart: inOrder.map(({ attack, place }) => wanted(attack, story, state, place)), heaps };
}

const known = new WeakMap(); // story → its attacks by the place where they are drawn: a story never changes

/** @returns {{at: object, attacks: object[]}[]} the place, and its attacks in date order */
function attacksByPlace(story) {
  if (known.has(story.attacks)) return known.get(story.attacks);
  const groups = new Map();
  for (const attack of Object.values(story.attacks).sort(byDate)) {
    const at = drawnAt(attack, story);
    if (!groups.has(at.id)) groups.set(at.id, { at, attacks: [] });
    groups.get(at.id).attacks.push(attack);
  }
  known.set(story.attacks, [...groups.values()]);
  return known.get(story.attacks);
}

function drawnAt(event, story) {
  const place = story.places[event.place];
  return story.places[place.drawnAt] ?? place;
}

function byDate(a, b) {
  return a.date.from - b.date.from || (a.id < b.id ? -1 : 1);
}

/** How many of those in date order begin before a year. */
function upTo(attacks, year) {
  let [low, high] = [0, attacks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (attacks[middle].date.from < year) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a mark lies on the map or so close to it that its layout can reach in. */
function isNear({ x, y }, { width, height }) {
  return x > -SIZES.beyond && y > -SIZES.beyond && x < width + SIZES.beyond && y < height + SIZES.beyond;
}

/** How a mark is filled: `solid`, `hollow` (nobody reported killed), `unsure` (not known, or disputed). */
export function filling(attack) {
  const killed = attack.estimates.killed?.story;
  if (!killed || killed.best == null) return "unsure";
  return killed.best === 0 ? "hollow" : "solid";
}

/** The form of the mark of an attack, which is that of its kind. */
export function formOf({ kind }, { kinds = {} }) {
  return kinds[kind]?.form ?? "";
}

/** An armed act by the people of the story has a mark while it is selected: how many were killed is not told there. */
function selectedAct(story, state, view, circles) {
  const context = state.select?.startsWith("context:") ? story.context[state.select.slice("context:".length)] : null;
  if (!context?.place || story.kinds?.[context.kind]?.counts !== "yes" || !formOf(context, story)) return null;
  const at = drawnAt(context, story);
  const [x, y] = view.project(at.lon, at.lat);
  const place = { x, y, id: at.id, circle: circles.find((circle) => circle.place === at.id) };
  return { ...wanted({ ...context, estimates: {}, counted: true }, story, state, place), ref: state.select, tone: "now", selected: true };
}

function wanted(attack, story, state, { x, y, id, circle }) {
  return {
    ref: `attack:${attack.id}`, place: id, kind: attack.kind, form: formOf(attack, story), x, y,
    around: around(circle),
    r: attackRadius(attack.estimates.killed?.story?.best),
    tone: Math.floor(attack.date.from) === state.year ? "now" : "earlier",
    counted: attack.counted,
    filling: filling(attack),
    selected: state.select === `attack:${attack.id}`,
  };
}

function around(circle) {
  return Math.max(circle?.r ?? 0, circle?.high ?? 0);
}

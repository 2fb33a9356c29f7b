// Attacks and other operations as marks: form says kind, size says killed, hollow says nobody reported killed. Pure.
import { formatNumber } from "../numbers.mjs";
import { attacksByPlace, byDate, drawnAt, happenedBy } from "./by_place.mjs";
import { gather, layMarks } from "./marks.mjs";
import { attackRadius, gatheredRadius, SIZES } from "./sizes.mjs";

/**
 * The marks of the year's attacks, and of earlier ones: each laid out around its place, or gathered from far away. What it costs grows
 * with the places and with what stands apart, not with what is gathered.
 * @returns {{marks: object[], gathered: object[]}}
 */
export function attackMarks(story, state, moment, view, circles) {
  const there = happened(story, state, moment, view, new Map(circles.map((circle) => [circle.place, circle])));
  const all = gathering(there, state, view);
  const [apart, lists, heaps] = [[], [], []];
  for (const group of there) {
    const heaped = group.before + group.present.length > SIZES.mostAtOnePlace;
    const together = { earlier: heaped || all.earlier || group.far, now: heaped || all.now || group.far };
    const crowd = group.far ? { many: 0 } : crowdOf(group, together);
    if (crowd.many) (heaped ? heaps : lists).push({ ...group.place, ...crowd, first: group.attacks[group.chosen === 0 ? 1 : 0] });
    for (const attack of standing(group, together)) apart.push({ attack, place: group.place });
  }
  const crowds = gather([...lists.sort((a, b) => byDate(a.first, b.first)), ...heaps], SIZES.gatherWithin);
  const places = new Map(there.map(({ place }) => [place.place, place]));
  for (const { many, refs, place } of crowds) {
    if (many === 1) apart.push({ attack: story.attacks[idOf(refs()[0])], place: places.get(place) }); // one alone needs no counted mark
  }
  const alone = apart.sort((a, b) => byDate(a.attack, b.attack)).map(({ attack, place }) => wanted(attack, story, state, place));
  const act = selectedAct(story, state, view, circles) ?? [];
  const counts = crowds.filter(({ many }) => many > 1).map((crowd) => counted(crowd, story, formatNumber(crowd.many, state.lang)));
  const laid = layMarks(alone.concat(act, counts), circles);
  return { marks: laid.filter((mark) => !mark.gathered), gathered: laid.filter((mark) => mark.gathered) };
}

/**
 * What has happened by a moment near enough to the map to be drawn; `far`: only what is selected is drawn of a place; `chosen`: which
 * of its attacks that is, null for none.
 */
function happened(story, state, moment, view, circles) {
  const chosen = state.select?.startsWith("attack:") ? story.attacks[idOf(state.select)] : null;
  const home = chosen ? drawnAt(chosen, story) : null;
  return attacksByPlace(story).flatMap((group) => {
    const circle = circles.get(group.at.id);
    const [x, y] = circle ? [circle.x, circle.y] : view.project(group.at.lon, group.at.lat);
    const far = !isNear({ x, y }, view);
    if (far && group.at !== home) return [];
    const place = { x, y, place: group.at.id, around: around(circle) };
    return [{ ...group, ...happenedBy(group, state, moment), place, far, chosen: group.at === home ? group.attacks.indexOf(chosen) : null }];
  });
}

/** Which marks are gathered wherever they stand: those of the year, and earlier ones. */
function gathering(there, { follow }, { zoom }) {
  const ofTheYear = there.reduce((sum, { present, far }) => sum + (far ? 0 : present.length), 0);
  // at the camera of its year, every attack of the year can be pointed at, however small the screen
  const now = ofTheYear > SIZES.mostApart || (zoom < SIZES.gatherAllBelow && !follow);
  return { now, earlier: now || zoom < SIZES.gatherBelow };
}

/** What is gathered of a place, which what is selected never is; its references only for who asks for them. */
function crowdOf({ refs, before, present, chosen }, { earlier, now }) {
  const apart = chosen !== null && (chosen < before ? earlier : now && present.some(({ ref }) => ref === refs[chosen]));
  return {
    many: (earlier ? before : 0) + (now ? present.length : 0) - (apart ? 1 : 0),
    refs: () => [...(earlier ? refs.slice(0, before) : []), ...(now ? present.map(({ ref }) => ref) : [])].filter((ref) => ref !== refs[chosen]),
  };
}

/** The attacks of a place that have marks of their own. */
function standing({ attacks, refs, before, present, chosen }, { earlier, now }) {
  const past = !earlier ? attacks.slice(0, before) : chosen !== null && chosen < before ? [attacks[chosen]] : [];
  return [...past, ...(now ? present.filter(({ ref }) => ref === refs[chosen]) : present).map(({ attack }) => attack)];
}

function counted(crowd, { attacks }, count) {
  const refs = () => crowd.refs().map((ref) => attacks[idOf(ref)]).sort(byDate).map(({ id }) => `attack:${id}`);
  return { ...crowd, refs, key: `gathered ${crowd.place}`, r: gatheredRadius(count), gathered: true, count };
}

function idOf(ref) {
  return ref.slice("attack:".length);
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
  const place = { x, y, place: at.id, around: around(circles.find((circle) => circle.place === at.id)) };
  return { ...wanted({ ...context, estimates: {}, counted: true }, story, state, place), ref: state.select, tone: "now", selected: true };
}

function wanted(attack, story, state, place) {
  return {
    ...place, ref: `attack:${attack.id}`, kind: attack.kind, form: formOf(attack, story),
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

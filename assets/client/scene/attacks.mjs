// Attacks and other operations as marks: form says kind, size says killed, hollow says nobody reported killed. Pure.
import { formatNumber } from "../numbers.mjs";
import { momentOf } from "../timeline.mjs";
import { gather, layMarks } from "./marks.mjs";
import { attackRadius, SIZES } from "./sizes.mjs";

/**
 * The marks of the year's attacks, and of earlier ones: each laid out around its place, or gathered from far away.
 * @returns {{marks: object[], gathered: object[]}}
 */
export function attackMarks(story, state, moment, view, circles) {
  const shown = Object.values(story.attacks)
    .filter((attack) => happened(attack, state.year, moment))
    .sort((a, b) => a.date.from - b.date.from || (a.id < b.id ? -1 : 1))
    .map((attack) => wanted(attack, story, state, view, circles))
    .concat(selectedAct(story, state, view, circles) ?? [])
    .filter((mark) => mark.selected || isNear(mark, view));
  const crowded = shown.filter(({ tone }) => tone === "now").length > SIZES.mostApart;
  // at the camera of its year, every attack of the year can be pointed at, however small the screen
  const isGathered = (mark) => !mark.selected
    && (crowded || (view.zoom < SIZES.gatherAllBelow && !state.follow) || (mark.tone === "earlier" && view.zoom < SIZES.gatherBelow));
  const crowds = gather(shown.filter(isGathered), SIZES.gatherWithin);
  // one alone needs no counted mark
  const single = new Set(crowds.filter(({ refs }) => refs.length === 1).flatMap(({ refs }) => refs));
  const alone = shown.filter((mark) => !isGathered(mark) || single.has(mark.ref));
  const counted = crowds.filter(({ refs }) => refs.length > 1)
    .map((crowd) => ({ ...crowd, r: SIZES.gathered, gathered: true, count: formatNumber(crowd.refs.length, state.lang) }));
  const laid = layMarks([...alone, ...counted], circles);
  return { marks: laid.filter((mark) => !mark.gathered), gathered: laid.filter((mark) => mark.gathered) };
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

function happened(attack, year, moment) {
  const first = Math.floor(attack.date.from);
  return first < year || (first === year && (!moment?.arriving || momentOf(attack.date, year) <= moment.fraction));
}

/** An armed act by the people of the story has a mark while it is selected: how many were killed is not told there. */
function selectedAct(story, state, view, circles) {
  const context = state.select?.startsWith("context:") ? story.context[state.select.slice("context:".length)] : null;
  if (!context?.place || story.kinds?.[context.kind]?.counts !== "yes" || !formOf(context, story)) return null;
  return { ...wanted({ ...context, estimates: {}, counted: true }, story, state, view, circles), ref: state.select, tone: "now", selected: true };
}

function wanted(attack, story, state, view, circles) {
  const place = story.places[attack.place];
  const at = story.places[place.drawnAt] ?? place;
  const [x, y] = view.project(at.lon, at.lat);
  const circle = circles.find(({ ref }) => ref === `place:${at.id}`);
  return {
    ref: `attack:${attack.id}`, place: at.id, kind: attack.kind, form: formOf(attack, story), x, y,
    around: Math.max(circle?.r ?? 0, circle?.high ?? 0),
    r: attackRadius(attack.estimates.killed?.story?.best),
    tone: Math.floor(attack.date.from) === state.year ? "now" : "earlier",
    counted: attack.counted,
    filling: filling(attack),
    selected: state.select === `attack:${attack.id}`,
  };
}

// How large things are drawn: one table, and the functions that read it. Pure.
import { clamp } from "./mercator.mjs";

/** All in px unless said otherwise. */
export const SIZES = {
  circleAt: { people: 3000, radius: 44 }, // a circle's area grows with the people: this many have this radius
  mostLarge: 60, // so many places have circles of full size; of more, all together cover no more of the map
  circleLeast: 5, // the smallest circle of a known count
  unknown: 10, // the dashed ring of an unknown count
  closed: 5, // the hollow mark of a closed place
  far: { zoom: 4, scale: 0.55 }, // circles shrink when the map shows a continent …
  near: { zoom: 7.2, scale: 1 }, // … and are full size from here
  attackAt: { killed: 52, radius: 15 }, // a mark's area grows with the killed
  attackLeast: 6.5, // also the size of nobody killed, and of not known
  moverAt: { people: 400, radius: 7 }, // the moving mark grows with the square root of the people
  moverLeast: 4,
  gap: 4, // between a circle and the marks laid out around it, and between marks
  reach: 12, // a click this near to a mark's middle selects it, however small the mark is
  gathered: 11, // radius of a counted mark with up to three figures …
  figure: 2.6, // … and what each more adds to it
  gatherBelow: 5.6, // zoom under which marks of earlier years are gathered
  gatherAllBelow: 2.4, // zoom under which those of the present year are too
  mostApart: 60, // so many marks of the present year are laid out one by one; more are gathered like earlier ones
  mostAtOnePlace: 60, // so many marks are laid out around one place; more have a counted mark at every zoom
  mostEarlierLines: 100, // ways of earlier years that are drawn, the latest; a map with more is a map of lines
  mostLabels: 30, // so many places have a label whatever it covers; of more, those for whose labels there is room
  mostTold: 60, // places whose labels are looked for room for
  mostClear: 40, // relocations of the year that have a label where there is room, and whose lines labels keep clear of
  beyond: 80, // marks farther outside the map than this are not laid out
  gatherWithin: 46, // places nearer than this share one counted mark
  uncertainFrom: 10, // an area of uncertainty is drawn when it is this much larger than what stands on it
};

/** How much circles shrink at a zoom on a map of this width, and where so many would cover it. */
export function circleScale(zoom, width, many) {
  const { far, near } = SIZES;
  const part = clamp((zoom - far.zoom) / (near.zoom - far.zoom), 0, 1);
  return (far.scale + part * (near.scale - far.scale)) * (width < 600 ? 0.72 : 1) * Math.min(1, Math.sqrt(SIZES.mostLarge / Math.max(many, 1)));
}

/** Radius of a counted mark: a long count needs room. */
export function gatheredRadius(count) {
  return SIZES.gathered + Math.max(0, count.length - 3) * SIZES.figure;
}

/** Radius of the circle of a count of people. */
export function circleRadius(people, scale) {
  const { people: unit, radius } = SIZES.circleAt;
  return Math.max(SIZES.circleLeast, radius * Math.sqrt(people / unit) * scale);
}

/** Radius of an attack's mark by the best figure of killed; null (not known, disputed) has the least size. */
export function attackRadius(killed) {
  const { killed: unit, radius } = SIZES.attackAt;
  return Math.max(SIZES.attackLeast, radius * Math.sqrt((killed ?? 0) / unit));
}

/** Radius of the mark that travels for a number of people; null (not known) has the least size. */
export function moverRadius(people) {
  const { people: unit, radius } = SIZES.moverAt;
  return Math.max(SIZES.moverLeast, radius * Math.sqrt((people ?? 0) / unit) ** 0.8);
}

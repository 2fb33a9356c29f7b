// Where the dots of a plot stand: in a row for each speaker, and side by side where they would cover each other. Pure.
import { kindIn, speakerOrder } from "./speaking.mjs";

/** % of the axis: dots nearer than this share no lane, so that each is a target of 24 px on an axis of 155 px. */
const NEAR = 15.5;

/** @typedef {{claim: object, low: number, high: number, lane: number}} Dot */
/** @typedef {{speaker: string, kind: string, first: boolean, dots: Dot[], lanes: number}} Row `first` of its kind */

/**
 * The rows of one figure in the order of their speakers; a claim by two speakers stands in the row of each.
 * @param {object} tell from `reader`
 * @param {object} attack
 * @param {object[]} claims
 * @param {{max: number}} scale from `axis`
 * @returns {Row[]}
 */
export function dotRows(tell, attack, claims, scale) {
  const speakers = [...new Set(claims.flatMap((claim) => claim.speakers))].sort(speakerOrder(tell, attack));
  let before = null;
  return speakers.map((speaker) => {
    const kind = kindIn(tell.story, attack, speaker);
    const first = kind !== before;
    before = kind;
    return { speaker, kind, first, ...inLanes(claims.filter((claim) => claim.speakers.includes(speaker)), scale) };
  });
}

/** The end of the axis of several claims. */
export function topOf(claims) {
  return Math.max(...claims.map((claim) => extent(claim).high), 0);
}

/** A figure without a range is as long as a point. */
function extent({ value, low, high }) {
  return { low: value ?? low ?? high, high: value ?? high ?? low };
}

/** Dots from the lowest up, each in the first lane in which it covers no other. */
function inLanes(claims, scale) {
  const ends = [];
  const dots = claims.map((claim) => ({ claim, ...extent(claim) })).sort((a, b) => a.low - b.low).map((dot) => {
    const start = (dot.low / scale.max) * 100;
    const free = ends.findIndex((end) => start - end >= NEAR);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = (dot.high / scale.max) * 100;
    return { ...dot, lane };
  });
  return { dots, lanes: ends.length };
}

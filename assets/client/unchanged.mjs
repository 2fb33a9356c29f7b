// Whether what is to be drawn is drawn already: several may ask for one frame, and the map tells of itself more than once. Pure.

/** @returns {(...facts: unknown[]) => boolean} whether all of them are the very ones of the time before */
export function openUnchanged() {
  let before = [];
  return (...facts) => {
    const same = facts.length === before.length && facts.every((fact, i) => Object.is(fact, before[i]));
    before = facts;
    return same;
  };
}

/** What a view shows, as facts. @param {import("./scene/index.mjs").View} view */
export function factsOf({ project, zoom, width, height, covered }) {
  return [zoom, width, height, ...project(0, 0), ...project(45, 30), JSON.stringify(covered)];
}

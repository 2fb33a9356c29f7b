// Where things stand on the earth. Pure.

/** Kind of reference → the id of the place where it is. */
const PLACE_OF = {
  place: (id) => id,
  attack: (id, story) => story.attacks[id]?.place,
  relocation: (id, story) => story.relocations[id]?.toDrawn,
  context: (id, story) => story.context[id]?.place,
  check: (id, story) => story.checks[id]?.place,
};

/** The position of what a reference names, or null if it has none. @returns {[number, number]|null} longitude, latitude */
export function positionOf(ref, story) {
  const place = story.places[placeOf(ref, story)];
  return place ? [place.lon, place.lat] : null;
}

/** The id of the place where what a reference names is drawn; undefined if there is none. */
export function placeOf(ref, story) {
  const [kind, id] = String(ref).split(":");
  const placeId = PLACE_OF[kind]?.(id, story);
  return story.places[placeId]?.drawnAt ?? placeId;
}

/** The middle of several. @returns {[number, number]} */
export function middleOf(refs, story) {
  const all = refs.map((ref) => positionOf(ref, story)).filter(Boolean);
  return [0, 1].map((axis) => all.reduce((sum, position) => sum + position[axis], 0) / all.length);
}

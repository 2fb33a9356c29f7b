// What of a scene stands above the caption: nothing is drawn half under it. Pure.

const LISTS = ["circles", "marks", "gathered", "movers"];

/** @param {object} scene @param {number} top where the caption begins, in the scene's pixels */
export function uncovered(scene, top) {
  const free = ({ y, r, high }) => y + Math.max(r, high ?? 0) <= top;
  const lists = Object.fromEntries(LISTS.map((name) => [name, scene[name].filter(free)]));
  // what is not drawn has no name either
  const gone = new Set(LISTS.flatMap((name) => scene[name].filter((it) => !free(it)).map(({ ref }) => ref)));
  return {
    ...scene,
    ...lists,
    labels: scene.labels.filter((label) => label.top + label.height <= top && !(label.ref && gone.has(label.ref))),
    targets: scene.targets.filter(free),
  };
}

// The forms of the marks, as SVG paths around the origin. One form a kind, told apart without colour. Pure.

/** Kind of attack or operation → corner points on the unit circle's scale; areas are close to equal. */
const CORNERS = {
  ground_operation: square(0.86),
  armed_assault: [[0, -1.18], [1.18, 0], [0, 1.18], [-1.18, 0]],
  rocket_or_mortar: [[0, -1.12], [1.16, 0.92], [-1.16, 0.92]],
  missile_strike: [[0, 1.12], [1.16, -0.92], [-1.16, -0.92]],
  air_strike: star(5, 1.3, 0.56),
  bomb: polygon(6, 1.08),
  police_operation: plus(1.1, 0.42),
  crowd_clash: plus(1.1, 0.42).map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]),
};

/** Kinds in the order of the legend. */
export const KINDS = Object.keys(CORNERS);

/**
 * The path of a mark.
 * @param {string} kind of attack; an unknown one is drawn as an octagon
 * @param {number} radius in px
 */
export function markPath(kind, radius) {
  const corners = CORNERS[kind] ?? polygon(8, 1.02);
  return `M${corners.map(([x, y]) => `${round(x * radius)} ${round(y * radius)}`).join("L")}Z`;
}

/** The path of an arrowhead that points along an angle (radians, clockwise from east), its tip at the origin. */
export function headPath(angle, length) {
  const back = [[-length, -length * 0.5], [-length * 0.72, 0], [-length, length * 0.5]];
  const turned = back.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);
  return `M0 0L${turned.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`;
}

function square(half) {
  return [[-half, -half], [half, -half], [half, half], [-half, half]];
}

function polygon(sides, radius) {
  return Array.from({ length: sides }, (_, i) => {
    const angle = ((i + 0.5) * 2 * Math.PI) / sides - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function star(points, outer, inner) {
  return Array.from({ length: points * 2 }, (_, i) => {
    const radius = i % 2 ? inner : outer;
    const angle = (i * Math.PI) / points - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function plus(length, half) {
  return [[-half, -length], [half, -length], [half, -half], [length, -half], [length, half], [half, half],
    [half, length], [-half, length], [-half, half], [-length, half], [-length, -half], [-half, -half]];
}

function round(value) {
  return Math.round(value * 100) / 100;
}

// The forms of the marks, as SVG paths around the origin. One form for each kind, told apart without colour. Pure.

/** Form (of `kinds.csv`) → corner points on the unit circle's scale; areas are close to equal. */
const CORNERS = {
  square: square(0.86),
  diamond: [[0, -1.18], [1.18, 0], [0, 1.18], [-1.18, 0]],
  triangle: [[0, -1.12], [1.16, 0.92], [-1.16, 0.92]],
  triangle_down: [[0, 1.12], [1.16, -0.92], [-1.16, -0.92]],
  star: star(5, 1.3, 0.56),
  hexagon: polygon(6, 1.08),
  octagon: polygon(8, 1.02),
  plus: plus(1.1, 0.42),
  cross: plus(1.1, 0.42).map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]),
};

/**
 * The path of a mark.
 * @param {string} form as `kinds.csv` names it; an unknown one is drawn as an octagon
 * @param {number} radius in px
 */
export function markPath(form, radius) {
  const corners = Object.hasOwn(CORNERS, form) ? CORNERS[form] : CORNERS.octagon;
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

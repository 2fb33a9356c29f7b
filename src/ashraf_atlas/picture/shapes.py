"""The forms of the marks, as SVG paths around the origin (`scene/shapes.mjs`)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Corners = Sequence[tuple[float, float]]


def _square(half: float) -> Corners:
    return [(-half, -half), (half, -half), (half, half), (-half, half)]


def _polygon(sides: int, radius: float) -> Corners:
    angles = [(i + 0.5) * 2 * math.pi / sides - math.pi / 2 for i in range(sides)]
    return [(radius * math.cos(it), radius * math.sin(it)) for it in angles]


def _star(points: int, outer: float, inner: float) -> Corners:
    turns = [(inner if i % 2 else outer, i * math.pi / points - math.pi / 2) for i in range(points * 2)]
    return [(radius * math.cos(angle), radius * math.sin(angle)) for radius, angle in turns]


def _plus(length: float, half: float) -> Corners:
    arm = [(-half, -length), (half, -length), (half, -half)]
    turns = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    return [(x * cos - y * sin, x * sin + y * cos) for cos, sin in turns for x, y in arm]


def _turned(corners: Corners) -> Corners:
    return [((x - y) * math.sqrt(0.5), (x + y) * math.sqrt(0.5)) for x, y in corners]


CORNERS: Mapping[str, Corners] = {
    "square": _square(0.86),
    "diamond": [(0, -1.18), (1.18, 0), (0, 1.18), (-1.18, 0)],
    "triangle": [(0, -1.12), (1.16, 0.92), (-1.16, 0.92)],
    "triangle_down": [(0, 1.12), (1.16, -0.92), (-1.16, -0.92)],
    "star": _star(5, 1.3, 0.56),
    "hexagon": _polygon(6, 1.08),
    "octagon": _polygon(8, 1.02),
    "plus": _plus(1.1, 0.42),
    "cross": _turned(_plus(1.1, 0.42)),
}
"""Form (of `kinds.csv`) → corner points on the unit circle's scale; areas are close to equal."""


def mark_path(form: str, radius: float) -> str:
    """Return the path of a mark; an unknown form is drawn as an octagon."""
    return _path([(x * radius, y * radius) for x, y in CORNERS.get(form, CORNERS["octagon"])])


def head_path(angle: float, length: float) -> str:
    """Return the path of an arrowhead along an angle (radians, clockwise from east), its tip at the origin."""
    back = [(-length, -length * 0.5), (-length * 0.72, 0), (-length, length * 0.5)]
    cos, sin = math.cos(angle), math.sin(angle)
    return _path([(0, 0), *((x * cos - y * sin, x * sin + y * cos) for x, y in back)])


def _path(corners: Corners) -> str:
    return f"M{'L'.join(f'{round(x, 2):g} {round(y, 2):g}' for x, y in corners)}Z"

"""An area cut by lines that nearly fit it: each piece goes to the shape it is mostly part of.

Two files never agree on a shore or a border to the last metre. So lines from one are drawn out a little beyond the area
from the other, and the area's own outline is kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.simplify import Line, Point

REACH = 0.06
"""Degrees by which a loose end is drawn out: more than two files of the same land ever differ."""


def drawn_out(lines: Iterable[Line], among: Iterable[Line]) -> list[LineString]:
    """Return the lines lengthened in their own direction at each end where no other of `among` ends."""
    meeting = Counter(end for line in among for end in (line[0], line[-1]))
    return [LineString(_lengthened(line, meeting)) for line in lines]


def cut(
    area: BaseGeometry, lines: Iterable[BaseGeometry], owners: Mapping[str, BaseGeometry]
) -> dict[str, BaseGeometry]:
    """Cut `area` by the lines and return what falls to each owner; a piece that touches none goes to the nearest."""
    pieces = shapely.get_parts(shapely.polygonize([shapely.union_all([area.boundary, *lines])]))
    shares: dict[str, list[BaseGeometry]] = {}
    shapely.prepare(area)
    for piece in pieces:
        if area.contains(piece.representative_point()):
            shares.setdefault(_owner(piece, owners), []).append(piece)
    return {key: shapely.union_all(parts) for key, parts in sorted(shares.items())}


def lines_only(shape: BaseGeometry, least: float = 1e-5) -> BaseGeometry:
    """Return the lines of a shape, joined where they meet, without specks shorter than `least` degrees."""
    parts = [part for part in shapely.get_parts(shapely.get_parts(shape)) if part.geom_type == "LineString"]
    joined = shapely.line_merge(shapely.MultiLineString(parts))
    return shapely.MultiLineString([part for part in shapely.get_parts(joined) if part.length > least])


def _owner(piece: BaseGeometry, owners: Mapping[str, BaseGeometry]) -> str:
    overlaps = {key: piece.intersection(shape).area for key, shape in sorted(owners.items())}
    most = max(overlaps, key=lambda key: overlaps[key])
    return most if overlaps[most] else min(overlaps, key=lambda key: piece.distance(owners[key]))


def _lengthened(line: Line, meeting: Mapping[Point, int]) -> Line:
    start = [_beyond(line[0], line[1])] if meeting[line[0]] == 1 else []
    end = [_beyond(line[-1], line[-2])] if meeting[line[-1]] == 1 else []
    return [*start, *line, *end]


def _beyond(end: Point, before: Point) -> Point:
    dx, dy = end[0] - before[0], end[1] - before[1]
    far = REACH / (math.hypot(dx, dy) or 1)
    return end[0] + dx * far, end[1] + dy * far

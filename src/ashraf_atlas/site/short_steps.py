"""The lines of a base map for the page: as steps from point to point in whole numbers, a third shorter than as GeoJSON.

`assets/client/short_steps.mjs` makes the very same GeoJSON of them again. TopoJSON's arcs are written like this too
(https://github.com/topojson/topojson-specification, section 2.1.4); lines that meet are not shared here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOST_DECIMALS = 7
"""A centimetre: what stands behind it is not kept."""

Numbers = list[Any]
"""Numbers, or lists of lists of them, to any depth."""


def in_short_steps(collection: Mapping[str, Any]) -> dict[str, Any]:
    """Return a collection of GeoJSON features with each line and ring as one flat list of steps.

    Steps are [x, y, dx, dy, …], in units of the last of its `decimals` decimals. Heights are left out; points stay as
    they are.
    """
    geometries = [it["geometry"] for it in collection["features"]]
    decimals = max((_decimals(it) for geometry in geometries for it in _coordinates(geometry)), default=0)
    features = [{**it, "geometry": _stepped(it["geometry"], 10**decimals)} for it in collection["features"]]
    return {**collection, "decimals": decimals, "features": features}


def _coordinates(geometry: Mapping[str, Any] | None) -> list[Numbers]:
    if not geometry:
        return []
    if geometry["type"] == "GeometryCollection":
        return [found for it in geometry["geometries"] for found in _coordinates(it)]
    return [geometry["coordinates"]] if _has_lines(geometry) else []


def _has_lines(geometry: Mapping[str, Any]) -> bool:
    return not geometry["type"].endswith("Point")


def _decimals(coordinates: Numbers | float) -> int:
    if isinstance(coordinates, list):
        return max(map(_decimals, coordinates), default=0)
    written = f"{coordinates:.{MOST_DECIMALS}f}".rstrip("0")
    return len(written.partition(".")[2])


def _stepped(geometry: Mapping[str, Any] | None, units: int) -> dict[str, Any] | None:
    if not geometry:
        return None
    if geometry["type"] == "GeometryCollection":
        return {**geometry, "geometries": [_stepped(it, units) for it in geometry["geometries"]]}
    if not _has_lines(geometry):
        return dict(geometry)
    return {**geometry, "coordinates": _steps(geometry["coordinates"], units)}


def _steps(coordinates: Numbers, units: int) -> Numbers:
    if not coordinates or isinstance(coordinates[0][0], list):
        return [_steps(it, units) for it in coordinates]
    points = [(round(point[0] * units), round(point[1] * units)) for point in coordinates]
    before = [(0, 0), *points]
    return [step for (x, y), (x0, y0) in zip(points, before, strict=False) for step in (x - x0, y - y0)]

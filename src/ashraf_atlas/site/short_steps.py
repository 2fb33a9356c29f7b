"""The lines of a base map for the page: as steps from point to point in whole numbers, a third shorter than as GeoJSON.

`assets/client/short_steps.mjs` makes the same GeoJSON of them again. TopoJSON writes its quantized arcs like this too
(https://github.com/topojson/topojson-specification); lines that meet are not shared here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

MOST_DECIMALS = 7
"""A centimetre: what stands behind it is not kept."""

DEPTHS = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""How deep in lists the lines of a geometry are."""


def in_short_steps(collection: Mapping[str, Any]) -> dict[str, Any]:
    """Return a collection of GeoJSON features with `steps` in the place of the `coordinates` of lines and areas.

    Each line and ring is one flat list [x, y, dx, dy, …], in units of the last of the collection's `decimals` decimals.
    Heights are left out. Points stay as they are, and so does what is no geometry: anybody may have made a base map.
    """
    features = collection["features"]
    decimals = max(map(_decimals, _numbers(features)), default=0)
    return {**collection, "decimals": decimals, "features": [_feature(it, 10**decimals) for it in features]}


def _feature(feature: Any, units: int) -> Any:
    if not isinstance(feature, dict) or "geometry" not in feature:
        return feature
    return {**feature, "geometry": _stepped(feature["geometry"], units)}


def _stepped(geometry: Any, units: int) -> Any:
    if not isinstance(geometry, dict):
        return geometry
    if isinstance(parts := geometry.get("geometries"), list):
        return {**geometry, "geometries": [_stepped(it, units) for it in parts]}
    depth = DEPTHS.get(str(geometry.get("type")))
    if depth is None:
        return geometry
    try:
        steps = _steps(geometry["coordinates"], units, depth)
    except (KeyError, IndexError, TypeError, ValueError, OverflowError):
        return geometry
    return {**{name: it for name, it in geometry.items() if name != "coordinates"}, "steps": steps}


def _steps(coordinates: Any, units: int, depth: int) -> list[Any]:
    if depth:
        return [_steps(it, units, depth - 1) for it in coordinates]
    points = [(round(point[0] * units), round(point[1] * units)) for point in coordinates]
    before = [(0, 0), *points]
    return [step for (x, y), (x0, y0) in zip(points, before, strict=False) for step in (x - x0, y - y0)]


def _numbers(features: Any) -> Iterator[float]:
    """Yield every number of the lines and areas, wherever it stands."""
    for feature in features:
        if isinstance(feature, dict):
            yield from _numbers_in(feature.get("geometry"))


def _numbers_in(geometry: Any) -> Iterator[float]:
    if isinstance(geometry, dict):
        if geometry.get("type") in DEPTHS:
            yield from _flat(geometry.get("coordinates"))
        for part in geometry.get("geometries") or ():
            yield from _numbers_in(part)


def _flat(coordinates: Any) -> Iterator[float]:
    if isinstance(coordinates, list):
        for it in coordinates:
            yield from _flat(it)
    elif isinstance(coordinates, (int, float)):
        yield coordinates


def _decimals(number: float) -> int:
    return len(f"{number:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2])

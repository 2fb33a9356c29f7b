"""TopoJSON: shapes made of shared arcs, which stay shared when they are simplified, so that no border ever gapes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.simplify import Line

Member = Mapping[str, Any]
"""One geometry of a TopoJSON object, with its `properties` and its `number` in the object."""

POLE = -85.2
"""The latitude at which a ring around the pole is closed, below what a Mercator map shows."""


@dataclass(frozen=True)
class Topology:
    """The arcs of a TopoJSON file, and its objects as they refer to them."""

    arcs: tuple[Line, ...]
    objects: Mapping[str, list[Member]]

    def changed(self, change: Callable[[Line], Line]) -> Topology:
        """Return the same objects over changed arcs; `change` must keep both ends of an arc."""
        return Topology(tuple(change(arc) for arc in self.arcs), self.objects)

    def shapes(self, name: str) -> Iterator[tuple[Member, BaseGeometry]]:
        """Yield each member of an object and its shape, without those that have shrunk to nothing."""
        for member in self.objects[name]:
            shape = self._shape(member)
            if not shape.is_empty:
                yield member, shape

    def between(self, name: str, key: Callable[[Member], str]) -> list[tuple[frozenset[str], Line]]:
        """Return each arc that lies between members with different keys, and those keys."""
        users: dict[int, set[str]] = {}
        for member in self.objects[name]:
            for index in _indices(member.get("arcs", [])):
                users.setdefault(index if index >= 0 else ~index, set()).add(key(member))
        return [(frozenset(keys), self.arcs[index]) for index, keys in sorted(users.items()) if len(keys) > 1]

    def _shape(self, member: Member) -> BaseGeometry:
        arcs = member.get("arcs", [])
        match member["type"]:
            case "Polygon":
                return self._polygons([arcs])
            case "MultiPolygon":
                return self._polygons(arcs)
            case "LineString":
                return LineString(self._line(arcs))
            case "MultiLineString":
                return MultiLineString([self._line(part) for part in arcs])
            case _:
                return MultiPolygon()

    def _line(self, indices: list[int]) -> Line:
        line: Line = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            line.extend(arc[1:] if line else arc)
        return line

    def _polygons(self, parts: list[list[list[int]]]) -> BaseGeometry:
        kept = []
        for rings in parts:
            outer, *holes = (_unwrapped(self._line(ring)) for ring in rings)
            if len(outer) >= 4:
                kept.append(Polygon(outer, [hole for hole in holes if len(hole) >= 4]))
        return shapely.union_all(shapely.make_valid(kept, method="structure", keep_collapsed=False))


def read(path: Path) -> Topology:
    """Read a TopoJSON file, its arcs in degrees."""
    text = json.loads(path.read_text(encoding="utf-8"))
    scale, origin = (text["transform"][name] for name in ("scale", "translate"))
    objects: dict[str, list[Member]] = {
        name: [{**it, "number": number} for number, it in enumerate(held["geometries"]) if it.get("type")]
        for name, held in text["objects"].items()
    }
    return Topology(tuple(_degrees(arc, scale, origin) for arc in text["arcs"]), objects)


def _degrees(arc: list[list[int]], scale: list[float], origin: list[float]) -> Line:
    x = y = 0
    points = []
    for dx, dy, *_ in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
    return points


def _unwrapped(ring: Line) -> Line:
    """Return a ring that runs on beyond ±180 instead of jumping across the map; one around the pole is closed there."""
    turn = 0
    line = ring[:1]
    for (before, _), (lon, lat) in pairwise(ring):
        turn += 360 if before - lon > 180 else -360 if lon - before > 180 else 0
        line.append((lon + turn, lat))
    return [*line, (line[-1][0], POLE), (line[0][0], POLE), line[0]] if turn else line


def _indices(arcs: list[Any]) -> Iterator[int]:
    for it in arcs:
        if isinstance(it, int):
            yield it
        else:
            yield from _indices(it)

"""Provinces that fit the countries they lie in exactly, and which of them hold a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.extent import KNOWN_TO_M, Place
from ashraf_atlas.basemap.faces import cut, drawn_out, lines_only
from ashraf_atlas.basemap.recipe import Divided
from ashraf_atlas.basemap.simplify import Measure
from ashraf_atlas.basemap.topology import Topology


@dataclass(frozen=True)
class Province:
    """A province: its shape, and whether it holds a place where people lived."""

    name: str
    country: str
    shape: BaseGeometry
    holds_place: bool


@dataclass(frozen=True)
class Division:
    """The provinces of a country and the lines between them: those around a holding province, and the others."""

    provinces: tuple[Province, ...]
    held_lines: BaseGeometry
    other_lines: BaseGeometry


def divide(
    country: BaseGeometry, units: Topology, divided: Divided, places: Iterable[Place], measure: Measure
) -> Division:
    """Divide a country's shape by the lines between its provinces, which come from `units`."""
    arcs = [arc for _, arc in units.changed(measure.thin).between("units", divided.key)]
    lines = drawn_out(arcs, arcs)
    shares = cut(country, lines, _outlines(units, divided))
    called = {divided.key(unit): str(unit["properties"]["name"]) for unit in reversed(units.objects["units"])}
    homes = [it for it in places if it.role == "residence" and it.precision_m < KNOWN_TO_M]
    provinces = tuple(_province(called[key], shape, divided, homes) for key, shape in shares.items())
    inner = shapely.union_all(lines).intersection(country)
    around = shapely.union_all([it.shape.boundary for it in provinces if it.holds_place]).buffer(1e-6)
    return Division(provinces, lines_only(inner.intersection(around), 1e-4), lines_only(inner.difference(around), 1e-4))


def _province(called: str, shape: BaseGeometry, divided: Divided, homes: list[Place]) -> Province:
    held = sorted(home.id for home in homes if shape.contains(home.point))
    name = next((divided.names[place] for place in held if place in divided.names), called)
    return Province(name, divided.country, shape, bool(held))


def _outlines(units: Topology, divided: Divided) -> dict[str, BaseGeometry]:
    """Return the shape of each province as its file has it, by the key it is told apart by."""
    shapes: dict[str, list[BaseGeometry]] = {}
    for unit, shape in units.shapes("units"):
        shapes.setdefault(divided.key(unit), []).append(shape)
    return {key: shapely.union_all(parts) for key, parts in shapes.items()}

"""Countries: their land, and the borders between them as lines of their own, so that no shore is drawn as a border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.faces import cut, drawn_out, lines_only
from ashraf_atlas.basemap.simplify import Line
from ashraf_atlas.basemap.topology import Member, Topology

ONE_ON_THIS_MAP = (
    frozenset({"Somalia", "Somaliland"}),
    frozenset({"Cyprus", "N. Cyprus", "Dhekelia", "Akrotiri", "Cyprus U.N. Buffer Zone", "United Kingdom"}),
)
"""Lines within these are not international boundaries on the maps of the United Nations: they are not drawn."""

NOT_DRAWN = ((frozenset({"Russia", "Ukraine"}), shapely.box(32.0, 45.5, 36.8, 46.6)),)
"""Nor are these, between two countries within a box (Crimea, General Assembly resolution 68/262)."""


@dataclass(frozen=True)
class Countries:
    """All land as one shape, the borders as lines, and the countries that were asked for, by name."""

    land: BaseGeometry
    borders: BaseGeometry
    named: Mapping[str, BaseGeometry]


def countries_of(topology: Topology, names: frozenset[str]) -> Countries:
    """Return land and borders as their file has them."""
    land = shapely.union_all([shape for _, shape in topology.shapes("land")])
    named = {_name(it): shape for it, shape in topology.shapes("countries") if _name(it) in names}
    borders = [LineString(arc) for between, arc in topology.between("countries", _name) if _is_drawn(between, arc)]
    return Countries(land, lines_only(shapely.union_all(borders)), named)


def on_shores(topology: Topology, names: frozenset[str], shores: BaseGeometry, box: BaseGeometry) -> Countries:
    """Return land with finer shores inside the box, and borders and countries that end at these shores."""
    arcs = topology.between("countries", _name)
    drawn = drawn_out([arc for between, arc in arcs if _is_drawn(between, arc)], [arc for _, arc in arcs])
    everything = drawn_out([arc for _, arc in arcs], [arc for _, arc in arcs])
    rough = countries_of(topology, names)
    land = shapely.union_all([shores, rough.land.difference(box)])
    owners = _neighbourhood(topology, rough)
    named = {name: _fitted(name, shape, land, everything, owners) for name, shape in rough.named.items()}
    return Countries(land, lines_only(shapely.union_all(drawn).intersection(land)), named)


def _fitted(
    name: str, shape: BaseGeometry, land: BaseGeometry, borders: list[LineString], owners: Mapping[str, BaseGeometry]
) -> BaseGeometry:
    around = shapely.box(*shape.bounds).buffer(0.5)
    near = [line for line in borders if line.intersects(around)]
    return cut(land.intersection(around), near, owners)[name]


def _neighbourhood(topology: Topology, rough: Countries) -> dict[str, BaseGeometry]:
    reach = shapely.union_all([shapely.box(*shape.bounds).buffer(0.5) for shape in rough.named.values()])
    return {_name(it): shape for it, shape in topology.shapes("countries") if shape.intersects(reach)}


def _is_drawn(between: frozenset[str], arc: Line) -> bool:
    if any(between <= one for one in ONE_ON_THIS_MAP):
        return False
    return not any(between == pair and LineString(arc).intersects(box) for pair, box in NOT_DRAWN)


def _name(member: Member) -> str:
    return str(member["properties"]["name"])

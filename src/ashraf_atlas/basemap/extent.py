"""Where the base map is detailed: from a dataset's places to the box of its first view and the surroundings of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

MARGIN = (27.0, 15.0)
"""Degrees of longitude and latitude around all places: at the edge of a 16:9 view of them there is still map."""

AROUND = (3.2, 2.4)
"""Degrees of longitude and latitude around each place where the finer map is at its finest."""

KNOWN_TO_M = 10_000
"""A place less precise than this says nothing about the province it lies in."""


@dataclass(frozen=True)
class Place:
    """What the base map needs to know of a place; lon and lat in degrees."""

    id: str
    role: str
    name: str
    country: str
    lon: float
    lat: float
    precision_m: float

    @property
    def point(self) -> Point:
        """The position as a shape."""
        return Point(self.lon, self.lat)


@dataclass(frozen=True)
class Extent:
    """The box of the first view, and the area of the finer map inside it, in degrees."""

    box: BaseGeometry
    near: BaseGeometry


def read_places(path: Path) -> tuple[Place, ...]:
    """Read `places.geojson`, in the order of the file."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return tuple(_place(feature) for feature in features)


def extent_of(places: tuple[Place, ...]) -> Extent:
    """Return the box around all places with a margin, and the surroundings of residences and sites."""
    west, south, east, north = shapely.MultiPoint([place.point for place in places]).bounds
    box = shapely.box(
        round(max(west - MARGIN[0], -180)),
        round(max(south - MARGIN[1], -85)),
        round(min(east + MARGIN[0], 180)),
        round(min(north + MARGIN[1], 84)),
    )
    spots = [place for place in places if place.role in ("residence", "site")]
    return Extent(box, shapely.union_all([_around(place) for place in spots]).intersection(box))


def _around(place: Place) -> BaseGeometry:
    wide, high = AROUND
    return shapely.box(place.lon - wide, place.lat - high, place.lon + wide, place.lat + high)


def _place(feature: Mapping[str, Any]) -> Place:
    properties = feature["properties"]
    lon, lat = feature["geometry"]["coordinates"]
    return Place(
        id=properties["id"],
        role=properties["role"],
        name=properties["name"],
        country=properties["country"],
        lon=float(lon),
        lat=float(lat),
        precision_m=float(properties["precision_m"]),
    )

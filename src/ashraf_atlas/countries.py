"""Points against countries: does a place lie where it says, as exactly as it says."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.draft import Draft, Row
from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.geo import METRES_PER_DEGREE
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.sheet import Point
from ashraf_atlas.text_file import read_text

FILE = "basemap/countries.geojson"
"""Features with an `iso` code; `ashraf-atlas basemap` makes it, of all the world."""

OUTLINES_M = 5_000
"""How far off such an outline can be, in metres."""

Outlines = Mapping[str, BaseGeometry]
"""Shapes in degrees by ISO 3166-1 alpha-2 code."""


def countries_file(folder: Path) -> Path:
    """Return the file of outlines for a dataset: its own if it has one, else the embedded one."""
    own = folder / FILE
    return own if own.is_file() else geodata_folder() / FILE


def inside(draft: Draft, file: Path) -> Iterator[Problem]:
    """Every place lies in its country, or no further from it than its precision and the outline's."""
    places = [it for it in draft.of("places") if it["country"] and it.point]
    if not places:
        return
    try:
        outlines = read_outlines(file, frozenset(it["country"] for it in places))
    except (ValueError, KeyError, TypeError, RecursionError, shapely.errors.ShapelyError):
        mend = "remove it to use the outlines that come with the program, or make it anew with ashraf-atlas basemap"
        yield Problem(FILE, 0, NOWHERE, "no outlines of countries can be read from it", None, mend)
        return
    for place in _perhaps_outside(places, outlines):
        outline = outlines.get(place["country"])
        if outline is None:
            mend = f"write the code of the state it belongs to, or add its outline to {FILE}"
            yield place.problem("country", "no outline of this country is known", mend)
        elif place.point and not place.empty("precision_m"):
            yield from _outside(place, place.point, outline)


def _perhaps_outside(places: Sequence[Row], outlines: Outlines) -> Iterator[Row]:
    """The places that do not lie within the outline of their country, which is quickly found out of all together."""
    within: set[int] = set()
    for code, outline in outlines.items():
        here = [at for at, place in enumerate(places) if place["country"] == code]
        points = np.array([places[at].point for at in here])
        within.update(at for at, inside in zip(here, shapely.contains_xy(outline, points), strict=True) if inside)
    return (place for at, place in enumerate(places) if at not in within)


def read_outlines(file: Path, codes: frozenset[str]) -> Outlines:
    """Return the outlines of these countries, without those that the file does not have."""
    text, problems = read_text(file.parent, file.name)
    if text is None:
        raise ValueError(*problems)
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return {
        feature["properties"]["iso"]: shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in features
        if feature["properties"]["iso"] in codes
    }


def metres_outside(point: Point, outline: BaseGeometry) -> float:
    """Return how far a point lies outside an outline, 0 inside.

    Longitudes are shrunk by the cosine of the point's latitude: right to a percent over the distances that matter here.
    """
    lon, lat = point
    shrink = math.cos(math.radians(lat))
    around = shapely.transform(outline, lambda each: (each - [lon, lat]) * [shrink, 1])
    return float(shapely.distance(around, shapely.Point(0, 0))) * METRES_PER_DEGREE


def _outside(place: Row, point: Point, outline: BaseGeometry) -> Iterator[Problem]:
    allowed = (place.number_of("precision_m") or 0) + OUTLINES_M
    away = metres_outside(point, outline)
    if away <= allowed:
        return
    lon, lat = point
    given = f"[{lon:g}, {lat:g}]"
    if abs(lon) <= 90 and metres_outside((lat, lon), outline) <= allowed:
        yield place.problem("geometry", "latitude and longitude look swapped", f"write [{lat:g}, {lon:g}]", given)
        return
    yield place.problem(
        "geometry",
        f"{away / 1000:,.0f} km outside {place['country']}",
        "correct the coordinates, the country or precision_m",
        given,
    )

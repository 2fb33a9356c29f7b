"""The base map of a dataset that has none of its own: the whole world alike, with nothing of any story in it.

`python -m ashraf_atlas.basemap.world` makes it anew, as `ashraf-atlas basemap` makes a dataset's own, finer one.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import shapely

from ashraf_atlas.basemap import materials
from ashraf_atlas.basemap.build import DETAIL_DECIMALS, OVERVIEW_DECIMALS, SMALLEST_LAKE
from ashraf_atlas.basemap.countries import countries_of
from ashraf_atlas.basemap.files import Feature, write_features
from ashraf_atlas.basemap.recipe import Recipe
from ashraf_atlas.basemap.registry import Package, fetch
from ashraf_atlas.basemap.simplify import Measure
from ashraf_atlas.basemap.topology import read
from ashraf_atlas.basemap.towns import (
    CAPITAL_PEOPLE,
    CAPITALS_FROM,
    PEOPLE_AT,
    Gazetteer,
    Town,
    pixels_apart,
    read_gazetteer,
    towns_by_weight,
)
from ashraf_atlas.basemap.waters import lakes_of, rivers_of

WORLD = shapely.box(-180, -85, 180, 84)

OVERVIEW_TRIANGLE, DETAIL_TRIANGLE = 0.02, 6e-4
"""Square degrees of the smallest triangle a line keeps."""

LAST_ZOOM = 7.0
"""Towns that would come later are too many to load for nothing."""

APART_PX = 90
"""Pixels between towns of one zoom: nobody's story is known to need the room."""

DETAIL_PLACES = DETAIL_DECIMALS - 1


def build(target: Path) -> None:
    """Write overview, finer map and towns of the world into a folder."""
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        packages = (materials.COUNTRIES, materials.WATERS, materials.TOWNS)
        homes = {it: fetch(it, Path(temporary)) for it in packages}
        made_of = packages[:2]
        for name, triangle, decimals in (
            ("overview", OVERVIEW_TRIANGLE, OVERVIEW_DECIMALS),
            ("detail", DETAIL_TRIANGLE, DETAIL_PLACES),
        ):
            features = _geography(homes, Measure((), triangle), fine=name == "detail")
            write_features(target / f"{name}.geojson", features, decimals, made_of, WORLD)
        towns = (Feature("", it.point, it.record()) for it in towns_of(read_gazetteer(homes[materials.TOWNS])))
        write_features(target / "towns.geojson", towns, 2, packages[2:], WORLD)


def towns_of(gazetteer: Gazetteer) -> tuple[Town, ...]:
    """Choose towns all over the world: capitals and the larger first, each at the zoom from which it has room."""
    cells: dict[tuple[int, int], list[Town]] = {}
    chosen: list[Town] = []
    for town in towns_by_weight(WORLD, Recipe(), gazetteer):
        zoom = _zoom(town, cells)
        if zoom is not None:
            kept = replace(town, minzoom=zoom)
            chosen.append(kept)
            cells.setdefault(_cell(kept), []).append(kept)
    return tuple(sorted(chosen, key=lambda it: (it.minzoom, -it.people, it.id)))


def _zoom(town: Town, cells: Mapping[tuple[int, int], list[Town]]) -> float | None:
    for zoom, people in PEOPLE_AT.items():
        if zoom > LAST_ZOOM:
            return None
        if town.people >= people or (town.capital and zoom >= CAPITALS_FROM and town.people >= CAPITAL_PEOPLE):
            near = (it for it in _around(town, zoom, cells) if it.minzoom <= zoom)
            if all(pixels_apart(town, it, zoom) > APART_PX for it in near):
                return zoom
    return None


def _around(town: Town, zoom: float, cells: Mapping[tuple[int, int], list[Town]]) -> Iterator[Town]:
    """Towns that can be nearer than the pixels that must be between them."""
    reach = math.ceil(APART_PX * 1.3 * 360 / (512 * 2**zoom))
    x, y = _cell(town)
    for column in range(x - reach, x + reach + 1):
        for row in range(y - reach, y + reach + 1):
            yield from cells.get((column, row), ())


def _cell(town: Town) -> tuple[int, int]:
    return math.floor(town.lon), math.floor(town.lat)


def _geography(homes: Mapping[Package, Path], measure: Measure, *, fine: bool) -> Iterator[Feature]:
    waters = homes[materials.WATERS]
    topology = read(homes[materials.COUNTRIES] / "countries-50m.json").changed(measure.thin)
    countries = countries_of(topology, frozenset())
    if fine:
        yield Feature("sea", shapely.box(-180, -85, 180, 85))
    yield Feature("land", measure.without_specks(countries.land))
    yield Feature("lake", measure.without_specks(lakes_of(waters, WORLD, measure), SMALLEST_LAKE))
    yield Feature("river", rivers_of(waters, WORLD, measure))
    yield Feature("border", countries.borders)


if __name__ == "__main__":
    from ashraf_atlas.embedded import geodata_folder
    from ashraf_atlas.own_basemap import FOLDER
    from ashraf_atlas.own_basemap import WORLD as INSIDE

    build(geodata_folder() / FOLDER / INSIDE)

"""The base map from end to end: fetch, cut, simplify, write."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import shapely

from ashraf_atlas.basemap import materials, outlines
from ashraf_atlas.basemap.countries import Countries, countries_of, on_shores
from ashraf_atlas.basemap.extent import Extent, Place, extent_of, read_places
from ashraf_atlas.basemap.files import Feature, copy_licences, write_features, write_versions
from ashraf_atlas.basemap.provinces import divide
from ashraf_atlas.basemap.recipe import Recipe, read_recipe
from ashraf_atlas.basemap.registry import Package, fetch
from ashraf_atlas.basemap.shores import shores_of
from ashraf_atlas.basemap.simplify import Measure
from ashraf_atlas.basemap.topology import Topology, read
from ashraf_atlas.basemap.towns import Gazetteer, read_gazetteer, towns_of
from ashraf_atlas.basemap.waters import lakes_of, rivers_of

OVERVIEW_TRIANGLES = {"near": 5e-4, "box": 1.1e-3, "world": 0.06}
DETAIL_TRIANGLES = {"near": 2e-6, "box": 2e-4, "world": 0.05}
"""Square degrees of the smallest triangle a line keeps: a pixel or two each way at the nearest zoom of the file."""

OVERVIEW_DECIMALS, DETAIL_DECIMALS = 2, 4
"""A hundredth of a degree is half a pixel where the finer map takes over: more only makes the first view larger."""

SMALLEST_LAKE = 12
"""Triangles' worth of area below which a lake is left out, where land keeps smaller islands."""


@dataclass(frozen=True)
class Workshop:
    """What every step of a build needs."""

    homes: Mapping[Package, Path]
    places: tuple[Place, ...]
    extent: Extent
    recipe: Recipe
    gazetteer: Gazetteer

    def names(self) -> Mapping[str, str]:
        """Return the divided countries: code → name."""
        return {it.country: self.gazetteer.countries[it.country]["name"] for it in self.recipe.divided}

    def measure(self, triangles: Mapping[str, float]) -> Measure:
        """Return how fine a file is in each area."""
        areas = ((self.extent.near, triangles["near"]), (self.extent.box, triangles["box"]))
        return Measure(areas, triangles["world"])


def build(folder: Path, progress: Callable[[str], None]) -> None:
    """Write the base map of the dataset in `folder`; see `basemap.build_basemap`."""
    target = folder / "basemap"
    target.mkdir(exist_ok=True)
    places = read_places(folder / "places.geojson")
    with tempfile.TemporaryDirectory() as temporary:
        homes = {}
        for package in materials.MATERIALS:
            progress(f"fetching {package.name} {package.version}")
            homes[package] = fetch(package, Path(temporary))
        gazetteer = read_gazetteer(homes[materials.TOWNS])
        shop = Workshop(homes, places, extent_of(places), read_recipe(target / "recipe.toml"), gazetteer)
        progress("drawing the first view")
        box = shop.extent.box
        write_features(target / "overview.geojson", _overview(shop), OVERVIEW_DECIMALS, materials.OVERVIEW_MADE_OF, box)
        progress("drawing the finer map")
        write_features(target / "detail.geojson", _detail(shop), DETAIL_DECIMALS, materials.DETAIL_MADE_OF, box)
        progress("choosing towns")
        towns = (Feature("", it.point, it.record()) for it in towns_of(places, shop.extent, shop.recipe, gazetteer))
        write_features(target / "towns.geojson", towns, DETAIL_DECIMALS, materials.TOWNS_MADE_OF, box)
        progress("outlining the countries")
        outlines.write(target / "countries.geojson", outlines.outlines_of(read(_world(shop)), gazetteer.countries))
        copy_licences(target, homes[materials.SHORES])
    write_versions(target, materials.MATERIALS)


def _world(shop: Workshop) -> Path:
    return shop.homes[materials.COUNTRIES] / outlines.MATERIAL


def _overview(shop: Workshop) -> Iterator[Feature]:
    measure, waters = shop.measure(OVERVIEW_TRIANGLES), shop.homes[materials.WATERS]
    topology = read(shop.homes[materials.COUNTRIES] / "countries-50m.json").changed(measure.thin)
    countries = countries_of(topology, frozenset(shop.names().values()))
    yield Feature("land", measure.without_specks(countries.land))
    yield from _provinces(shop, countries, measure, fine=False)
    yield Feature("lake", measure.without_specks(lakes_of(waters, shop.extent.box, measure), SMALLEST_LAKE))
    yield Feature("river", rivers_of(waters, shop.extent.box, measure))
    yield Feature("border", countries.borders)


def _detail(shop: Workshop) -> Iterator[Feature]:
    measure, extent = shop.measure(DETAIL_TRIANGLES), shop.extent
    rivers, lakes = (of(shop.homes[materials.WATERS], extent.box, measure) for of in (rivers_of, lakes_of))
    shores = shores_of(shop.homes[materials.SHORES], extent, rivers, lakes, measure)
    topology = read(shop.homes[materials.COUNTRIES] / "countries-10m.json").changed(measure.thin)
    countries = on_shores(topology, frozenset(shop.names().values()), shores.land, extent.box)
    yield Feature("sea", shapely.box(-180, -85, 180, 85))
    yield Feature("land", measure.without_specks(countries.land))
    yield from _provinces(shop, countries, measure, fine=True)
    yield Feature("lake", measure.without_specks(shores.large_lakes))
    yield Feature("small-lake", measure.without_specks(shores.small_lakes, SMALLEST_LAKE))
    yield Feature("small-river", shores.small_rivers)
    yield Feature("river", shores.large_rivers)
    yield Feature("border", countries.borders)


def _provinces(shop: Workshop, countries: Countries, measure: Measure, *, fine: bool) -> Iterator[Feature]:
    for it in shop.recipe.divided:
        division = divide(countries.named[shop.names()[it.country]], _units(shop, it.country), it, shop.places, measure)
        for province in division.provinces:
            if province.holds_place:
                more = {"name": province.name, "country": province.country, "holds_place": True}
                yield Feature("province", province.shape, more)
        yield Feature("province-held-line", division.held_lines)
        if fine and not it.only_held:
            yield Feature("province-line", division.other_lines)


def _units(shop: Workshop, country: str) -> Topology:
    code = shop.gazetteer.countries[country]["iso3"]
    return read(shop.homes[materials.PROVINCES] / "dist" / "topojson" / "countries" / f"{code}.json")

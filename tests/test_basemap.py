"""The base map and the fonts as they lie on disk, the style that draws them, and the parts that made them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import brotli
import pytest
import shapely
from shapely.geometry import shape

from ashraf_atlas import own_basemap
from ashraf_atlas.basemap import materials, registry, style
from ashraf_atlas.basemap.extent import extent_of, read_places
from ashraf_atlas.basemap.faces import cut, drawn_out
from ashraf_atlas.basemap.recipe import Recipe, read_recipe
from ashraf_atlas.basemap.registry import Package, RegistryError
from ashraf_atlas.basemap.simplify import Measure, rounded, visvalingam
from ashraf_atlas.basemap.topology import read
from ashraf_atlas.basemap.towns import Gazetteer, Town, is_same, towns_of
from ashraf_atlas.theme import THEMES, tokens

ROOT = Path(__file__).parents[1]
GEODATA = ROOT / "geodata"
BASEMAP = GEODATA / "basemap"
FONTS = ROOT / "assets" / "fonts"
FILES = ("overview", "detail", "towns")
PLACES = read_places(GEODATA / "places.geojson")
EXTENT = extent_of(PLACES)


def content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))
    return found


def shapes(name: str, kind: str) -> list[tuple[dict[str, Any], Any]]:
    features = content(name)["features"]
    return [(it["properties"], shape(it["geometry"])) for it in features if it["properties"].get("kind") == kind]


# what the files are made of


@pytest.mark.parametrize("name", FILES)
def test_each_file_names_its_packages_versions_and_licences(name: str) -> None:
    known = [it.record() for it in materials.MATERIALS]
    made_of = content(name)["metadata"]["made_of"]
    assert made_of
    for record in made_of:
        assert record in known
        assert all(record[key] for key in ("name", "version", "registry", "licence", "holds", "attribution"))


def test_the_table_of_versions_is_the_programs() -> None:
    recorded = json.loads((BASEMAP / "versions.json").read_text(encoding="utf-8"))["packages"]
    assert recorded == [it.record() for it in materials.MATERIALS]
    people = (BASEMAP / "LICENCES.md").read_text(encoding="utf-8")
    assert all(f"{it.name} {it.version}" in people for it in materials.MATERIALS)


def test_the_licence_of_the_shorelines_travels_with_them() -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (BASEMAP / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (BASEMAP / "GPL-3.0.txt").read_text(encoding="utf-8")


def test_whoever_must_be_named_is_named_on_the_map() -> None:
    for package in materials.MATERIALS:
        assert package.attribution.split(" (")[0] in style.ATTRIBUTION


# size and shape


def test_the_first_view_fits_in_150_kb_of_brotli() -> None:
    """Also at the quality at which the server compresses while it answers."""
    first = [(BASEMAP / f"{name}.geojson").read_bytes() for name in ("overview", "towns")]
    assert sum(len(brotli.compress(it, quality=4)) for it in first) <= 150_000
    assert sum(len(brotli.compress(it)) for it in first) <= 110_000


@pytest.mark.parametrize("name", ["overview", "detail"])
def test_every_shape_is_valid_and_on_the_map(name: str) -> None:
    for feature in content(name)["features"]:
        made = shape(feature["geometry"])
        assert made.is_valid, feature["properties"]
        west, south, east, north = made.bounds
        assert west >= -195 and east <= 195 and south >= -85.2 and north <= 85, feature["properties"]


@pytest.mark.parametrize("name", ["overview", "detail"])
def test_the_map_reaches_from_ireland_to_iran_and_from_norway_to_gabon(name: str) -> None:
    ((_, land),) = shapes(name, "land")
    for lon, lat in (
        (-8.5, 53.0),
        (60.9, 29.5),
        (10.7, 61.0),
        (11.5, -1.0),
        (44.4, 33.3),
        (19.8, 41.3),
        (-100.0, 40.0),
    ):
        assert land.contains(shapely.Point(lon, lat)), (lon, lat)
    for lon, lat in ((-30.0, 40.0), (18.5, 41.3), (4.0, 57.0), (5.0, 0.0), (65.0, 15.0)):
        assert not land.contains(shapely.Point(lon, lat)), (lon, lat)
    west, south, east, north = content(name)["metadata"]["box"]
    assert west <= -30 and south <= -15 and east >= 75 and north >= 72


def test_the_coast_at_durres_is_fine_near_and_thin_far() -> None:
    near = shapely.box(19.2, 41.0, 19.8, 41.8)
    lengths = {name: shapely.get_num_coordinates(shapes(name, "land")[0][1].intersection(near)) for name in FILES[:2]}
    assert lengths["detail"] > 5 * lengths["overview"]


def test_the_land_of_the_fine_map_holds_every_place_on_land() -> None:
    ((_, land),) = shapes("detail", "land")
    assert [it.id for it in PLACES if not land.contains(it.point)] == []


def test_borders_run_over_land_and_never_along_a_shore() -> None:
    ((_, land),) = shapes("detail", "land")
    ((_, borders),) = shapes("detail", "border")
    near = shapely.box(38, 29, 50, 38)
    shore = shapely.intersection(land.boundary, near).buffer(0.001)
    along = shapely.intersection(borders, near)
    assert along.intersection(shore).length < 0.02 * along.length


def test_tigris_and_diyala_are_there_when_near() -> None:
    ((_, large),) = shapes("detail", "river")
    ((_, small),) = shapes("detail", "small-river")
    assert large.distance(shapely.Point(44.39, 33.33)) < 0.03  # the Tigris in Baghdad
    assert small.distance(shapely.Point(44.64, 33.74)) < 0.05  # the Diyala at Baquba
    assert small.distance(shapely.Point(2.17, 49.07)) < 0.03  # the Oise at Auvers-sur-Oise


# provinces


@pytest.mark.parametrize("name", ["overview", "detail"])
def test_only_the_provinces_where_people_lived_are_emphasised(name: str) -> None:
    drawn = {it["name"]: (it["country"], it["holds_place"]) for it, _ in shapes(name, "province")}
    assert drawn == {
        "Diyala": ("IQ", True),
        "Baghdad": ("IQ", True),
        "Tehran": ("IR", True),
        "Tirana": ("AL", True),
        "Durrës": ("AL", True),
        "Île-de-France": ("FR", True),
    }


@pytest.mark.parametrize(
    ("place", "province"),
    [
        ("camp_ashraf", "Diyala"),
        ("camp_liberty", "Baghdad"),
        ("auvers_sur_oise", "Île-de-France"),
        ("tirana", "Tirana"),
        ("ashraf_3", "Durrës"),
        ("tehran", "Tehran"),
    ],
)
def test_a_province_holds_its_place(place: str, province: str) -> None:
    (point,) = (it.point for it in PLACES if it.id == place)
    assert [it["name"] for it, made in shapes("detail", "province") if made.contains(point)] == [province]


def test_provinces_end_where_their_country_ends() -> None:
    ((_, land),) = shapes("detail", "land")
    for properties, made in shapes("detail", "province"):
        assert made.difference(land).area < 1e-4 * made.area, properties


def test_the_other_provinces_are_lines_outside_france_and_only_near() -> None:
    assert shapes("overview", "province-line") == []
    for _, lines in shapes("detail", "province-line"):
        assert not lines.intersects(shapely.box(-5, 42, 9, 51.2))


# towns


def test_no_town_stands_where_people_of_the_story_lived() -> None:
    for feature in content("towns")["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        town = Town(0, feature["properties"]["name"], 0, False, lon, lat, 0)
        assert [it.id for it in PLACES if is_same(town, it)] == [], town.name


def test_towns_come_in_the_order_in_which_they_appear_and_lie_in_the_box() -> None:
    features = content("towns")["features"]
    zooms = [it["properties"]["minzoom"] for it in features]
    assert zooms == sorted(zooms)
    assert all(EXTENT.box.contains(shape(it["geometry"])) for it in features)


def test_few_towns_from_afar_and_the_storys_own_when_near() -> None:
    zooms = {it["properties"]["name"]: it["properties"]["minzoom"] for it in content("towns")["features"]}
    assert sum(zoom <= 4 for zoom in zooms.values()) < 60
    for name in ("Rome", "Athens", "Ankara", "London"):
        assert zooms[name] <= 4
    for name in ("Baquba", "Khalis", "Miqdadiyah", "Fallujah", "Samarra", "Durrës", "Vorë", "Shkodër", "Pontoise"):
        assert zooms[name] <= 9
    assert not {"Baghdad", "Tehran", "Paris", "Tirana", "Libreville", "Sadr City"} & set(zooms)


def test_a_suburb_does_not_take_the_room_of_a_place_of_the_story() -> None:
    def row(number: int, name: str, people: int, lon: float) -> dict[str, Any]:
        where = {"countrycode": "IQ", "longitude": lon, "latitude": 33.33}
        return {"geonameid": number, "name": name, "population": people, **where}

    rows = (row(1, "Baghdad", 7_000_000, 44.4), row(2, "Suburb", 900_000, 44.45))
    gazetteer = Gazetteer(rows, {"IQ": {"capital": "Baghdad"}})
    assert [it.minzoom for it in towns_of(PLACES, EXTENT, Recipe(), gazetteer)] == []
    named = Recipe(town_zooms={2: 9.0}, town_names={2: "Outskirts"})
    assert [(it.name, it.minzoom) for it in towns_of(PLACES, EXTENT, named, gazetteer)] == [("Outskirts", 9.0)]


# the style


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("labels", [False, True])
def test_the_style_asks_nothing_of_another_origin(theme: str, labels: bool) -> None:
    made = style.map_style(tokens(theme), labels=labels)
    text = json.dumps([made, style.detail_sources(), style.detail_layers(tokens(theme))])
    assert "http" not in text and "//" not in text
    assert "glyphs" not in made and "sprite" not in made and made["version"] == 8


def test_every_source_is_a_file_of_the_base_map() -> None:
    made = style.map_style(tokens("light"), labels=True)
    for name, source in {**made["sources"], **style.detail_sources()}.items():
        assert (BASEMAP / f"{name}.geojson").is_file()
        assert source["data"]["features"] == [], "the page fills it"


def test_every_layer_draws_a_kind_that_its_file_has() -> None:
    layers = [*style.map_style(tokens("light"))["layers"], *style.detail_layers(tokens("light"))]
    assert len({it["id"] for it in layers}) == len(layers)
    kinds = {name: {it["properties"]["kind"] for it in content(name)["features"]} for name in ("overview", "detail")}
    drawn: dict[str, set[str]] = {"overview": set(), "detail": set()}
    for layer in layers:
        if "source" in layer:
            drawn[layer["source"]].add(layer["filter"][2])
    assert drawn == kinds


def test_both_themes_have_the_same_layers() -> None:
    for made in (lambda theme: style.map_style(theme)["layers"], style.detail_layers):
        light, dark = ([layer["id"] for layer in made(tokens(theme))] for theme in ("light", "dark"))
        assert light == dark


def test_the_fine_map_covers_the_first_view_where_it_is_wanted() -> None:
    layers = style.detail_layers(tokens("dark"))
    assert layers[0]["id"] == "detail-sea" and layers[0]["paint"]["fill-opacity"] == 1
    assert {layer["minzoom"] for layer in layers} == {style.DETAIL_ZOOM}
    ((_, sea),) = shapes("detail", "sea")
    assert sea.bounds == (-180, -85, 180, 85)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_rivers_can_be_seen_on_land(theme: str) -> None:
    layers = {it["id"]: it for it in style.map_style(tokens(theme))["layers"]}
    assert style.contrast(layers["overview-river"]["paint"]["line-color"], tokens(theme)["land"]) >= style.LINE_CONTRAST


# fonts


def test_every_font_file_that_the_style_sheet_names_is_there() -> None:
    sheet = (FONTS / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("([^"]+)"\)', sheet))
    assert named == {path.name for path in FONTS.glob("*.woff2")}
    assert set(re.findall(r'font-family: "([^"]+)"', sheet)) == {"Source Serif 4", "Inter", "Vazirmatn"}
    assert sheet.count("font-display: swap") == sheet.count("@font-face") == sheet.count("unicode-range") == len(named)
    assert "http" not in sheet


def test_each_font_has_its_version_and_its_licence() -> None:
    packages = json.loads((FONTS / "versions.json").read_text(encoding="utf-8"))["packages"]
    assert [(it["name"], it["version"], it["licence"]) for it in packages] == [
        ("@fontsource-variable/source-serif-4", "5.3.1", "OFL-1.1"),
        ("@fontsource-variable/inter", "5.3.0", "OFL-1.1"),
        ("@fontsource-variable/vazirmatn", "5.3.0", "OFL-1.1"),
    ]
    for name in ("source-serif-4", "inter", "vazirmatn"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"LICENCE-{name}.txt").read_text(encoding="utf-8").upper()


# the parts


def test_the_smallest_triangle_goes_first_and_ends_stay() -> None:
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert visvalingam(line, 0.02) == [(0.0, 0.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert visvalingam(line, 99) == [(0.0, 0.0), (4.0, 0.0)]
    assert visvalingam(line, 0) == line


def test_a_line_is_thinned_by_the_measure_of_the_area_it_runs_through() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 0.1), (4.0, 0.0)]
    fine_in_the_west = Measure(((shapely.box(-1, -1, 1, 1), 0.0),), 99)
    assert fine_in_the_west.thin(line) == [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (4.0, 0.0)]
    assert Measure((), 99).thin(line) == [(0.0, 0.0), (4.0, 0.0)]


def test_corners_are_cut_and_a_ring_stays_a_ring() -> None:
    assert rounded([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)], 1) == [(0.0, 0.0), (3.0, 0.0), (4.0, 1.0), (4.0, 4.0)]
    ring = rounded([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)], 2)
    assert ring[0] == ring[-1]


def test_neighbours_keep_a_shared_border_when_it_is_thinned(tmp_path: Path) -> None:
    wavy = [[2, 0], [1, 1], [-1, 1], [0, 1]]
    text = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [wavy, [[2, 3], [-2, 0], [0, -3], [2, 0]], [[2, 3], [2, 0], [0, -3], [-2, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                    {"type": "Polygon", "arcs": [[0, 2]], "properties": {"name": "East"}},
                ]
            }
        },
    }
    path = tmp_path / "two.json"
    path.write_text(json.dumps(text), encoding="utf-8")
    thin = read(path).changed(lambda arc: visvalingam(arc, 99))
    ((keys, border),) = thin.between("countries", lambda it: str(it["properties"]["name"]))
    assert (keys, border) == (frozenset({"West", "East"}), [(2, 0), (2, 3)])


def test_a_line_that_ends_short_of_the_shore_still_cuts_the_land() -> None:
    land = shapely.box(0, 0, 4, 2)
    lines = drawn_out([[(2.0, 0.03), (2.0, 1.97)]], [[(2.0, 0.03), (2.0, 1.97)]])
    shares = cut(land, lines, {"west": shapely.box(0, 0, 1.9, 2), "east": shapely.box(1.9, 0, 4, 2)})
    assert {name: made.bounds for name, made in shares.items()} == {"east": (2, 0, 4, 2), "west": (0, 0, 2, 2)}


def test_without_a_recipe_there_are_no_provinces(tmp_path: Path) -> None:
    assert read_recipe(tmp_path / "recipe.toml") == Recipe()


def test_a_missing_client_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry.shutil, "which", lambda name: None)
    with pytest.raises(RegistryError, match="npm is needed to fetch world-atlas: install Node"):
        registry.fetch(materials.COUNTRIES, tmp_path)


def test_no_registry_host_is_named_in_the_program() -> None:
    for path in (ROOT / "src" / "ashraf_atlas" / "basemap").glob("*.py"):
        assert not re.search(r"https?:|npmjs|pythonhosted|pypi\.org", path.read_text(encoding="utf-8")), path


def test_a_package_says_what_it_is() -> None:
    made = Package("atlas", "1", "npm", "MIT", "maps", "A")
    assert made.record()["name"] == "atlas" and made.record()["licence"] == "MIT"


# the world, for datasets without a base map of their own

WORLD_FILES = ("overview", "detail", "towns")


def world(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((BASEMAP / "world" / f"{name}.geojson").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", WORLD_FILES)
def test_the_map_of_the_world_names_what_it_is_made_of(name: str) -> None:
    known = [it.record() for it in (materials.COUNTRIES, materials.WATERS, materials.TOWNS)]
    made_of = world(name)["metadata"]["made_of"]
    assert made_of
    assert all(record in known for record in made_of)


@pytest.mark.parametrize("name", ["overview", "detail"])
def test_the_map_of_the_world_has_nothing_of_a_story(name: str) -> None:
    kinds = {it["properties"].pop("kind"): it["properties"] for it in world(name)["features"]}
    assert set(kinds) - {"sea"} == {"land", "lake", "river", "border"}
    assert not any(kinds.values())


@pytest.mark.parametrize(
    ("where", "lon", "lat"), [("Bogotá", -74.1, 4.6), ("Kathmandu", 85.3, 27.7), ("Jos", 8.9, 9.9)]
)
def test_there_is_land_with_borders_and_towns_everywhere(where: str, lon: float, lat: float) -> None:
    point = shapely.Point(lon, lat)
    near = point.buffer(4)
    for name in ("overview", "detail"):
        drawn = {it["properties"]["kind"]: shape(it["geometry"]) for it in world(name)["features"]}
        assert drawn["land"].contains(point)
        assert drawn["river"].intersects(near)
    towns = {it["properties"]["name"]: shape(it["geometry"]) for it in world("towns")["features"]}
    assert towns[where].distance(point) < 0.2


def test_the_map_of_the_world_is_no_heavier_than_it_needs_to_be() -> None:
    sizes = {name: (BASEMAP / "world" / f"{name}.geojson").read_bytes() for name in WORLD_FILES}
    small = {name: len(brotli.compress(content, quality=5)) for name, content in sizes.items()}
    assert small["overview"] + small["towns"] < 200_000
    assert small["detail"] < 520_000


def test_a_dataset_without_a_map_is_drawn_on_the_world_and_the_embedded_story_on_its_own(
    geodata: Path, tiny: Path
) -> None:
    assert own_basemap.folder_of(tiny) == BASEMAP / "world"
    assert own_basemap.folder_of(geodata) == BASEMAP

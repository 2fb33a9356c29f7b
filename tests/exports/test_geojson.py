"""The GeoJSON held against RFC 7946."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from typing import Any

import geopandas as gpd
import pytest

from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported
from tests.exports.places_apart import across_the_meridian

SECTION_7 = {"geometry", "coordinates", "geometries", "properties"}
"""Members that nothing else may be called."""


def collection(content: bytes) -> dict[str, Any]:
    def refused(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    made: dict[str, Any] = json.loads(content.decode("utf-8"), parse_constant=refused)
    return made


def by_id(content: bytes) -> dict[str, dict[str, Any]]:
    return {it["id"]: it for it in collection(content)["features"]}


def lint(made: dict[str, Any]) -> None:
    """Assert what RFC 7946 asks for."""
    assert made["type"] == "FeatureCollection"
    assert "crs" not in made
    assert not SECTION_7 & set(made)
    ids = [it["id"] for it in made["features"]]
    assert len(ids) == len(set(ids))
    points = []
    for it in made["features"]:
        assert set(it) == {"type", "id", "geometry", "properties"}
        assert it["type"] == "Feature"
        assert isinstance(it["properties"], dict)
        points += list(positions(it["geometry"]))
    west, south, east, north = made["bbox"]
    assert -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    for lon, lat in points:
        assert west <= lon <= east if west <= east else lon >= west or lon <= east
        assert south <= lat <= north


def positions(geometry: dict[str, Any] | None) -> list[list[float]]:
    if geometry is None:
        return []
    assert set(geometry) == {"type", "coordinates"}
    coordinates = geometry["coordinates"]
    lines = {
        "Point": lambda: [[coordinates]],
        "LineString": lambda: [coordinates],
        "MultiLineString": lambda: coordinates,
    }[geometry["type"]]()
    for line in lines:
        assert geometry["type"] == "Point" or len(line) >= 2
        for position in line:
            assert len(position) == 2
            assert abs(position[0]) <= 180 and abs(position[1]) <= 90
        for (lon, _), (next_lon, _) in pairwise(line):
            assert abs(next_lon - lon) < 180, "a line jumps over the map"
    return [position for line in lines for position in line]


@pytest.mark.parametrize("dataset", DATASETS)
def test_it_keeps_the_rules_of_rfc_7946(dataset: str) -> None:
    lint(collection(exported(dataset, "geojson")))


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_place_attack_and_relocation_is_there(dataset: str) -> None:
    story = bundle(dataset).story
    assert list(by_id(exported(dataset, "geojson"))) == [
        *(f"place:{it.id}" for it in story.places),
        *(f"attack:{it.id}" for it in story.attacks),
        *(f"relocation:{it.id}" for it in story.relocations),
    ]


def test_a_gis_reads_it(choir: Copy) -> None:
    read = gpd.read_file(io.BytesIO(exported("choir", "geojson")))
    assert len(read) == 15
    assert read.crs == "EPSG:4326"
    mill = read[read["id"] == "old_mill"].iloc[0]
    assert (mill.geometry.x, mill.geometry.y) == (9.16, 47.69)


def test_dates_stand_as_written_and_as_days_and_nothing_is_null() -> None:
    features = by_id(exported("choir", "geojson"))
    geese = features["attack:atk_geese"]["properties"]
    assert [geese[name] for name in ("date", "start", "end")] == ["1993-07~", "1993-07-01", "1993-07-31"]
    mill = features["place:old_mill"]["properties"]
    assert [mill[name] for name in ("opened", "start", "closed", "end")] == [
        "1990-04", "1990-04-01", "1992-10~", "1992-10-31",
    ]  # fmt: skip
    boathouse = features["place:boathouse"]["properties"]
    assert (boathouse["closed"], boathouse["end"], boathouse["area_km2"], boathouse["area_note"]) == (None,) * 4


def test_figures_carry_who_says_them_and_every_source_its_publisher_title_and_address() -> None:
    bubbles = by_id(exported("choir", "geojson"))["attack:atk_bubbles"]["properties"]
    assert bubbles["killed_best"] == 0
    claim = next(it for it in bubbles["claims"] if it["id"] == "clm_bubbles_1")
    assert (claim["value"], claim["qualifier"], claim["speakers"]) == (4, "at least", ["League of Lakes"])
    assert claim["sources"] == [
        {
            "id": "s_league_1991",
            "publisher": "League of Lakes",
            "title": "Statement on foam",
            "date": "1991-06-20",
            "url": "https://example.org/league/1991",
        }
    ]
    set_aside = next(it for it in bubbles["claims"] if it["id"] == "clm_bubbles_4")
    assert (set_aside["status"], set_aside["reason"]) == ("set aside", "Counts the geese.")


def test_what_the_atlas_does_not_draw_has_no_line() -> None:
    features = by_id(exported("choir", "geojson"))
    for id_ in ("rel_offer", "rel_all_out", "rel_ghost_boat"):
        assert features[f"relocation:{id_}"]["geometry"] is None
    boat = features["relocation:rel_first_boat"]
    assert boat["geometry"]["type"] == "LineString"
    assert boat["geometry"]["coordinates"][0] == [9.16, 47.69]
    assert boat["geometry"]["coordinates"][-1] == [9.73, 47.5]
    assert boat["properties"]["part_of"] == "rel_1992"


def test_a_way_over_the_180th_meridian_is_cut_there(choir: Copy) -> None:
    across_the_meridian(choir)
    for place in ("quarry_stage", "liechtenstein", "vorarlberg"):
        choir.set_place(place, point=[179.0, -17.0], country="FJ", precision_m=500_000)
    made = collection(export_of(choir.folder, "geojson"))
    lint(made)
    west, _, east, _ = made["bbox"]
    assert (west, east) == (178.0, -172.4)
    boat = next(it for it in made["features"] if it["id"] == "relocation:rel_first_boat")
    assert boat["geometry"]["type"] == "MultiLineString"
    here, there = boat["geometry"]["coordinates"]
    assert (here[0], there[-1]) == ([178.0, -17.8], [-172.4, -13.6])
    assert (here[-1][0], there[0][0]) == (180.0, -180.0)
    assert here[-1][1] == there[0][1]
    back = next(it for it in made["features"] if it["id"] == "relocation:rel_soloists")
    assert [line[0][0] for line in back["geometry"]["coordinates"]] == [-172.4, 180.0]


def test_hard_texts_come_through_unchanged(choir: Copy) -> None:
    choir.set("attacks.csv", "atk_geese", "summary", HARD)
    choir.set_place("old_mill", name="“Ölmühle” <1>")
    features = by_id(export_of(choir.folder, "geojson"))
    assert features["attack:atk_geese"]["properties"]["summary"] == HARD
    assert features["place:old_mill"]["properties"]["title"] == "“Ölmühle” <1>"

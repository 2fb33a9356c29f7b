"""The GeoPackage as GDAL and SQLite read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest

from ashraf_atlas.exports.bundle import about
from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported, file_of
from tests.exports.places_apart import across_the_meridian

TABLES = [
    "presence", "claims", "accounts", "checks", "context", "controversies", "custody", "steps", "corrections",
    "speakers", "kinds", "sources", "estimates", "presence_by_year",
]  # fmt: skip


@pytest.fixture(scope="module")
def choir_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file_of(exported("choir", "gpkg"), tmp_path_factory.mktemp("gpkg") / "choir.gpkg")


@pytest.fixture
def database(choir_file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(choir_file)
    yield connection
    connection.close()


def test_it_has_the_layers_and_the_tables(choir_file: Path) -> None:
    layers = dict(pyogrio.list_layers(choir_file).tolist())
    shapes = {"places": "Point", "attacks": "Point", "relocations": "MultiLineString"}
    assert layers == {**shapes, **dict.fromkeys(TABLES)}


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_row_is_there(dataset: str, tmp_path: Path) -> None:
    path = file_of(exported(dataset, "gpkg"), tmp_path / "all.gpkg")
    tables = bundle(dataset).tables
    for layer in ("places", "attacks", "relocations", *TABLES[:-2]):
        assert pyogrio.read_info(path, layer=layer)["features"] == len(tables[layer]), layer


def test_places_are_where_they_are_and_nothing_is_null(choir_file: Path) -> None:
    places = gpd.read_file(choir_file, layer="places").set_index("id")
    assert places.crs == "EPSG:4326"
    assert (places.geometry["old_mill"].x, places.geometry["old_mill"].y) == (9.16, 47.69)
    assert places["area_km2"].isna().tolist() == [False, True, True, True, True]
    assert places["area_note"].isna().tolist() == [False, True, True, True, True]
    assert str(places["start"]["old_mill"])[:10] == "1990-04-01"
    assert places["closed"]["old_mill"] == "1992-10~"


def test_attacks_have_their_figures_and_relocations_their_lines(choir_file: Path) -> None:
    attacks = gpd.read_file(choir_file, layer="attacks").set_index("id")
    assert attacks.loc["atk_bubbles", ["wounded_best", "wounded_low", "wounded_high"]].tolist() == [4, 4, 8]
    assert attacks["wounded_basis"]["atk_bubbles"] == "un"
    assert attacks["place_name"]["atk_bubbles"] == "Old Mill"
    relocations = gpd.read_file(choir_file, layer="relocations").set_index("id")
    assert relocations.geometry.isna().sum() == 3
    assert relocations["drawn"]["rel_offer"] == "none"


def test_the_database_is_whole_and_knows_what_its_columns_mean(database: sqlite3.Connection) -> None:
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert database.execute("pragma foreign_key_check").fetchall() == []
    meaning = "select description from gpkg_data_columns where table_name = 'claims' and column_name = 'value'"
    assert database.execute(meaning).fetchall() == [("the figure; empty only if low and high are given",)]


def test_licence_citation_and_version_are_in_its_metadata_and_in_every_layer(
    database: sqlite3.Connection, choir_file: Path
) -> None:
    said = about(bundle("choir"))
    metadata = pyogrio.read_info(choir_file, layer="places")["dataset_metadata"]
    for name in ("licence", "licence_url", "citation", "version", "title"):
        assert metadata[name] == said[name]
    for table, description in database.execute("select table_name, description from gpkg_contents"):
        for name in ("licence", "citation", "version"):
            assert said[name] in description, table


def test_its_times_are_those_of_the_version_of_the_facts(database: sqlite3.Connection) -> None:
    assert set(database.execute("select last_change from gpkg_contents")) == {("1996-01-01T00:00:00.000Z",)}
    assert set(database.execute("select timestamp from gpkg_metadata_reference")) == {("1996-01-01T00:00:00.000Z",)}


def test_the_clock_of_gdal_is_given_back() -> None:
    exported("choir", "gpkg")
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


def test_hard_texts_and_the_meridian_are_no_problem(choir: Copy, tmp_path: Path) -> None:
    across_the_meridian(choir)
    choir.set("attacks.csv", "atk_geese", "summary", HARD)
    text = choir.text("story.toml")
    choir.write("story.toml", text.replace('title = "The Wandering Choir"', 'title = "<Choir> & „Co“"'))
    path = file_of(export_of(choir.folder, "gpkg"), tmp_path / "hard.gpkg")
    assert gpd.read_file(path, layer="attacks")["summary"][1] == HARD
    assert pyogrio.read_info(path, layer="places")["dataset_metadata"]["title"] == "<Choir> & „Co“"
    boat = gpd.read_file(path, layer="relocations").geometry[0]
    assert [line.coords[0][0] for line in boat.geoms] == [178.0, -180.0]

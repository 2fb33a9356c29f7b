"""The GeoParquet file as GeoPandas and Arrow read it, and its metadata held against the specification (1.1)."""

from __future__ import annotations

import io
import json
from datetime import date

import geopandas as gpd
import pyarrow.parquet as pq
import pytest
import shapely

from ashraf_atlas.exports.bundle import about
from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported
from tests.exports.places_apart import across_the_meridian


def metadata(content: bytes) -> dict[str, str]:
    found = pq.read_schema(io.BytesIO(content)).metadata
    return {name.decode(): text.decode() for name, text in found.items()}


def read(content: bytes) -> gpd.GeoDataFrame:
    return gpd.read_parquet(io.BytesIO(content)).set_index(["feature", "id"])


@pytest.mark.parametrize("dataset", DATASETS)
def test_its_metadata_are_those_of_geoparquet(dataset: str) -> None:
    content = exported(dataset, "geoparquet")
    geo = json.loads(metadata(content)["geo"])
    assert set(geo) == {"version", "primary_column", "columns"}
    assert geo["version"] == "1.1.0"
    column = geo["columns"][geo["primary_column"]]
    assert column["encoding"] == "WKB"
    assert "crs" not in column  # which means OGC:CRS84
    table = pq.read_table(io.BytesIO(content))
    shapes = shapely.from_wkb(table[geo["primary_column"]].to_pylist())
    assert column["geometry_types"] == sorted({shape.geom_type for shape in shapes if shape is not None})
    assert column["bbox"] == pytest.approx(shapely.total_bounds(shapes).tolist())


@pytest.mark.parametrize("dataset", DATASETS)
def test_it_holds_every_feature_in_crs84(dataset: str) -> None:
    story, table = bundle(dataset).story, read(exported(dataset, "geoparquet"))
    assert table.crs == "OGC:CRS84"
    assert [*table.index.get_level_values("id")] == [
        it.id for them in (story.places, story.attacks, story.relocations) for it in them
    ]


def test_licence_citation_and_version_are_in_its_metadata() -> None:
    found = metadata(exported("choir", "geoparquet"))
    assert about(bundle("choir")).items() <= found.items()


def test_columns_have_their_types_and_nothing_is_null() -> None:
    table = read(exported("choir", "geoparquet"))
    bubbles = table.loc[("attack", "atk_bubbles")]
    assert (bubbles["wounded_best"], bubbles["wounded_basis"], bubbles["start"]) == (4, "un", date(1991, 6, 15))
    assert bubbles["sources"][0]["publisher"] == "Lake Gazette"
    assert [it["metric"] for it in bubbles["estimates"]] == ["killed", "wounded"]
    boathouse = table.loc[("place", "boathouse")]
    assert boathouse[["closed", "end", "people", "area_km2"]].isna().all()
    assert table.loc[("relocation", "rel_offer")].geometry is None


def test_hard_texts_and_the_meridian_are_no_problem(choir: Copy) -> None:
    across_the_meridian(choir)
    choir.set("attacks.csv", "atk_geese", "summary", HARD)
    content = export_of(choir.folder, "geoparquet")
    table = read(content)
    assert table.loc[("attack", "atk_geese"), "summary"] == HARD
    assert table.loc[("relocation", "rel_first_boat")].geometry.geom_type == "MultiLineString"
    west, _, east, _ = json.loads(metadata(content)["geo"])["columns"]["geometry"]["bbox"]
    assert west > east

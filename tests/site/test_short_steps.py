"""The base map's lines as steps: the browser makes the very same GeoJSON of them, and they are shorter."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.site.build import build_site
from ashraf_atlas.site.short_steps import in_short_steps
from tests.conftest import ROOT
from tests.test_javascript import node

MODULE = ROOT / "assets" / "client" / "short_steps.mjs"
READ = f"""import {{ readFileSync }} from "node:fs";
import {{ inFull }} from {json.dumps(MODULE.as_uri())};
process.stdout.write(JSON.stringify(inFull(JSON.parse(readFileSync(0, "utf8")))));"""


def in_the_browser(collection: dict[str, Any]) -> Any:
    told = json.dumps(collection)
    done = subprocess.run(
        [str(node()), "--input-type=module", "-e", READ], input=told, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", sorted((ROOT / "geodata" / "basemap").glob("*.geojson")), ids=lambda it: str(it.stem))
def test_the_browser_has_the_same_map(path: Path) -> None:
    whole = json.loads(path.read_text(encoding="utf-8"))
    assert in_the_browser(in_short_steps(whole)) == whole


def test_every_form_of_geometry_comes_through() -> None:
    line = [[-0.1, 0], [179.9999999, -89.5], [-180, 90]]
    ring = [[1.25, 2], [3, 4.125], [5, -6], [1.25, 2]]
    forms = [
        {"type": "Point", "coordinates": [1.123456789, 2]},
        {"type": "MultiPoint", "coordinates": line},
        {"type": "LineString", "coordinates": line},
        {"type": "LineString", "coordinates": []},
        {"type": "MultiLineString", "coordinates": [line, ring]},
        {"type": "Polygon", "coordinates": [ring, ring]},
        {"type": "MultiPolygon", "coordinates": [[ring], [ring, ring]]},
        {"type": "MultiLineString", "coordinates": [[], line]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "MultiPolygon", "coordinates": [[]]},
        {"type": "MultiPolygon", "coordinates": [[[]], [[], ring]]},
        None,
    ]
    together = [*forms, {"type": "GeometryCollection", "geometries": forms[:-1]}]
    whole = {
        "type": "FeatureCollection",
        "metadata": {"kept": "as it is"},
        "features": [{"type": "Feature", "properties": {"kind": "land"}, "geometry": it} for it in together],
    }
    assert in_the_browser(in_short_steps(whole)) == whole


def test_heights_and_what_is_under_a_centimetre_are_left_out() -> None:
    line = {"type": "LineString", "coordinates": [[1.00000004, 2, 300], [1.5, 2.25, 301]]}
    told = in_short_steps({"features": [{"geometry": line}]})
    steps = {"type": "LineString", "steps": [100, 200, 50, 25]}
    assert told == {"decimals": 2, "features": [{"geometry": steps}]}


@pytest.mark.parametrize(
    "feature",
    [
        None,
        "land",
        {"type": "Feature"},
        {"geometry": "land"},
        {"geometry": {}},
        {"geometry": {"type": "Polygon"}},
        {"geometry": {"type": "Polygon", "coordinates": None}},
        {"geometry": {"type": "LineString", "coordinates": [["east", "north"]]}},
        {"geometry": {"type": "LineString", "coordinates": [[1.5]]}},
        {"geometry": {"type": "LineString", "coordinates": [[1e308, 1.0000001]]}},
    ],
)
def test_what_is_no_geometry_is_left_as_it_is(feature: Any) -> None:
    assert in_short_steps({"features": [feature]})["features"] == [feature]


def test_a_collection_that_came_as_it_is_stays_so() -> None:
    whole = {"features": [{"geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}}]}
    assert in_the_browser(whole) == whole


def test_a_base_map_may_begin_with_a_byte_order_mark(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(tiny, folder)
    ring = [[[0, 0], [20, 0], [20, 20], [0, 0]], []]
    land = {"type": "Feature", "properties": {"kind": "land"}, "geometry": {"type": "Polygon", "coordinates": ring}}
    (folder / "basemap").mkdir(exist_ok=True)
    for name, features in {"overview": [land], "detail": [land], "towns": []}.items():
        text = json.dumps({"type": "FeatureCollection", "features": features})
        (folder / "basemap" / f"{name}.geojson").write_text(text, encoding="utf-8-sig")
    site = build_site(folder)
    assert b"written-map" in site.files["index.html"].content
    (script,) = [file.content for path, file in site.files.items() if path.startswith("static/overview.")]
    assert b'"steps":[[0,0,20,0,0,20,-20,-20],[]]' in script

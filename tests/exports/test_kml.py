"""The KML held against its specification (OGC 2.2), and as GDAL reads it."""

from __future__ import annotations

import html
import re
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import pyogrio
import pytest

from ashraf_atlas.exports.bundle import about
from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported, file_of
from tests.exports.places_apart import across_the_meridian

KML = "{http://www.opengis.net/kml/2.2}"

ORDER = [
    "name", "open", "description", "TimeSpan", "TimeStamp", "styleUrl", "Style", "ExtendedData", "Folder", "Placemark",
    "Point", "LineString", "MultiGeometry",
]  # fmt: skip
"""In which the specification wants the elements of a feature."""

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""xsd:gYear, xsd:gYearMonth or xsd:date."""


def document(content: bytes) -> ElementTree.Element:
    root = ElementTree.fromstring(content)
    assert root.tag == f"{KML}kml"
    found = root.find(f"{KML}Document")
    assert found is not None
    return found


def placemark(content: bytes, id_: str) -> ElementTree.Element:
    found = document(content).find(f".//{KML}Placemark[@id='{id_}']")
    assert found is not None, id_
    return found


def times(element: ElementTree.Element) -> dict[str, str | None]:
    return {
        it.tag.removeprefix(KML): it.text
        for when in (*element.findall(f"{KML}TimeSpan"), *element.findall(f"{KML}TimeStamp"))
        for it in when
    }


def data(element: ElementTree.Element) -> dict[str | None, str | None]:
    return {it.get("name"): it.findtext(f"{KML}value") for it in element.findall(f"{KML}ExtendedData/{KML}Data")}


@pytest.mark.parametrize("dataset", DATASETS)
def test_it_keeps_the_rules_of_kml(dataset: str) -> None:
    found = document(exported(dataset, "kml"))
    styles = {it.get("id") for it in found.findall(f"{KML}Style")}
    ids = [it.get("id") for it in found.iter(f"{KML}Placemark")]
    assert len(ids) == len(set(ids))
    for feature in [found, *found.iter(f"{KML}Folder"), *found.iter(f"{KML}Placemark")]:
        order = [ORDER.index(it.tag.removeprefix(KML)) for it in feature]
        assert order == sorted(order) or feature is found
    for it in found.iter():
        if it.tag in (f"{KML}begin", f"{KML}end", f"{KML}when"):
            assert DATE.fullmatch(it.text or "")
        if it.tag == f"{KML}styleUrl":
            assert (it.text or "").removeprefix("#") in styles
        if it.tag == f"{KML}color":
            assert re.fullmatch("[0-9a-f]{8}", it.text or "")
        if it.tag == f"{KML}coordinates":
            for position in (it.text or "").split():
                lon, lat = map(float, position.split(","))
                assert abs(lon) <= 180 and abs(lat) <= 90
    assert "href" not in {it.tag.removeprefix(KML) for it in found.iter()}  # opening it asks nobody for a picture


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_gis_reads_every_folder(dataset: str, tmp_path: Path) -> None:
    path = file_of(exported(dataset, "kml"), tmp_path / "story.kml")
    story = bundle(dataset).story
    layers = [name for name, _ in pyogrio.list_layers(path)]
    assert layers == ["Places", "People, year by year", "Relocations", "Attacks and operations"]
    counts = [len(gpd.read_file(path, layer=name)) for name in layers]
    years = sum(it.state in ("known", "unknown") for place in story.places for it in place.presence)
    assert counts == [len(story.places), years, sum(bool(it.path) for it in story.relocations), len(story.attacks)]


def test_licence_citation_and_version_are_in_the_document() -> None:
    assert data(document(exported("choir", "kml"))) == about(bundle("choir"))


@pytest.mark.parametrize(
    ("id_", "when"),
    [
        ("place.old_mill", {"begin": "1990-04", "end": "1992-10-31"}),
        ("place.boathouse", {"begin": "1992-09-21"}),
        ("place.liechtenstein", {}),
        ("presence.old_mill.1991", {"begin": "1991-01-01", "end": "1991-12-31"}),
        ("relocation.rel_soloists", {"begin": "1993", "end": "1994-12-31"}),
        ("relocation.rel_second_boat", {"begin": "1992-10", "end": "1992-10-31"}),
        ("attack.atk_bubbles", {"when": "1991-06-15"}),
        ("attack.atk_geese", {"begin": "1993-07", "end": "1993-07-31"}),
    ],
)
def test_times_are_as_exact_as_they_are_known(id_: str, when: dict[str, str]) -> None:
    assert times(placemark(exported("choir", "kml"), id_)) == when


def test_people_are_told_with_range_qualifier_and_the_date_of_their_count() -> None:
    content = exported("choir", "kml")
    names = {year: placemark(content, f"presence.{year}").findtext(f"{KML}name") for year in (
        "old_mill.1990", "old_mill.1991", "boathouse.1994",
    )}  # fmt: skip
    assert list(names.values()) == ["Old Mill: 38 (about)", "Old Mill: 36–42", "The Boathouse: 35"]
    carried = placemark(content, "presence.boathouse.1994")
    assert carried.findtext(f"{KML}description") == "Last counted 1993-12-31, and carried forward."
    assert carried.findtext(f"{KML}styleUrl") == "#presence-carried"


def test_a_way_over_the_180th_meridian_is_cut_there(choir: Copy) -> None:
    across_the_meridian(choir)
    lines = placemark(export_of(choir.folder, "kml"), "relocation.rel_first_boat").findall(
        f"{KML}MultiGeometry/{KML}LineString/{KML}coordinates"
    )
    assert [(it.text or "").split(",")[0] for it in lines] == ["178.0", "-180.0"]


def test_a_text_of_the_dataset_is_never_html_and_comes_through_unchanged(choir: Copy) -> None:
    choir.set("attacks.csv", "atk_geese", "summary", HARD)
    choir.set("sources.csv", "s_gazette", "title", "A & B <i>Gazette</i>")
    choir.set_place("old_mill", name="Mill & <b>Co</b>")
    content = export_of(choir.folder, "kml")
    said = placemark(content, "attack.atk_geese").findtext(f"{KML}description") or ""
    assert "<" not in said
    assert HARD in html.unescape(said)
    assert "A & B <i>Gazette</i>, 1990/1995, https://example.org/gazette" in html.unescape(said)
    assert placemark(content, "place.old_mill").findtext(f"{KML}name") == "Mill & <b>Co</b>"
    for it in document(content).iter(f"{KML}description"):
        assert "<" not in (it.text or "")

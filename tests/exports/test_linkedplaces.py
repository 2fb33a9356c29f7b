"""The places held against Linked Places Format and against what the World Historical Gazetteer checks of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported

DATE = re.compile(r"-?\d{1,4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?")
ADDRESS = re.compile(r"https?://[a-zA-Z0-9.-]{2,256}\.[a-z]{2,63}(:\d{1,5})?(/.*)?")
TERM = re.compile(r"\w+:\S+")
CERTAINTIES = {"certain", "less-certain", "uncertain"}


def collection(content: bytes) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(content)
    return made


def place(content: bytes, id_: str) -> dict[str, Any]:
    return next(it for it in collection(content)["features"] if it["@id"] == id_)


def check_when(when: dict[str, Any]) -> None:
    assert set(when) <= {"timespans", "certainty"}
    assert when.get("certainty", "certain") in CERTAINTIES
    (span,) = when["timespans"]
    assert span and set(span) <= {"start", "end"}
    for moment in span.values():
        assert set(moment) == {"in"} or set(moment) <= {"earliest", "latest"}
        assert moment and all(DATE.fullmatch(it) for it in moment.values())


def check_citations(citations: list[dict[str, str]]) -> None:
    for it in citations:
        assert it["label"]
        assert set(it) <= {"label", "year", "@id"}
        assert re.fullmatch(r"\d{4}", it.get("year", "2000"))
        assert ADDRESS.fullmatch(it.get("@id", "https://example.org"))


@pytest.mark.parametrize("dataset", DATASETS)
def test_it_keeps_the_rules_of_the_format(dataset: str) -> None:
    made = collection(exported(dataset, "linkedplaces"))
    assert made["type"] == "FeatureCollection"
    assert made["@context"].startswith("https://")
    ids = [it["@id"] for it in made["features"]]
    assert len(set(ids)) == len(ids) == len(bundle(dataset).story.places)
    for it in made["features"]:
        assert TERM.fullmatch(it["@id"])
        assert it["type"] == "Feature"
        assert it["properties"]["title"]
        assert all(re.fullmatch("[A-Z]{2}", code) for code in it["properties"]["ccodes"])
        assert set(it["properties"]["fclasses"]) <= set("AHLPRST")
        check_when(it["when"])
        assert "start" in it["when"]["timespans"][0]
        assert it["names"][0]["citations"]
        for name in it["names"]:
            assert name["toponym"]
            assert re.fullmatch("[a-z]{2,3}", name.get("lang", "en"))
            check_citations(name.get("citations", []))
        for type_ in it["types"]:
            assert type_["label"]
            assert re.fullmatch(r"aat:\d{9}", type_.get("identifier", "aat:300000809"))
        assert it["geometry"]["type"] == "Point"
        lon, lat = it["geometry"]["coordinates"]
        assert abs(lon) <= 180 and abs(lat) <= 90
        assert it["geometry"].get("certainty", "certain") in CERTAINTIES
        check_when(it["geometry"]["when"])
        for relation in it["relations"]:
            assert TERM.fullmatch(relation["relationType"])
            assert relation["relationTo"] in ids
            check_when(relation.get("when", it["when"]))
        assert all(said["value"] for said in it["descriptions"])
        assert it["links"] == []


def test_the_whole_says_what_it_is_and_how_to_cite_it() -> None:
    made = collection(exported("choir", "linkedplaces"))
    assert (made["licence"], made["version"]) == ("CC0 1.0", "0.1.0")
    assert made["indexing"]["@type"] == "Dataset"
    assert made["indexing"]["name"] == "The Wandering Choir"
    assert made["indexing"]["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert made["indexing"]["creator"] == [{"name": "The Wandering Choir"}]
    (item,) = made["citation"]["citationItems"]
    assert item["itemData"]["type"] == "dataset"
    assert item["itemData"]["issued"] == {"date-parts": [[1996, 1, 1]]}
    assert "The Wandering Choir, an invented dataset." in item["itemData"]["note"]


def test_a_place_has_all_its_names_and_its_life() -> None:
    mill = place(exported("choir", "linkedplaces"), "choir:old_mill")
    assert [(it["toponym"], it.get("lang")) for it in mill["names"]] == [
        ("Old Mill", "en"), ("Alte Mühle", "de"), ("Vieux moulin", "fr"), ("The Mill", None),
        ("Mill of Saint Ottokar", None),
    ]  # fmt: skip
    assert mill["when"] == {
        "timespans": [{"start": {"in": "1990-04"}, "end": {"earliest": "1992-10-01", "latest": "1992-10-31"}}],
        "certainty": "less-certain",
    }
    assert mill["names"][0]["citations"][0] == {
        "label": "Lake Gazette: Reports on the choir", "year": "1990", "@id": "https://example.org/gazette",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "span"),
    [
        # open to this day, as far as the facts go
        ("boathouse", {"start": {"in": "1992-09-21"}, "end": {"earliest": "1996-01-01"}}),
        # only named by an attack of July 1993 and a move of 1993 or 1994
        ("quarry_stage", {"start": {"latest": "1993-07-31"}, "end": {"earliest": "1993-07-01"}}),
        ("liechtenstein", {"start": {"latest": "1994-03-31"}, "end": {"earliest": "1994-03-01"}}),
    ],
)
def test_what_is_not_known_of_a_life_is_bounded_by_what_happened_there(id_: str, span: dict[str, Any]) -> None:
    assert place(exported("choir", "linkedplaces"), f"choir:{id_}")["when"]["timespans"] == [span]


def test_relations_are_movements_and_never_offers_or_what_is_set_aside() -> None:
    labels = [it["label"] for it in place(exported("choir", "linkedplaces"), "choir:boathouse")["relations"]]
    assert labels == [
        "First boat to Bregenz (1992-09-20/1992-09-21): Old Mill → The Boathouse",
        "Second boat to Bregenz (1992-10~): Old Mill → The Boathouse",
        "The move of 1992 (1992): Old Mill → The Boathouse",
        "Soloists leave for the stage (1993/1994): The Boathouse → Quarry Stage",
    ]
    holder = place(exported("choir", "linkedplaces"), "choir:vorarlberg")["relations"]
    assert [it["relationTo"] for it in holder] == ["choir:boathouse"]


def test_a_coarse_point_is_less_certain(choir: Copy) -> None:
    choir.set_place("old_mill", coarsen_m=5000)
    mill = place(export_of(choir.folder, "linkedplaces"), "choir:old_mill")
    assert (mill["geometry"]["certainty"], mill["properties"]["precision_m"]) == ("less-certain", 5000)


def test_hard_texts_come_through_unchanged(choir: Copy) -> None:
    choir.set_place("old_mill", note=HARD, name_ar="الطاحونة")
    mill = place(export_of(choir.folder, "linkedplaces"), "choir:old_mill")
    assert mill["descriptions"][0]["value"] == HARD
    assert {"toponym": "الطاحونة", "lang": "ar"} in mill["names"]

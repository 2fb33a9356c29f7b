"""A long story in parts: nothing is lost on the way, and the browser makes of them the same story."""

from __future__ import annotations

import json
import math
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas import chart_rows, own_basemap
from ashraf_atlas.parted import MOST_AT_ONCE, is_long, parted
from ashraf_atlas.site.build import build_site
from ashraf_atlas.site.pages import pages
from ashraf_atlas.written.story_page import written
from tests.conftest import ROOT, facts_of
from tests.synthetic import Size, write_story
from tests.test_javascript import node

Facts = dict[str, Any]
STORIES = ("geodata", "tests/data/tiny")
FAR = 0.1
"""Degrees that a way on a sphere may lie off that on the ellipsoid."""


def in_the_browser(first: Facts, parts: Facts, asked: list[Facts] | None = None) -> Facts:
    told = json.dumps({"first": first, "parts": parts, "asked": asked or []})
    program = node()
    assert program, "no Node.js: install it, or the playwright package"
    script = ROOT / "tests" / "js" / "made_whole.mjs"
    done = subprocess.run([program, script], input=told, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def as_json(facts: Facts) -> Facts:
    return dict(json.loads(json.dumps(facts)))


@pytest.fixture(scope="module")
def long_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long") / "story"
    write_story(folder, Size(attacks=2_400, places=60, relocations=120))
    return folder


@pytest.fixture(scope="module")
def long_facts(long_story: Path) -> Facts:
    return facts_of(long_story)


@pytest.mark.parametrize("name", STORIES)
def test_the_browser_makes_the_same_story_of_the_parts(name: str) -> None:
    whole = as_json(facts_of(ROOT / name))
    made = parted(whole)
    after = in_the_browser(made.first, made.parts)["after"]
    for id_, row in after["relocations"].items():
        expected = whole["relocations"][id_].pop("path")
        assert len(row["path"]) == len(expected)
        for point, other in zip(row.pop("path"), expected, strict=True):
            assert math.dist(point, other) < FAR
    for table in ("attacks", "relocations", "places"):
        assert {row.pop("part") for row in after[table].values()} <= {None}
    for source in whole["sources"].values():
        source.update(resting=len(source["rests"]), rests=[])
    order = ["place", "year"]
    for it in (after, whole):
        it["ledger"].sort(key=lambda balance: str([balance[name] for name in order]))
    counted = after.pop("counted")
    assert sum(map(len, counted.values())) == sum(len(it["counts"]) for it in whole["places"].values())
    assert after.pop("parted")
    assert after == whole


def test_what_comes_first_is_a_small_part_of_a_long_story(long_facts: Facts) -> None:
    made = parted(long_facts)
    first, whole = (len(json.dumps(it)) for it in (made.first, long_facts))
    assert is_long(long_facts)
    assert first < whole / 12
    assert max(len(json.dumps(it)) for it in made.parts.values()) < 1_000_000


def test_each_page_knows_the_parts_that_it_needs(long_facts: Facts) -> None:
    made = parted(long_facts)
    asked = [
        {"select": "attack:atk_300", "year": 1990},
        {"select": "place:place_20", "year": 1990},
        {"select": None, "year": 1990},
        {"select": "page:chronology", "year": 1990},
        {"select": "page:sources", "year": 1990},
    ]
    told = in_the_browser(made.first, made.parts, asked)
    attack, place, year, chronology, sources = told["wanted"]
    assert attack == ["attacks-1"]
    assert "claims" in made.parts["attacks-1"]["attacks"]["atk_300"]
    assert place == ["places-1"]
    assert year == ["year-1990"]
    assert "year-1990" in chronology
    assert 2 <= len(chronology) <= 5
    assert sources == []
    assert told["left"] == [[]] * len(asked)
    before = told["before"]["attacks"]["atk_300"]
    assert before["title"] == long_facts["attacks"]["atk_300"]["title"]
    assert before["claims"] == []


def test_the_embedded_story_is_sent_whole(ashraf_facts: Facts) -> None:
    assert not is_long(ashraf_facts)
    assert sum(len(ashraf_facts[it]) for it in ("attacks", "relocations", "places")) < MOST_AT_ONCE / 2


def test_a_long_story_has_pages_of_its_years_and_the_first_leads_to_them(long_facts: Facts, long_story: Path) -> None:
    assert {page.folder.split("/")[0] for page in pages(long_facts)} == {"", "year"}
    body = written(long_facts, own_basemap.folder_of(long_story)).body
    assert 'href="./year/1990/"' in body
    assert "Invented attack number 300" not in body
    assert len(body) < 400_000


def test_its_files_are_found_by_the_names_that_the_page_has(long_story: Path) -> None:
    site = build_site(long_story)
    later = [path for path in site.files if path.startswith("static/attacks-")]
    assert len(later) == math.ceil(2_400 / 256)
    story = next(file.content for path, file in site.files.items() if path.startswith("static/story."))
    assert all(path.encode() in story for path in later)
    assert b"atlasData" in site.files[later[0]].content


def test_a_chart_of_many_places_has_one_layer_for_the_smaller_ones(long_facts: Facts) -> None:
    layers = chart_rows.presence(long_facts)
    assert len(layers) == chart_rows.MOST_PLACES
    assert layers[-1].name == f"{60 - chart_rows.MOST_PLACES + 1} other places"
    people = [sum(it.counted) + sum(it.carried) for it in layers]
    assert sum(people) == sum(
        it["best"] for place in long_facts["places"].values() for it in place["presence"].values() if it["best"]
    )


def test_a_chart_of_a_long_story_has_a_bar_for_each_year(long_facts: Facts) -> None:
    bars = chart_rows.killed(long_facts)
    known = [year for year, it in long_facts["years"].items() if it["killed"] and it["killed"]["best"] is not None]
    assert [it.title for it in bars] == known
    assert all(it.ref == "" and it.low <= it.middle <= it.high for it in bars)

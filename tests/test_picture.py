"""Pictures drawn without a browser: they show and say what the page does."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from ashraf_atlas import own_basemap, picture
from ashraf_atlas.picture import circles as places
from ashraf_atlas.picture.basemap import basemap
from ashraf_atlas.picture.camera import view_of
from ashraf_atlas.picture.counts import count_in_words, span_in_words
from ashraf_atlas.picture.dates import date_in_words
from ashraf_atlas.picture.lettering import Scene
from ashraf_atlas.picture.lines import relocation_lines
from ashraf_atlas.picture.marks import attack_marks
from ashraf_atlas.picture.png import png
from ashraf_atlas.picture.sentences import killed_figure, year_sentence
from ashraf_atlas.picture.shapes import CORNERS, head_path, mark_path
from ashraf_atlas.picture.share_card import card_svg
from ashraf_atlas.picture.shown import Wish
from ashraf_atlas.picture.static_map import scene_of
from ashraf_atlas.picture.words import Words
from tests.conftest import Copying, facts_of
from tests.extremes import EXTREMES
from tests.pictured import SVG, Facts, opened, wishes, years_of
from tests.test_javascript import node

SCRIPT = Path(__file__).parent / "js" / "what_the_page_shows.mjs"
SIZES = ((1200, 630), (597, 449), (360, 420))
EXACT = 0.011
"""Pixels by which the two sides may differ: the page rounds here and there."""


def the_page(facts: Facts, **asked: Any) -> Facts:
    """What the page's own modules draw and say."""
    program = node()
    assert program, "no Node.js: install it, or the playwright package"
    given = json.dumps({"facts": facts, **{"lang": "en", **asked}})
    run = subprocess.run([program, SCRIPT], input=given, capture_output=True, encoding="utf-8", check=False)
    assert not run.returncode, run.stderr
    said: Facts = json.loads(run.stdout)
    return said


def dates_in(value: Any) -> Iterator[Facts]:
    if isinstance(value, dict):
        yield from [value] if "edtf" in value else (date for each in value.values() for date in dates_in(each))
    elif isinstance(value, list):
        yield from (date for each in value for date in dates_in(each))


def near(value: Any) -> Any:
    return pytest.approx(value, abs=EXACT)


@pytest.mark.parametrize("name", ["ashraf_facts", "tiny_facts"])
def test_a_picture_draws_what_the_page_draws(name: str, request: pytest.FixtureRequest) -> None:
    facts: Facts = request.getfixturevalue(name)
    asked = [(wish, view_of(wish, size)) for wish in wishes(facts) for size in SIZES[1:]]
    views = [{name: getattr(view, name) for name in ("lon", "lat", "zoom", "width", "height")} for _, view in asked]
    given = [{"year": it.year, "select": it.select, "view": view} for (it, _), view in zip(asked, views, strict=True)]
    shown = the_page(facts, asked=given)["scenes"]
    for (wish, view), page in zip(asked, shown, strict=True):
        circles = places.circles(wish, view)
        assert [(it.ref, it.x, it.y, it.r, it.custody, it.area, it.low, it.high) for it in circles] == [
            (
                it["ref"],
                *(near(it[key]) for key in ("x", "y", "r")),
                it["custody"],
                *(near(it[key]) for key in ("area", "low", "high")),
            )
            for it in page["circles"]
        ]
        lines, movers = relocation_lines(wish, view, circles)
        assert [(it.ref, it.now, it.thin, it.dashed, len(it.way.points)) for it in lines] == [
            (it["ref"], it["now"], it["thin"], it["dashed"], len(it["points"])) for it in page["lines"]
        ]
        assert [it.way.points[-1] for it in lines if it.way.points] == [
            near(tuple(it["points"][-1])) for it in page["lines"] if it["points"]
        ]
        assert [(it.ref, it.x, it.y, it.r, it.unknown, it.part) for it in movers] == [
            (it["ref"], *(near(it[key]) for key in ("x", "y", "r")), it["unknown"], it["part"]) for it in page["movers"]
        ]
        marks = attack_marks(wish, view, circles)
        assert [
            (it.ref, it.form, it.filling, it.now, it.selected, it.x, it.y, it.r) for it in marks if not it.refs
        ] == [
            (
                it["ref"],
                it["form"],
                it["filling"],
                it["tone"] == "now",
                it["selected"],
                *(near(it[key]) for key in ("x", "y", "r")),
            )
            for it in page["marks"]
        ]
        assert [(list(it.refs), it.x, it.y) for it in marks if it.refs] == [
            (it["refs"], near(it["x"]), near(it["y"])) for it in page["gathered"]
        ]


@pytest.mark.parametrize("name", ["ashraf_facts", "tiny_facts"])
def test_a_picture_says_what_the_page_says(name: str, request: pytest.FixtureRequest) -> None:
    facts: Facts = request.getfixturevalue(name)
    words = Words(facts, "en")
    told = {key: value for key, value in facts.items() if key != "text"}
    dates = [(date, within) for date in dates_in(told) for within in (None, 2013, 1992)]
    counts = [it for place in facts["places"].values() for it in place.get("presence", {}).values()]
    counts += list(facts["relocations"].values())
    page = the_page(facts, dates=dates, counts=counts)
    assert {str(year): year_sentence(words, year) for year in years_of(facts)} == page["sentences"]
    assert [date_in_words(date, words, within=within) for date, within in dates] == page["dates"]
    assert [[count_in_words(it, words), span_in_words(it, words)] for it in counts] == page["counts"]
    for id_, attack in facts["attacks"].items():
        figure = killed_figure(words, attack)
        said = " ".join([figure.amount, figure.what, *figure.lines]) if figure else None
        assert said == (re.sub(" +", " ", " ".join(page["killed"][id_])) if figure else None)
        assert figure or not (attack["counted"] or attack["estimates"].get("killed"))


@pytest.mark.parametrize("language", ["fr", "ar", "sq"])
def test_in_other_languages_dates_and_lists_read_as_on_the_page(language: str, ashraf_facts: Facts) -> None:
    facts = {**ashraf_facts, "text": {**ashraf_facts["text"], language: {}}}
    words = Words(facts, language)
    dates = list({it["edtf"]: it for it in dates_in({**facts, "text": {}})}.values())
    page = the_page(facts, lang=language, dates=[(it, None) for it in dates])
    assert [date_in_words(it, words) for it in dates] == page["dates"]
    assert {str(year): year_sentence(words, year) for year in years_of(facts)} == page["sentences"]


def test_the_forms_of_the_marks_are_those_of_the_page(tiny_facts: Facts) -> None:
    page = the_page(tiny_facts)
    drawn = [*(mark_path(form, 7) for form in [*CORNERS, "none"]), head_path(0.7, 11)]
    numbers = [[float(it) for it in re.findall(r"-?[\d.]+", path)] for path in drawn]
    expected = [[float(it) for it in re.findall(r"-?[\d.]+", path)] for path in [*page["shapes"], page["head"]]]
    assert numbers == [pytest.approx(it, abs=EXACT) for it in expected]


def scene(wish: Wish, basemap_folder: Path, size: tuple[float, float]) -> Scene:
    return scene_of(wish, Words(wish.facts, wish.language), view_of(wish, size), basemap(basemap_folder).towns)


@pytest.mark.parametrize("size", SIZES)
def test_no_label_lies_over_another_or_beyond_the_frame(
    ashraf_facts: Facts, basemap_folder: Path, size: tuple[float, float]
) -> None:
    for wish in [*wishes(ashraf_facts), Wish(ashraf_facts, 2026, None, "en", whole=True)]:
        laid = scene(wish, basemap_folder, size).labels
        assert laid
        for one, other in combinations(laid, 2):
            assert not one.box.overlap(other.box), (wish.year, one.wanted.lines, other.wanted.lines)
        for it in laid:
            assert it.box.left >= 0 <= it.box.top and it.box.right <= size[0] and it.box.bottom <= size[1]


@pytest.mark.parametrize("size", SIZES)
def test_what_happens_in_a_year_is_inside_the_frame(
    ashraf_facts: Facts, basemap_folder: Path, size: tuple[float, float]
) -> None:
    for wish in wishes(ashraf_facts):
        shown = scene(wish, basemap_folder, size)
        if not wish.select:
            known = {it.ref for it in shown.circles if it.presence["state"] == "known" and it.custody is not None}
            assert known <= {it.wanted.ref for it in shown.labels}, wish.year
        own = [it for it in shown.marks if it.now and (it.selected or not wish.select)]
        for it in [*own, *(it for it in shown.circles if it.presence["state"] == "known" and not wish.select)]:
            assert it.r <= it.x <= size[0] - it.r and it.r <= it.y <= size[1] - it.r, (wish.year, it)


def keys(svg: str, layer: str) -> set[str]:
    root = ElementTree.fromstring(svg)
    return {it.get("data-key", "") for group in root.iter(f"{SVG}g") if group.get("class") == layer for it in group}


def test_a_map_has_every_attack_of_its_year_and_none_of_later_ones(ashraf_facts: Facts, basemap_folder: Path) -> None:
    dated = {f"attack:{id_}": int(it["date"]["from"]) for id_, it in ashraf_facts["attacks"].items()}
    for year in years_of(ashraf_facts):
        marks = keys(picture.svg_map(ashraf_facts, basemap_folder, year), "marks")
        assert {ref for ref, of in dated.items() if of == year} <= marks
        assert not {ref for ref, of in dated.items() if of > year} & set(" ".join(marks).split())


def test_a_map_has_the_year_s_relocations_and_no_later_one(ashraf_facts: Facts, basemap_folder: Path) -> None:
    lines = keys(picture.svg_map(ashraf_facts, basemap_folder, 2012), "lines")
    began = {f"relocation:{id_}": it["years"] for id_, it in ashraf_facts["relocations"].items() if it["years"]}
    assert any(2012 in began[ref] for ref in lines)
    assert all(began[ref][0] <= 2012 for ref in lines)


def test_the_selected_attack_has_a_ring_around_it_and_stands_in_the_middle(
    ashraf_facts: Facts, basemap_folder: Path
) -> None:
    chosen = "attack:atk_2013_09_01"
    svg = picture.svg_map(ashraf_facts, basemap_folder, 2013, select=chosen)
    root = ElementTree.fromstring(svg)
    rings = [it for it in root.iter(f"{SVG}circle") if it.get("class") == "chosen"]
    assert len(rings) == 1
    assert abs(float(rings[0].get("cx", 0)) - 600) < 90
    assert "chosen" not in picture.svg_map(ashraf_facts, basemap_folder, 2013)


def test_themes_and_sizes_are_those_that_were_asked_for(ashraf_facts: Facts, basemap_folder: Path) -> None:
    svg = picture.svg_map(ashraf_facts, basemap_folder, 2016, theme="dark", size=(800, 500))
    assert 'width="800" height="500"' in svg
    assert "#20282C" in svg
    assert "#F4F0E7" not in svg


def test_a_map_says_in_its_title_what_the_year_holds(ashraf_facts: Facts, basemap_folder: Path) -> None:
    title = ElementTree.fromstring(picture.svg_map(ashraf_facts, basemap_folder, 2013)).find(f"{SVG}title")
    assert title is not None
    assert title.text == year_sentence(Words(ashraf_facts, "en"), 2013)


@pytest.mark.parametrize("change", EXTREMES.values(), ids=EXTREMES.keys())
def test_any_story_has_pictures(change: Any, broken_copy: Copying, tiny: Path, geodata: Path) -> None:
    copy = broken_copy(tiny)
    change(copy)
    facts = facts_of(copy.folder)
    base = own_basemap.folder_of(copy.folder)
    span = years_of(facts)
    for year in {span[0], span[-1]}:
        ElementTree.fromstring(picture.svg_map(facts, base, year))
    ElementTree.fromstring(card_svg(facts, base, year=span[len(span) // 2]))
    for id_ in facts["attacks"]:
        ElementTree.fromstring(card_svg(facts, base, attack=id_))
    assert opened(png(card_svg(facts, base), small=False)).size == (1200, 630)


def test_across_the_date_line_the_world_goes_on(basemap_folder: Path, ashraf_facts: Facts, geodata: Path) -> None:
    world = basemap(geodata / "basemap" / "world")
    view = view_of(Wish(ashraf_facts, 2013, None, "en"), (800, 400))
    there = replace(view, lon=180.0, lat=-17.8, zoom=4.0)
    path = world.drawn(there, "light")
    starts = [float(x) for x in re.findall(r"M(-?[\d.]+) ", path)]
    assert min(starts) < 300
    assert max(starts) > 500
    assert world.drawn(replace(there, lon=-180.0), "light") == path


def test_the_base_map_is_read_once(basemap_folder: Path, tmp_path: Path) -> None:
    assert basemap(basemap_folder) is basemap(basemap_folder)
    shape = {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 0]]]}
    feature = {"type": "Feature", "properties": {"kind": "land"}, "geometry": shape}
    (tmp_path / "overview.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    alone = basemap(tmp_path)
    assert alone.detail is None
    assert alone.towns == ()

"""Every text of the embedded story in every language it speaks: none falls back, none says another figure."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

import pytest
from babel import Locale

from ashraf_atlas.figure import charts
from ashraf_atlas.load import load
from ashraf_atlas.site.languages import facts_in, spoken
from ashraf_atlas.translations import texts, translations
from tests.conftest import ROOT, Copy, facts_of

GEODATA = ROOT / "geodata"
LANGUAGES = ("ar", "fa", "fr", "sq")
"""Those besides the story's own."""

SAME = frozenset((ROOT / "tests" / "data" / "same_in_every_language.txt").read_text(encoding="utf-8").splitlines())
"""Texts that are rightly the same in some other language: names above all."""

FROM_RIGHT = ("ar", "fa")
DECADE = re.compile(r"\b\d{4}s\b")
"""The 1970s: some languages have a word for them."""

DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


@lru_cache
def tables() -> Any:
    return load(GEODATA)


def own(language: str) -> dict[str, Any]:
    return {it.key: it for it in tables()["own_texts"][language]}


def test_the_five_languages_are_there() -> None:
    assert [*tables()["own_texts"]] == sorted([*LANGUAGES, "en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_story_falls_back(language: str) -> None:
    given = translations(tables(), language)
    wanted = dict(texts(tables()))
    assert [key for key in wanted if key not in given] == [], "missing, or of an older original"
    assert [key for key in given if key not in wanted] == []
    alike = {text for key, text in wanted.items() if given[key] == text}
    assert sorted(alike - SAME) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_interface_falls_back(language: str) -> None:
    english, words = own("en"), own(language)
    plurals = {re.sub(r"_one$", "", key) for key in english if key.endswith("_one")}
    counted = {f"{stem}_{form}" for stem in plurals for form in ("one", "other")}
    forms = {*Locale.parse(language).plural_form.tags, "other"} - {"zero"}  # without one, zero is said as other numbers
    if language == "fr":
        forms -= {"many"}  # of millions
    wanted = {*(set(english) - counted), *(f"{stem}_{form}" for stem in plurals for form in forms)}
    assert sorted(wanted - set(words)) == []
    assert [key for key, it in words.items() if ":" not in key and not it.text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_a_name(language: str) -> None:
    places = json.loads((GEODATA / "places.geojson").read_text(encoding="utf-8"))["features"]
    assert [it["properties"]["id"] for it in places if not it["properties"].get(f"name_{language}")] == []


@pytest.mark.parametrize("language", [it for it in LANGUAGES if it in FROM_RIGHT])
def test_every_town_on_the_map_has_a_name_in_other_scripts(language: str) -> None:
    towns = json.loads((GEODATA / "basemap" / "towns.geojson").read_text(encoding="utf-8"))["features"]
    names = {it["properties"]["name"] for it in towns}
    assert sorted(names - {key.removeprefix("town.") for key in own(language) if key.startswith("town.")}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_those_of_the_original(language: str) -> None:
    wrong = [
        (key, row.original[:80], row.text[:80])
        for key, row in own(language).items()
        if row.original and figures(row.text) not in (figures(row.original), figures(DECADE.sub("", row.original)))
    ]
    assert wrong == []


def figures(text: str) -> list[str]:
    """The numbers of a text, however a language writes them."""
    plain = re.sub(r"(?<=\d)[\u202f\u00a0 ,.٬،](?=\d{3}(?!\d))", "", text.translate(DIGITS))
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)[,٫](?=\d)", ".", plain)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_says_whether_it_was_proofread(language: str) -> None:
    assert {it.status for it in tables()["own_texts"][language]} <= {"to be proofread", "proofread"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_gets_every_text_and_no_fact_changes(language: str) -> None:
    facts = facts_of(GEODATA)
    other = facts_in(tables(), facts, language)
    said = json.dumps(spoken(facts, charts(facts), other)["texts"], ensure_ascii=False)
    originals = set(dict(texts(tables())).values())
    for (table, id_, column), text in translations(tables(), language).items():
        if table != "story" and text not in originals:
            assert json.dumps(text, ensure_ascii=False)[1:-1].split(";")[0] in said, (table, id_, column)
    numbers = re.findall(r"[:\[, ](-?\d+(?:\.\d+)?)[,\]}]", re.sub(r'"(?:[^"\\]|\\.)*"', '""', said))
    assert numbers == [], "only texts differ"


def test_a_text_that_has_changed_is_not_given_in_its_old_form(choir: Copy) -> None:
    (choir.folder / "text").mkdir()
    choir.write("text/fr.csv", "key,text,original\nattack:atk_geese.title,Oies,What it was called before\n")
    assert translations(load(choir.folder), "fr") == {}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("attack:nobody.title,x", "attacks.csv has no such id"),
        ("attack:atk_geese.date,x", "not a text that can be translated"),
        ("goose:atk_geese.title,x", "an unknown kind"),
        ("attack:atk_geese,x", "not a text of the story"),
        ("sources.count_other,{cuont} von {total}", "{cuont} is filled by nothing"),
    ],
)
def test_what_cannot_be_meant_is_told(choir: Copy, row: str, told: str) -> None:
    (choir.folder / "text").mkdir()
    choir.write("text/de.csv", f"key,text\n{row}\n")
    assert [told in it for it in choir.problems()] == [True]
    assert choir.problems()[0].startswith("text/de.csv:2:")


def test_the_list_of_what_is_the_same_holds_nothing_else() -> None:
    known = set(dict(texts(tables())).values())
    assert sorted(SAME - known) == []

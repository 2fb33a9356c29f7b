"""The story in words, as it stands in a page before scripts run: it holds all that the payload holds, and is HTML."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markupsafe import escape

from ashraf_atlas.written.story_page import written


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.fixture(scope="module")
def whole(ashraf_facts: dict[str, Any], basemap_folder: Path) -> str:
    return str(written(ashraf_facts, basemap_folder).body)


def test_it_is_well_formed(whole: str) -> None:
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{whole}</body></html>"
    html5lib.HTMLParser(strict=True).parse(page)


def test_what_is_not_on_the_first_screen_is_for_browsers_without_scripts(whole: str) -> None:
    at_once, _, rest = whole.partition('<noscript class="written-rest">')
    assert 8_000 < len(at_once) < 20_000
    within, _, after = rest.partition("</noscript>")
    assert within.count("<section") > 30
    assert "<section" not in after


def test_everything_that_happened_is_in_it_with_its_sources(whole: str, ashraf_facts: dict[str, Any]) -> None:
    said = text_of(whole)
    for table in ("attacks", "relocations", "context"):
        for row in ashraf_facts[table].values():
            if row.get("related"):
                continue  # it only points at what is told already
            assert " ".join(row["title"].split()) in said, row["id"]
            article = whole[whole.index(f'id="written-{table.rstrip("s")}-{row["id"]}"') :].partition("</article>")[0]
            for source in row["sources"]:
                url = ashraf_facts["sources"][source]["url"]
                assert (str(escape(url)) if url else f"#written-source-{source}") in article, (row["id"], source)


def test_every_figure_and_every_word_of_a_party_is_in_it(whole: str, ashraf_facts: dict[str, Any]) -> None:
    said = text_of(whole)
    for attack in ashraf_facts["attacks"].values():
        for account in attack["accounts"]:
            assert " ".join(account["text"].split()) in said, account["id"]
        article = whole[whole.index(f'id="written-attack-{attack["id"]}"') :].partition("</article>")[0]
        assert article.count("<li>") == len(attack["claims"]) + len(attack["accounts"])
    for place in ashraf_facts["places"].values():
        for count in place["counts"]:
            assert not count["description"] or " ".join(count["description"].split()) in said, count["id"]
    for check in ashraf_facts["checks"].values():
        assert " ".join(check["finding"].split()) in said, check["id"]
    for dispute in ashraf_facts["controversies"].values():
        assert " ".join(dispute["reply"].split()) in said, dispute["id"]
    for source in ashraf_facts["sources"].values():
        assert f'id="written-source-{source["id"]}"' in whole


def test_a_year_and_an_attack_have_what_is_theirs(ashraf_facts: dict[str, Any], basemap_folder: Path) -> None:
    year = str(written(ashraf_facts, basemap_folder, year=2013, root="../../").body)
    assert all(f"written-{ref.replace(':', '-')}" in year for ref in ashraf_facts["years"]["2013"]["events"])
    assert 'href="../../"' in year
    attack = str(written(ashraf_facts, basemap_folder, attack="atk_2013_09_01", root="../../").body)
    assert re.findall(r'<article id="written-attack-([^"]+)"', attack) == ["atk_2013_09_01"]


def test_the_map_has_the_colours_of_both_themes(
    whole: str, ashraf_facts: dict[str, Any], basemap_folder: Path
) -> None:
    drawn = whole[whole.index("<svg") : whole.index("</figure>")]
    assert not re.search(r"#[0-9A-Fa-f]{6}\b", drawn), "every colour is a variable"
    style = written(ashraf_facts, basemap_folder).style
    for name in set(re.findall(r"var\((--map-\d+)\)", drawn)):
        assert style.count(f"{name}:") == 3


def test_facts_stay_text(tiny_facts: dict[str, Any], basemap_folder: Path) -> None:
    attack = next(iter(tiny_facts["attacks"].values()))
    marked = {**attack, "title": "<b onclick=x>&</b>"}
    facts = {**tiny_facts, "attacks": {**tiny_facts["attacks"], attack["id"]: marked}}
    assert "<b onclick" not in str(written(facts, basemap_folder).body)

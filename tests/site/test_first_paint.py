"""What a visitor sees first: the story in words, with nothing to be fetched before it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ashraf_atlas.site.build import Options, build_site
from ashraf_atlas.site.files import Site
from ashraf_atlas.site.single import single_file

TINY = Path(__file__).parents[1] / "data" / "tiny"
FETCHED = re.compile(r"<script[^>]* src=|<link rel=.(?:stylesheet|preload)|<img |<iframe |@import|url\(")
"""What a browser would wait for, or load beside the page."""


@pytest.fixture(scope="module")
def site() -> Site:
    return build_site(TINY, Options())


def pages(site: Site) -> Iterator[tuple[str, str]]:
    for path, file in site.files.items():
        if path.endswith("index.html"):
            yield path, file.content.decode("utf-8")


def test_nothing_is_fetched_before_the_story_in_words_is_there(site: Site) -> None:
    told = [*pages(site)]
    assert len(told) > 3
    for path, html in told:
        words = html[: html.index("</footer>")].replace("<noscript>", "<!--").replace("</noscript>", "-->")
        words = re.sub(r"<!--.*?-->", "", words, flags=re.DOTALL)
        found = FETCHED.findall(words.replace('url("data:', ""))
        assert found == [], path


def test_scripts_are_asked_for_in_their_order_between_words_and_map(site: Site) -> None:
    html = site.files["index.html"].content.decode("utf-8")
    asked = re.findall(r'<script defer src="\./static/(\w+)\.', html[html.index("</footer>") : html.index("<figure>")])
    assert asked == ["first", "overview", "towns", "dash", "story", "atlas"]
    assert len(re.findall(r"<script[^>]* src=", html)) == len(asked)


def test_browsers_are_told_which_scripts_run_as_the_page_comes(site: Site) -> None:
    told = {
        found[1]
        for path, file in site.files.items()
        if (found := re.fullmatch(r"static/(\w+)\.\w+\.js", path))
        and file.content.startswith(b"//# allFunctionsCalledOnLoad\n")
    }
    assert told == {"dash", "atlas"}, "of Plotly most is never called"


def test_the_page_knows_every_font_and_asks_at_once_for_those_of_its_first_words(site: Site) -> None:
    (script,) = [file.content.decode() for path, file in site.files.items() if path.startswith("static/first.")]
    listed = re.search(r"""\["fonts"\]='(.*?)';$""", script, re.MULTILINE)
    assert listed
    fonts = json.loads(listed[1])
    kept = {path for path in site.files if path.endswith(".woff2")}
    assert {path for _, _, path, _ in fonts} == kept
    assert {(family, descriptors["style"]) for family, descriptors, _, soon in fonts if soon} == {
        ("Inter", "normal"),
        ("Source Serif 4", "normal"),
    }


def test_no_rule_is_sent_twice_and_none_of_the_first_is_changed_by_a_later_one(site: Site) -> None:
    html = site.files["index.html"].content.decode("utf-8")
    first = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)[0].replace("<\\/", "</")
    whole = next(it for path, it in site.files.items() if re.search(r"static/atlas\.\w+\.css", path))
    later = whole.content.decode("utf-8")
    rules = [line for line in first.splitlines() if line.endswith("}") and len(line) > 40]
    assert len(rules) > 60
    assert [line for line in rules if line in later] == []
    assert re.findall(r"[#.]written[\w-]*", later) == ["#written"], "but for paper, which has the page itself"


def test_a_single_file_fetches_nothing_at_all() -> None:
    html = single_file(TINY, Options()).decode("utf-8")
    assert set(re.findall(r'<script[^>]* src="([^"$]*)"', html)) == {"about:blank"}  # others are codes to be copied
    assert '<link rel="stylesheet"' not in html

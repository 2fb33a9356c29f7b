"""A story in several languages: by address, browser or switch; what is not translated is in its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Server, serving, watched
from tests.browser.visitor import press, wait_for
from tests.conftest import Copy, facts_of

FRENCH = """key,text,original,status
time.year,Année,,to be proofread
button.keys,Touches,,to be proofread
panel.happened,Ce qui s’est passé,,to be proofread
attack:atk_geese.title,Une volée d’oies,{title},to be proofread
attack:atk_geese.summary,Périmé,what it said before,to be proofread
"""
PERSIAN = "key,text\nbutton.keys,کلیدها\nattack:atk_geese.title,غازها\n"


@pytest.fixture(scope="module")
def polyglot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("polyglot") / "story"
    shutil.copytree(ROOT / "tests" / "data" / "tiny", folder)
    copy = Copy(folder)
    (folder / "text").mkdir(exist_ok=True)
    title = facts_of(folder)["attacks"]["atk_geese"]["title"]
    copy.write("text/fr.csv", FRENCH.replace("{title}", f'"{title}"'))
    copy.write("text/fa.csv", PERSIAN)
    with serving("--geodata", str(folder)) as server:
        yield server


def lang(page: Page) -> Any:
    return page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]")


def test_the_address_chooses_before_the_browser_does(browser: Browser, polyglot: Server) -> None:
    with watched(browser, polyglot.address, "?select=attack:atk_geese&year=1993", locale="fr-CH") as (page, _):
        assert lang(page) == ["fr", "ltr"]
        expect(page.locator("#help")).to_have_text("Touches")
        expect(page.locator("#detail h2")).to_have_text("Une volée d’oies")
        assert "lang=" not in page.url, "it is the usual one for this browser"
    with watched(browser, polyglot.address, "?lang=en", locale="fr-CH") as (page, _):
        assert lang(page) == ["en", "ltr"]
        expect(page.locator("#help")).to_have_text("Keys")


def test_what_is_missing_or_out_of_date_is_in_the_storys_own_language(browser: Browser, polyglot: Server) -> None:
    search = "?select=attack:atk_geese&year=1993&lang=fr"
    with watched(browser, polyglot.address, search) as (page, _):
        expect(page.locator("#search")).to_have_text("Rechercher")  # words that come with the program
        expect(page.locator("#detail")).not_to_contain_text("Périmé")
        assert not page.evaluate("() => /[a-z]+[.][a-z_]+_[a-z]+/.test(document.body.innerText)"), "never a key"


def test_the_switch_keeps_the_view_and_needs_no_server_for_what_it_has(browser: Browser, polyglot: Server) -> None:
    with watched(browser, polyglot.address, "?year=1993&select=attack:atk_geese") as (page, _):
        page.select_option("#language", "fr")
        page.wait_for_selector("html[lang=fr]")
        wait_for(page, year="1993", selected="attack:atk_geese")
        expect(page.locator("#detail h2")).to_have_text("Une volée d’oies")
        assert "lang=fr" in page.url
        page.select_option("#language", "fa")
        page.wait_for_selector("html[lang=fa][dir=rtl]")
        expect(page.locator("#year-figure")).to_have_text("۱۹۹۳")
        expect(page.locator("#detail h2")).to_have_text("غازها")
        page.select_option("#language", "en")
        page.wait_for_selector("html[lang=en][dir=ltr]")
        expect(page.locator("#detail h2")).not_to_have_text("غازها")
        assert "lang=" not in page.url
        assert page.evaluate("() => atlas.state().lang") == "en"


def test_time_runs_from_left_to_right_in_every_language(browser: Browser, polyglot: Server) -> None:
    with watched(browser, polyglot.address, "?lang=fa&year=1990") as (page, _):
        left = page.locator("#previous").bounding_box()
        right = page.locator("#next").bounding_box()
        assert left and right and left["x"] < right["x"]
        press(page, "ArrowRight", year="1991")
        panel, area = page.locator("#panel").bounding_box(), page.locator("#map-area").bounding_box()
        assert panel and area and panel["x"] < area["x"], "the rest is mirrored"


def test_texts_that_do_not_come_leave_the_page_as_it_is_and_say_so(browser: Browser, polyglot: Server) -> None:
    with watched(browser, polyglot.address, "?year=1993") as (page, watch):
        page.route("**/text-fr*", lambda route: route.abort())
        page.select_option("#language", "fr")
        expect(page.locator("#spoken")).to_contain_text("Français")
        page.wait_for_selector("html[lang=en]")
        assert page.locator("#language").input_value() == "en"
        press(page, "ArrowRight", year="1994")
        watch.console.clear()  # the browser tells of what was not to be had


@pytest.mark.parametrize("path", ["fr/", "?lang=fr"])
def test_without_scripts_there_is_a_page_for_each_language(browser: Browser, polyglot: Server, path: str) -> None:
    with watched(browser, polyglot.address, path, ready="#written", java_script_enabled=False) as (page, _):
        assert page.locator("html").get_attribute("lang") == "fr"
        expect(page.locator("#written h3", has_text="Une volée d’oies")).to_be_visible()
        page.locator(".written-languages a[lang=en]").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")

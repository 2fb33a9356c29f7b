"""`--watch` as a person at work meets it: the page beside the editor follows what is saved."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open, Server, Start, watched
from tests.browser.visitor import press, wait_for
from tests.conftest import Copy


@pytest.fixture
def watching(start: Start, choir: Copy) -> Server:
    """A server that follows a copy of the invented dataset."""
    return start("--geodata", str(choir.folder), "--watch")


def problems(page: Page) -> list[str]:
    """The problems on the page once there are any, as they are read out."""
    page.wait_for_selector("html[data-problems]")
    return [text.strip() for text in page.locator("ol > li").all_text_contents()]


def test_a_new_title_is_on_the_page_once_it_is_saved(opened: Open, watching: Server, choir: Copy) -> None:
    page = opened("?year=1992&select=relocation:rel_1992", address=watching.address)
    choir.replace("story.toml", 'title = "The Wandering Choir"', 'title = "The Roaming Choir"')
    page.wait_for_selector("h1:has-text('The Roaming Choir')")
    wait_for(page, ready="true", year="1992", selected="relocation:rel_1992")


def test_problems_stand_in_for_the_map_until_they_are_mended(opened: Open, watching: Server, choir: Copy) -> None:
    page = opened("?year=1993", address=watching.address)
    press(page, "ArrowRight", year="1994")
    choir.set("attacks.csv", "atk_geese", "place", "<img src=x onerror=alert(1)>")
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-13")
    page.wait_for_selector("html[data-problems='2']")
    assert problems(page) == choir.problems()
    assert page.title().startswith("2 problems in 2 files")
    assert page.locator("img").count() == 0
    choir.set("attacks.csv", "atk_geese", "place", "quarry_stage")
    page.wait_for_selector("html[data-problems='1']")
    assert problems(page) == choir.problems()
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-08")
    wait_for(page, ready="true", year="1994")


def test_a_dataset_broken_from_the_start_becomes_the_map(browser: Browser, start: Start, choir: Copy) -> None:
    choir.set("attacks.csv", "atk_geese", "place", "nowhere")
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-13")
    server = start("--geodata", str(choir.folder), "--watch")
    with watched(browser, server.address, ready="html[data-problems]") as (page, _):
        assert problems(page) == choir.problems()
        page.keyboard.press("Tab")  # to the first of the links, one for each file
        page.keyboard.press("Enter")
        assert page.locator("h2:target").text_content() == "attacks.csv 1 problem"
        choir.set("attacks.csv", "atk_geese", "place", "quarry_stage")
        choir.set("claims.csv", "clm_geese_1", "report_date", "1993-08")
        wait_for(page, ready="true")


def test_the_page_stays_as_it_is_and_says_nothing_when_the_server_stops(opened: Open, watching: Server) -> None:
    page = opened("?year=1992", address=watching.address)
    wait_for(page, complete="true")
    watching.stop()
    press(page, "ArrowRight", year="1993")
    press(page, "ArrowLeft", year="1992")


def test_a_server_that_is_started_anew_is_found_when_the_visitor_comes_back(
    browser: Browser, start: Start, choir: Copy
) -> None:
    folder = str(choir.folder)
    server = start("--geodata", folder, "--watch")
    port = server.address.rstrip("/").rsplit(":", 1)[1]
    with watched(browser, server.address, "?year=1992") as (page, _):
        wait_for(page, complete="true")
        server.stop()
        choir.replace("story.toml", 'title = "The Wandering Choir"', 'title = "The Roaming Choir"')
        start("--geodata", folder, "--watch", "--port", port)
        page.evaluate("() => window.dispatchEvent(new Event('focus'))")
        page.wait_for_selector("h1:has-text('The Roaming Choir')")
        wait_for(page, ready="true", year="1992")


def test_without_watch_the_page_asks_for_nothing_of_it(opened: Open, start: Start, choir: Copy) -> None:
    server = start("--geodata", str(choir.folder))
    page = opened(address=server.address)
    asked = page.evaluate("() => performance.getEntriesByType('resource').map(it => it.name)")
    assert not [it for it in asked if "watch" in it]

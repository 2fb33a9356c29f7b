"""Without scripts, without WebGL, with its context lost: nobody gets less of the story."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import Open, Server, watched
from tests.browser.visitor import click_on_map, press, wait_for

NO_WEBGL = ["--no-sandbox", "--disable-gpu", "--disable-3d-apis", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Browser]:
    """A Chromium that has no WebGL."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    started = browser.browser_type.launch(executable_path=path, args=NO_WEBGL)
    yield started
    started.close()


def test_without_scripts_the_whole_story_stands_there(
    browser: Browser, server: Server, ashraf_facts: dict[str, Any]
) -> None:
    with watched(browser, server.address, ready="#written", java_script_enabled=False) as (page, _):
        expect(page.locator("#written .written-map.wide")).to_be_visible()
        for attack in ashraf_facts["attacks"].values():
            expect(page.locator(f"#written-attack-{attack['id']} h3")).to_have_text(attack["title"])
        page.locator("#written-sources").scroll_into_view_if_needed()
        expect(page.locator("#written-sources li").last).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_without_scripts_nothing_scrolls_sideways(browser: Browser, server: Server) -> None:
    options: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "java_script_enabled": False}
    with watched(browser, server.address, "year/2013/", ready="#written", **options) as (page, _):
        expect(page.locator("#written .written-map.narrow")).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        page.locator("#written a", has_text="The whole chronology").click()
        expect(page.locator("#written-sources")).to_be_attached()


def test_the_first_page_is_seen_before_any_script_has_come(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(server.address, wait_until="commit")
    expect(page.locator("#written .written-map.wide")).to_be_visible()
    expect(page.locator("#written h2").first).to_be_visible()
    expect(page.locator("#written .written-words p").last).to_be_attached()
    assert page.locator("#written-sources").count() == 0, "not read for a page that goes in a moment"
    assert "<" not in page.locator(".written-words").inner_text()
    context.close()


@pytest.mark.parametrize("missing", ["first", "atlas"])
def test_all_of_it_is_there_to_be_read_where_scripts_do_not_come(
    browser: Browser, server: Server, ashraf_facts: dict[str, Any], missing: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{missing}.*.js", lambda route: route.abort())
    page.goto(server.address)
    for attack in ashraf_facts["attacks"].values():
        expect(page.locator(f"#written-attack-{attack['id']} h3")).to_have_text(attack["title"])
    page.locator("#written-sources li").last.scroll_into_view_if_needed()
    expect(page.locator("#written-sources li").last).to_be_visible()
    context.close()


def test_all_of_it_is_there_to_be_read_after_a_while_in_which_nothing_comes(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    page.route("**/text-fr.*.js", lambda route: None)  # without it nothing is built, and it neither comes nor fails
    page.goto(f"{server.address}?lang=fr", wait_until="domcontentloaded")
    page.wait_for_selector(".written-rest", state="attached")
    page.clock.run_for(16_000)
    expect(page.locator("#written-sources li").last).to_be_attached()
    context.close()


def test_without_webgl_the_map_is_drawn_and_does_all_it_does(plain: Browser, server: Server) -> None:
    with watched(plain, server.address, "?year=2012") as (page, _):
        page.wait_for_selector("#map-area[data-paper=true] .paper-map path")
        press(page, "ArrowRight", year="2013")
        click_on_map(page, "attack:atk_2013_09_01")
        wait_for(page, selected="attack:atk_2013_09_01")
        page.keyboard.press("Escape")
        box = page.locator("#map-area").bounding_box()
        assert box
        before = page.evaluate("() => atlas.locate('place:tirana').x")
        page.mouse.move(box["x"] + 300, box["y"] + 200)
        page.mouse.down()
        page.mouse.move(box["x"] + 400, box["y"] + 230, steps=4)
        page.mouse.up()
        page.wait_for_function("before => Math.abs(atlas.locate('place:tirana').x - before - 100) < 2", arg=before)
        page.click("#zoom-in")
        page.click("#follow")
        page.click("#play")
        page.wait_for_function("() => atlas.state().year >= 2014")
        page.click("#play")
        wait_for(page, playing="false")


def test_a_lost_map_is_drawn_until_it_comes_back(opened: Open) -> None:
    page = opened("?year=2013")
    page.evaluate(
        """() => {
            const canvas = document.querySelector('#map .maplibregl-canvas');
            window.lose = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
            window.lose.loseContext();
        }"""
    )
    page.wait_for_selector("#map-area[data-paper=true] .paper-map path")
    press(page, "ArrowRight", year="2014")
    press(page, "ArrowLeft", year="2013")
    click_on_map(page, "attack:atk_2013_09_01")
    wait_for(page, selected="attack:atk_2013_09_01")
    page.evaluate("() => window.lose.restoreContext()")
    page.wait_for_selector("#map-area:not([data-paper])")
    page.keyboard.press("Escape")
    click_on_map(page, "attack:atk_2013_02_09")
    wait_for(page, selected="attack:atk_2013_02_09")

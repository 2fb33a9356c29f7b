"""The story in words is painted by what stands in the page alone, and stands still when the rest arrives."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import Server

PARTS = "#written :is(header, h1, figure, .written-words, .written-words h2, .written-words p, .written-year)"
BOXES = """(parts) => [...document.querySelectorAll(parts)].map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return [it.textContent.slice(0, 30), x, y, width, height];
})"""

PAINTED = """() => document.querySelector('.written-year')
    && performance.getEntriesByName('first-contentful-paint').length > 0"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844), (800, 500)])
def test_nothing_moves_when_the_style_sheet_arrives(browser: Browser, server: Server, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    held: list[Route] = []
    page.route("**/static/*.js", lambda _: None)  # never answered: the story in words stays
    page.route("**/static/atlas.*.css", lambda route: held.append(route))
    with page.expect_request("**/static/atlas.*.css"):
        page.goto(server.address, wait_until="commit")
    page.wait_for_function(PAINTED)  # what is off screen gets its size with the first frame
    before: list[Any] = page.evaluate(BOXES, PARTS)
    assert page.locator("#written h1").is_visible()
    assert len(before) > 10
    held[0].continue_()
    page.wait_for_selector("#react-entry-point", state="attached")  # its parser waits for the style sheet
    page.wait_for_function("() => [...document.styleSheets].some(({ href }) => href?.includes('/atlas.'))")
    assert page.evaluate(BOXES, PARTS) == before
    context.close()


def test_the_page_does_without_fonts_that_do_not_come(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(server.address)
    page.wait_for_selector("html[data-ready='true']", state="attached")
    expect(page.locator("#title h1")).to_be_visible()
    assert page.evaluate("() => [...document.fonts].filter(({ status }) => status === 'loaded').length") == 0
    context.close()


def test_the_folded_chronology_is_there_when_it_is_opened(browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script("window.requestIdleCallback = () => 0")  # the page is never idle
    page.goto(server.address)
    page.wait_for_selector("html[data-ready='true']", state="attached")
    assert page.locator("#chronology .entry").count() == 0, "nobody sees it yet"
    page.locator(".chronology-all > summary").click()
    expect(page.locator("#chronology .entry").first).to_be_visible()
    context.close()

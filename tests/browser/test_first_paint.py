"""The story in words is painted by what stands in the page alone, and stands still when the rest arrives."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Route

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

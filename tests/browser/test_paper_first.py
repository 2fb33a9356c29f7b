"""The page can be used with a map on paper before Plotly is there, and nobody notices when that takes over."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Server
from tests.browser.visitor import click_on_map, labels, press, spot, wait_for

ATTACK = "attack:atk_2013_09_01"
GRAPHS = "**/static/graphs.*.js"
SHOWN = ("place:camp_liberty", "place:tirana", ATTACK)


@pytest.fixture
def early(browser: Browser, server: Server) -> Iterator[tuple[Page, list[Route], list[str]]]:
    """A page that can be used while the bundle of the graphs is held back, the requests for it, and its console."""
    context = browser.new_context(viewport={"width": 1280, "height": 760}, reduced_motion="reduce")
    page = context.new_page()
    held: list[Route] = []
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route(GRAPHS, lambda route: held.append(route))
    with page.expect_request(GRAPHS):  # asked for only when the page can be used
        page.goto(f"{server.address}?year=2013", wait_until="commit")
    wait_for(page, ready="true")
    yield page, held, said
    context.close()


def test_it_can_be_used_before_plotly_is_there(early: tuple[Page, list[Route], list[str]]) -> None:
    page, _, said = early
    assert page.evaluate("() => typeof window.Plotly") == "undefined"
    expect(page.locator("#written")).to_have_count(0)
    click_on_map(page, ATTACK)
    wait_for(page, selected=ATTACK)
    press(page, "Escape", selected="")
    press(page, "ArrowRight", year="2014")
    press(page, "ArrowLeft", year="2013")
    before = spot(page, "place:tirana")
    box = page.locator("#map-area").bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 120)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 150, steps=4)
    page.mouse.up()
    page.wait_for_function("before => Math.abs(atlas.locate('place:tirana').x - before - 80) < 2", arg=before["x"])
    chart = page.locator(".chart-frame").bounding_box()
    assert chart
    page.mouse.click(chart["x"] + chart["width"] * (1991.5 - 1981) / 46, chart["y"] + 40)
    page.wait_for_function("() => atlas.state().year < 1995")
    assert page.locator(".paper-chart rect").count() > 10
    assert said == []


@pytest.mark.parametrize("dark", [False, True])
def test_plotly_takes_over_what_is_there(early: tuple[Page, list[Route], list[str]], dark: bool) -> None:
    page, held, said = early
    page.evaluate("theme => atlas.set({ theme })", "dark" if dark else "light")
    page.click("#zoom-out")
    click_on_map(page, ATTACK)
    wait_for(page, selected=ATTACK)
    before, words = {ref: spot(page, ref) for ref in SHOWN}, labels(page)
    held[0].continue_()
    wait_for(page, map="plotly", arrived="true", selected=ATTACK, year="2013")
    expect(page.locator(".paper-map, .paper-chart")).to_have_count(0)
    expect(page.locator("#map .maplibregl-canvas")).to_be_visible()
    expect(page.locator("#chart .main-svg").first).to_be_visible()
    for ref, place in before.items():
        after = spot(page, ref)
        assert abs(after["x"] - place["x"]) < 1.5, ref
        assert abs(after["y"] - place["y"]) < 1.5, ref
    assert labels(page) == words
    press(page, "Escape", selected="")
    click_on_map(page, ATTACK)
    wait_for(page, selected=ATTACK)
    assert said == []


def test_the_map_on_paper_has_the_colours_and_lines_of_the_other(early: tuple[Page, list[Route], list[str]]) -> None:
    page, held, _ = early
    page.evaluate("() => atlas.set({ hide: ['title', 'panel', 'time'] })")
    page.wait_for_function("() => document.querySelector('#map-area').clientHeight > 600")
    on_paper = _colours(page)
    held[0].continue_()
    wait_for(page, map="plotly", arrived="true")
    drawn = _colours(page)
    alike = [
        all(abs(a - b) <= 40 for a, b in zip(one, other, strict=True))
        for one, other in zip(on_paper, drawn, strict=True)
    ]
    assert sum(alike) / len(alike) > 0.96


def test_what_the_network_does_not_bring_is_asked_for_again(early: tuple[Page, list[Route], list[str]]) -> None:
    page, held, said = early
    held[0].abort()
    page.unroute(GRAPHS)
    wait_for(page, map="paper", arrived="true")
    press(page, "ArrowRight", year="2014")
    wait_for(page, map="plotly", arrived="true", year="2014")
    assert all("ERR_FAILED" in line for line in said)


def _colours(page: Page) -> list[tuple[int, ...]]:
    """Return the colours of a grid of points of the page as it is seen."""
    with Image.open(BytesIO(page.screenshot())) as shot:
        seen: Any = shot.convert("RGB")
        return [seen.getpixel((x, y)) for x in range(8, shot.width, 16) for y in range(8, shot.height, 16)]

"""A story full of markup and script: every view shows it as text, and nothing of it becomes an element or runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server, Start, Watch, serving, watched
from tests.browser.visitor import go_to, labels, settle, spot, story, wait_for
from tests.conftest import Copy
from tests.hostile import PAYLOAD, PIECES, said, write_hostile

MADE = """() => ['img', 'iframe', 'base', 'u', 'b', 'extra', 'svg[onload]', 'meta[http-equiv=refresh]',
    '[onerror], [onload], [onclick], [onmouseover]', 'a[href^="javascript" i]',
    'body script:not([src], [type^="application/"])',
    'head script:not([src], [type^="application/"]) ~ script:not([src], [type^="application/"])']
    .flatMap((selector) => [...document.querySelectorAll(selector)].map((it) => it.outerHTML.slice(0, 200)))"""
"""Elements that only a text of the dataset can have made; the first script of the head is the page's own."""

KINDS = {
    "attack": "attacks",
    "place": "places",
    "relocation": "relocations",
    "check": "checks",
    "source": "sources",
    "context": "context",
}

PAGES = ("article", "ledger", "sources", "corrections", "data")


@pytest.fixture(scope="module")
def hostile(tiny: Path, geodata: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hostile(tiny, geodata, tmp_path_factory.mktemp("hostile") / "story")


@pytest.fixture(scope="module")
def hostile_server(hostile: Path) -> Iterator[Server]:
    with serving("--geodata", str(hostile)) as started:
        yield started


@pytest.fixture(scope="module")
def open_page(browser: Browser, hostile_server: Server) -> Iterator[tuple[Page, Watch, list[str]]]:
    """The page of the hostile story, and the dialogs that it has opened by itself."""
    dialogs: list[str] = []
    with watched(browser, hostile_server.address, viewport={"width": 1600, "height": 1000}) as (page, watch):
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        yield page, watch, dialogs


@pytest.fixture
def page(open_page: tuple[Page, Watch, list[str]]) -> Iterator[Page]:
    """The same, with nothing selected; afterwards nothing may have run."""
    shown, watch, dialogs = open_page
    shown.evaluate("() => atlas.set({ year: 1990, select: null, lang: 'en', follow: true })")
    wait_for(shown, year="1990", selected="")
    yield shown
    unharmed(shown)
    assert (watch.console, watch.foreign, dialogs) == ([], [], [])


def unharmed(page: Page) -> None:
    assert page.evaluate(MADE) == []
    assert page.evaluate("() => [window.__hit, {}.polluted, Object.keys(Object.prototype).length]") == [None, None, 0]


def select(page: Page, ref: str) -> None:
    page.evaluate("ref => atlas.set({ select: ref })", ref)
    wait_for(page, selected=ref)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_can_be_selected_is_shown_as_text(page: Page, kind: str) -> None:
    ids = list(story(page)[KINDS[kind]])
    assert "constructor" in ids
    for language in ("en", "de"):
        page.evaluate("lang => atlas.set({ lang })", language)
        for id_ in ids:
            select(page, f"{kind}:{id_}")
            assert PIECES[0] in page.locator("#detail").inner_text(), id_
            for hidden in page.locator("#detail [data-descriptions]").all():
                hidden.click()
            unharmed(page)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_about_the_whole_story_shows_text(page: Page, name: str) -> None:
    select(page, f"page:{name}")
    expect(page.locator("#detail")).to_contain_text(PIECES[0])


def test_every_year_is_shown_as_text(page: Page) -> None:
    for year in range(1990, 1996):
        go_to(page, year)
        settle(page)
        unharmed(page)
    go_to(page, 1993)
    assert any(PIECES[0] in text for text in labels(page).values()), labels(page)
    page.locator(".chronology-all summary").first.click()
    expect(page.locator("#chronology")).to_contain_text(said("attacks", "title", "atk_bubbles"))


def test_title_description_and_words_without_script_are_literal(page: Page) -> None:
    title, subtitle = said("story", "title", "title"), said("story", "subtitle", "subtitle")
    assert page.title() == title
    expect(page.locator("h1")).to_have_text(title)
    assert page.locator("meta[name=description]").get_attribute("content") == subtitle
    metas = page.locator("meta").evaluate_all(
        "all => all.map((it) => it.name || it.getAttribute('property') || it.httpEquiv || 'charset')"
    )
    assert len(metas) == len(set(metas)), "none is there twice"
    assert {it for it in metas if not it.startswith(("og:", "twitter:"))} == {
        "charset", "Content-Security-Policy", "viewport", "description",
    }  # fmt: skip
    about = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert about["name"] == title
    expect(page.locator("#colophon")).to_contain_text(said("story", "licence", "licence"))


def test_without_script_the_page_has_its_words_only(browser: Browser, hostile_server: Server) -> None:
    quiet: dict[str, Any] = {"ready": ".noscript", "java_script_enabled": False}
    with watched(browser, hostile_server.address, **quiet) as (shown, _):
        expect(shown.locator(".noscript")).to_contain_text(PAYLOAD)
        unharmed(shown)


def test_the_chart_writes_names_and_titles_as_they_are(page: Page) -> None:
    names = page.locator("#chart .annotation-text").all_text_contents()
    assert said("places", "name", "old_mill") in names
    for trace, title in ((0, said("places", "name", "old_mill")), (-1, said("attacks", "title", "atk_bubbles"))):
        told = page.evaluate(
            """trace => {
                const chart = document.querySelector('#chart .js-plotly-plot');
                const curveNumber = trace < 0 ? chart.data.length + trace : trace;
                Plotly.Fx.unhover(chart);
                Plotly.Fx.hover(chart, [{ curveNumber, pointNumber: 0 }]);
                return chart.querySelector('.hoverlayer').textContent;
            }""",
            trace,
        )
        assert title in told, trace


def test_the_tip_beside_the_pointer_is_text(page: Page) -> None:
    go_to(page, 1992)
    for ref in ("place:prototype", "relocation:prototype"):
        at = spot(page, ref)
        page.mouse.move(at["x"], at["y"])
        expect(page.locator("#tip")).to_contain_text(PIECES[0])


def test_the_search_lists_what_it_finds_as_text(page: Page) -> None:
    page.click("#search")
    for asked in ("onerror", "constructor", "__proto__", "script"):
        page.fill("#search-words", asked)
        expect(page.locator("#search-said")).not_to_be_empty()
        unharmed(page)
    expect(page.locator("#search-answers")).to_contain_text(PIECES[0])
    page.keyboard.press("Escape")


@pytest.mark.parametrize("button", ["#help", "#cite"])
def test_dialogs_are_text(page: Page, button: str) -> None:
    select(page, "source:constructor")
    page.click(button)
    expect(page.locator("dialog[open]")).to_contain_text(PIECES[0].split()[0])
    unharmed(page)
    page.keyboard.press("Escape")


def test_addresses_lead_to_the_web_only(page: Page) -> None:
    for ref in ("source:constructor", "page:data", "page:sources"):
        select(page, ref)
        links = page.eval_on_selector_all("a[href]", "found => found.map((it) => new URL(it.href, location).protocol)")
        assert set(links) <= {"http:", "https:"}, links


def test_the_page_of_problems_shows_values_as_text(browser: Browser, start: Start, choir: Copy) -> None:
    choir.set("attacks.csv", "atk_geese", "place", f"x{PIECES[0]}")
    choir.set("attacks.csv", "pol_search", "date", PIECES[3])
    choir.set("claims.csv", "clm_geese_1", "value", f"{PIECES[1]}{PIECES[9]}")
    choir.replace("speakers.csv", "id,name", f"id,{PIECES[2]}name")
    server = start("--geodata", str(choir.folder), "--watch")
    with watched(browser, server.address, ready="html[data-problems]") as (shown, _):
        assert [it.strip() for it in shown.locator("ol > li").all_text_contents()] == choir.problems()
        unharmed(shown)

"""Nothing that axe-core finds (WCAG 2.2 A, AA, best practices) in any mode, panel, dialog, theme or language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open, Server, watched

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = """rules => axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } })
    .then(({ violations }) => violations.map((it) =>
        `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`))"""

VIEWS = (
    "year=2013", "select=attack:atk_2013_09_01", "select=place:camp_liberty", "select=relocation:rel_2013_alb",
    "select=check:check_15", "select=source:s_hrw_2006", "select=context:ctx_1965", "select=page:article",
    "select=page:ledger", "select=page:sources", "select=page:corrections", "select=page:data", "select=page:tables",
    "select=page:chronology", "mode=embed&year=2013", "mode=present&step=5", "mode=speaker&step=3",
)  # fmt: skip
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def findings(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: list[str] = page.evaluate(FOUND, RULES)
    return found


@pytest.fixture(scope="module", params=["desk-light", "desk-dark", "phone-light"])
def looks(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    size, theme = request.param.split("-")
    yield {**(DESK if size == "desk" else PHONE), "color_scheme": theme}


def test_no_view_has_any(browser: Browser, server: Server, looks: dict[str, Any]) -> None:
    with watched(browser, server.address, "?year=2012", **looks) as (page, _):
        for view in VIEWS:
            mode = dict(it.split("=") for it in view.split("&")).get("mode")
            if mode:
                page.goto(f"{server.address}?{view}")
                page.wait_for_selector("html[data-ready=true][data-map]", state="attached")
            else:
                page.evaluate(
                    """view => {
                        const asked = Object.fromEntries(new URLSearchParams(view));
                        atlas.set({ ...asked, ...(asked.year && { year: Number(asked.year), select: null }) });
                    }""",
                    view,
                )
                selected = view.removeprefix("select=") if view.startswith("select=") else ""
                page.wait_for_selector(f'html[data-selected="{selected}"]', state="attached")
            assert findings(page) == [], view


@pytest.mark.parametrize("dialog", ["#search", "#share", "#cite", "#help"])
def test_no_dialog_has_any(opened: Open, dialog: str) -> None:
    page = opened("?year=2013&select=attack:atk_2013_09_01", **DESK)
    page.click(dialog)
    page.wait_for_selector("dialog[open]")
    if dialog == "#share":
        page.wait_for_selector("#share-picture:not([aria-busy])")
    assert findings(page) == []


@pytest.mark.parametrize("below", ["", "year/2013/", "attack/atk_2013_09_01/"])
def test_the_page_without_scripts_has_none(browser: Browser, server: Server, below: str) -> None:
    context = browser.new_context(**DESK)
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{server.address}{below}")
    page.wait_for_selector("#written")
    assert findings(page) == []
    context.close()


def test_no_language_has_any(opened: Open) -> None:
    page = opened("?year=2013")
    for language in page.evaluate("() => [...document.querySelectorAll('#language option')].map((it) => it.value)"):
        page.evaluate("lang => atlas.set({ lang, select: 'attack:atk_2013_09_01' })", language)
        page.wait_for_selector(f"html[lang={language}]", state="attached")
        assert findings(page) == [], language

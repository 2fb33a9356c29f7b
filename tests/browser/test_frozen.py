"""The frozen site in Chromium: from any web server under any path, in the strictest frame, and as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page

from ashraf_atlas.__main__ import main
from tests.browser.conftest import watched
from tests.browser.hosting import atlas_in, embedded, hosted, shows, tell
from tests.browser.visitor import click_on_map, wait_for
from tests.conftest import ROOT

STORY = ROOT / "geodata"
ATTACK = "attack:atk_2013_09_01"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web server's folder with the frozen site somewhere below, compressed quickly."""
    from ashraf_atlas.site import folder

    root = tmp_path_factory.mktemp("www")
    (root / "a").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(folder, "ENCODINGS", {})
        assert main(["freeze", str(root / "a" / "b"), str(STORY)]) == 0
    return root


@pytest.fixture(scope="module")
def address(sites: Path) -> Iterator[str]:
    with hosted(sites) as found:
        yield f"{found}a/b/"


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("stick") / "atlas.html"
    assert main(["freeze", "--single-file", str(file), str(STORY)]) == 0
    return file.as_uri()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return `visit(address, **options)`: a page of its own, see `watched`."""
    with ExitStack() as stack:
        yield lambda address, **options: stack.enter_context(watched(browser, address, **options))[0]


FONTS = """() => [...document.fonts].filter(({ status }) => status === 'loaded')
    .map(({ family }) => family.replaceAll('"', ''))"""
"""Families of which the page has a font; `document.fonts.check` says so of those it has never heard of, too."""


def behaves(page: Page | Frame) -> None:
    """Do what a visitor does: step, select on the map, read, and go near enough for the finer map."""
    page.evaluate("() => atlas.set({ year: 2013 })")
    shows_year(page, 2013)
    assert "2013" in page.locator("#year").get_attribute("aria-valuetext", timeout=10_000)  # type: ignore[operator]
    page.evaluate("ref => atlas.set({ select: ref })", ATTACK)
    page.wait_for_selector(f'html[data-selected="{ATTACK}"]', state="attached")
    page.evaluate("() => atlas.set({ view: [33.8, 44.5, 8] })")
    page.wait_for_function(
        "() => document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map.getLayer('detail-land')"
    )
    assert {"Inter", "Source Serif 4"} <= set(page.evaluate(FONTS))


def shows_year(page: Page | Frame, year: int) -> None:
    page.wait_for_selector(f'html[data-year="{year}"]', state="attached")


def test_any_web_server_can_serve_it_below_any_path(visit: Callable[..., Page], address: str) -> None:
    page = visit(address)
    click_on_map(page, "place:tehran")
    wait_for(page, selected="place:tehran")
    behaves(page)
    assert page.url.startswith(f"{address}?year=2013&select={ATTACK}")
    page.reload()
    wait_for(page, ready="true", selected=ATTACK)


def test_a_page_of_a_year_begins_there_and_leads_on(visit: Callable[..., Page], address: str) -> None:
    page = visit(f"{address}year/2013/")
    assert page.evaluate("() => atlas.state().year") == 2013
    assert page.title() == "Ashraf Atlas"
    page.keyboard.press("ArrowRight")
    wait_for(page, year="2014")
    page.wait_for_function("at => location.href === at", arg=f"{address}?year=2014")
    page.go_back()
    wait_for(page, year="2013")
    assert page.url == f"{address}year/2013/"
    behaves(page)


def test_a_page_of_an_attack_begins_with_it_and_the_address_may_say_more(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit(f"{address}attack/atk_2013_09_01/?theme=dark")
    state = page.evaluate("() => atlas.state()")
    assert (state["select"], state["year"], state["theme"]) == (ATTACK, 2013, "dark")
    page.locator("#panel-close").click()
    wait_for(page, selected="")
    assert page.url == f"{address}?year=2013&theme=dark"


def test_downloads_are_where_the_page_says(visit: Callable[..., Page], address: str) -> None:
    page = visit(f"{address}year/2013/?select=page:data")
    with page.expect_download() as download:
        page.locator(".downloads a").first.click()
    assert download.value.url == f"{address}data/ashraf.zip"
    assert download.value.path().read_bytes().startswith(b"PK")


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin", None])
def test_it_works_in_the_strictest_frame(browser: Browser, address: str, tmp_path: Path, sandbox: str | None) -> None:
    held = "" if sandbox is None else f' sandbox="{sandbox}"'
    frame = f'<iframe{held} width="800" height="500" src="{address}?mode=embed&amp;year=2013" title="Atlas"></iframe>'
    strict = {
        "Content-Security-Policy": f"default-src 'none'; script-src 'self'; img-src data:; frame-src http://{urlsplit(address).netloc}"
    }
    with embedded(browser, address, tmp_path, frame, headers=strict) as page:
        atlas = atlas_in(page)
        assert atlas.evaluate("() => window.origin === 'null'") == (sandbox == "allow-scripts")
        tell(page, {"type": "set", "state": {"year": 2011}})
        shows(atlas, year=2011)
        behaves(atlas)


def test_one_file_opens_without_a_network(visit: Callable[..., Page], single: str) -> None:
    page = visit(single, offline=True)
    click_on_map(page, "place:tehran")
    wait_for(page, selected="place:tehran")
    behaves(page)
    page.reload()
    wait_for(page, ready="true", year="2013", selected=ATTACK)
    page.evaluate("() => atlas.set({ select: 'place:camp_ashraf' })")
    wait_for(page, selected="place:camp_ashraf")
    page.go_back()
    wait_for(page, selected=ATTACK)
    page.evaluate("() => atlas.set({ select: 'page:data' })")
    page.locator("#detail h2").wait_for()
    assert page.locator(".downloads a").count() == 0, "what is not there is not offered"


def test_one_file_can_stand_on_stage(visit: Callable[..., Page], single: str) -> None:
    page = visit(f"{single}?mode=present", offline=True)
    wait_for(page, step="1", arrived="true")
    for step in (2, 3):
        page.keyboard.press("PageDown")
        wait_for(page, step=str(step), arrived="true")
    page.reload()
    wait_for(page, ready="true", step="3")


def test_one_file_from_a_web_server_stays_at_its_own_address(visit: Callable[..., Page], single: str) -> None:
    file = Path(single.removeprefix("file://"))
    with hosted(file.parent) as address:
        page = visit(f"{address}{file.name}")
        page.keyboard.press("ArrowRight")
        wait_for(page, year="1982")
        page.wait_for_function("at => location.href === at", arg=f"{address}{file.name}?year=1982")
        page.reload()
        wait_for(page, ready="true", year="1982")

"""The atlas on a slide of a reveal.js deck: neither takes the other's keys, and none is lost."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import ROOT, Server
from tests.vendor_reveal import FOLDER, REVEAL


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output to itself."""


@pytest.fixture
def deck(browser: Browser, server: Server, tmp_path: Path) -> Iterator[Page]:
    """A deck of three slides from another origin, the atlas on the second."""
    for name in ("reveal.js", "reveal.css", "deck.js"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / "index.html").write_text((FOLDER / "deck.html").read_text().replace("ATLAS", server.address))
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(tmp_path)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"http://127.0.0.1:{host.server_address[1]}/")
    atlas(page).wait_for_selector("html[data-arrived=true]", state="attached", timeout=60_000)
    yield page
    context.close()
    host.shutdown()
    host.server_close()
    assert said == []


def atlas(page: Page) -> Frame:
    handle = page.wait_for_selector("iframe.atlas", state="attached")
    assert handle
    frame = handle.content_frame()
    assert frame
    return frame


def stands(page: Page, slide: int, step: int) -> None:
    """Wait until deck and atlas stand there."""
    page.wait_for_function("slide => Reveal.getIndices().h === slide", arg=slide)
    atlas(page).wait_for_selector(f'html[data-step="{step}"]', state="attached")


def last(page: Page) -> int:
    return int(atlas(page).evaluate("() => atlas.state().steps"))


def walk(page: Page) -> None:
    """Through the whole deck and back, key by key."""
    end = last(page)
    for step in range(2, end + 1):
        page.keyboard.press("PageDown")
        stands(page, 1, step)
    page.keyboard.press("ArrowRight")
    stands(page, 2, end)
    page.keyboard.press("PageUp")
    stands(page, 1, end)


def test_with_the_deck_in_focus_its_keys_walk_from_stop_to_stop(deck: Page) -> None:
    stands(deck, 0, 1)
    deck.keyboard.press("ArrowRight")
    stands(deck, 1, 1)
    entries = deck.evaluate("() => history.length")
    walk(deck)
    for step in range(last(deck) - 1, 0, -1):
        deck.keyboard.press("ArrowLeft")
        stands(deck, 1, step)
    deck.keyboard.press("ArrowLeft")
    stands(deck, 0, 1)
    assert deck.evaluate("() => history.length") == entries


def test_a_frame_that_was_clicked_gives_the_deck_the_keys_it_has_no_use_for(deck: Page) -> None:
    deck.keyboard.press("PageDown")
    stands(deck, 1, 1)
    deck.frame_locator("iframe.atlas").locator("#map .maplibregl-canvas").click(position={"x": 20, "y": 20})
    deck.wait_for_function("() => document.activeElement.tagName === 'IFRAME'")
    walk(deck)
    deck.frame_locator("iframe.atlas").locator("#map .maplibregl-canvas").click(position={"x": 20, "y": 20})
    deck.keyboard.press("Home")
    stands(deck, 1, 1)
    deck.keyboard.press("PageUp")
    stands(deck, 0, 1)


def test_keys_of_the_deck_alone_reach_it_from_within_the_frame(deck: Page) -> None:
    deck.keyboard.press("PageDown")
    stands(deck, 1, 1)
    deck.frame_locator("iframe.atlas").locator("#map .maplibregl-canvas").click(position={"x": 20, "y": 20})
    deck.keyboard.press("o")
    deck.wait_for_function("() => Reveal.isOverview()")
    deck.keyboard.press("Escape")  # does not lead off the stage within somebody's deck
    deck.wait_for_function("() => !Reveal.isOverview()")
    assert atlas(deck).evaluate("() => atlas.state().mode") == "present"


def test_the_deck_in_the_readme_is_the_one_that_is_tested() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert (FOLDER / "deck.js").read_text(encoding="utf-8") in readme


def test_reveal_has_the_version_that_is_recorded() -> None:
    assert json.loads((FOLDER / "version.json").read_text())["version"] == REVEAL.version
    assert re.search(rf"[`\"']{re.escape(REVEAL.version)}[`\"']", (FOLDER / "reveal.js").read_text(encoding="utf-8"))

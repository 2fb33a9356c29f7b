"""The atlas on a slide of a reveal.js deck: neither takes the other's keys, none acts twice, and none is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import ROOT, Server
from tests.browser.hosting import hosted
from tests.vendor_reveal import FOLDER, REVEAL

FORWARD = ("PageDown", "ArrowRight", "ArrowDown", "Space", "Enter", "n")
BACK = ("PageUp", "ArrowLeft", "ArrowUp", "Backspace", "p", "Shift+Space", "Shift+Enter")
BEFORE, ATLAS, AFTER = range(3)

Show = Callable[..., Page]
Focus = Callable[[Page], None]


@contextmanager
def shown(browser: Browser, lake: Server, folder: Path, *changes: tuple[str, str]) -> Iterator[Page]:
    """The deck of three slides, the atlas on the second, with these changes (old, new) to its HTML.

    Its console must stay empty, and nobody but the deck's server and the atlas's may be asked for anything.
    """
    html = (FOLDER / "deck.html").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in html
        html = html.replace(old, new)
    html = html.replace("ATLAS", lake.address)
    for name in ("reveal.js", "reveal.css", "deck.js"):
        (folder / name).write_bytes((FOLDER / name).read_bytes())
    (folder / "index.html").write_text(html, encoding="utf-8")
    said: list[str] = []
    asked: list[str] = []
    with hosted(folder) as address:
        context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        page.wait_for_function("() => Reveal.isReady()")
        yield page
        context.close()
    known = {urlsplit(address).netloc, urlsplit(lake.address).netloc}
    assert [url for url in asked if url.startswith("http") and urlsplit(url).netloc not in known] == []
    assert said == []


@pytest.fixture
def show(browser: Browser, lake: Server, tmp_path: Path) -> Iterator[Show]:
    """Return `show(*changes)`: a deck of one's own."""
    with ExitStack() as stack:
        yield lambda *changes: stack.enter_context(shown(browser, lake, tmp_path, *changes))


@pytest.fixture(scope="module")
def common(browser: Browser, lake: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A deck that stays open: loading takes longer than what most tests do in it."""
    with shown(browser, lake, tmp_path_factory.mktemp("deck")) as page:
        arrived(page)
        yield page


@pytest.fixture
def deck(common: Page) -> Page:
    """That deck at the slide of the atlas, which stands at its first stop; the deck has the focus."""
    common.evaluate("() => { document.activeElement.blur(); Reveal.toggleOverview(false); Reveal.slide(1); }")
    atlas(common).evaluate("() => atlas.set({ step: 1, curtain: null })")
    stands(common, ATLAS, 1)
    return common


def atlas(page: Page) -> Frame:
    handle = page.wait_for_selector("iframe.atlas", state="attached")
    assert handle
    frame = handle.content_frame()
    assert frame
    return frame


def arrived(page: Page) -> None:
    """Wait until the map is there, and has told the deck so."""
    atlas(page).wait_for_selector("html[data-arrived=true]", state="attached", timeout=60_000)
    atlas(page).evaluate("() => atlas.ready")


def stands(page: Page, slide: int, step: int) -> None:
    """Wait until deck and atlas stand there."""
    page.wait_for_function("slide => Reveal.getIndices().h === slide", arg=slide)
    atlas(page).wait_for_selector(f'html[data-step="{step}"]', state="attached")


def last(page: Page) -> int:
    return int(atlas(page).evaluate("() => atlas.state().steps"))


def in_the_frame(page: Page) -> None:
    """Somebody clicks into the map."""
    page.frame_locator("iframe.atlas").locator("#map .maplibregl-canvas").click(position={"x": 20, "y": 20})
    page.wait_for_function("() => document.activeElement.tagName === 'IFRAME'")


def in_the_deck(page: Page) -> None:
    """Nobody has clicked into the map since the slide came."""
    page.wait_for_function("() => document.activeElement.tagName !== 'IFRAME'")


wherever_the_focus_is = pytest.mark.parametrize("focus", [in_the_deck, in_the_frame])


@wherever_the_focus_is
def test_forward_and_back_walk_from_stop_to_stop_and_out_at_both_ends(deck: Page, focus: Focus) -> None:
    end = last(deck)
    entries = deck.evaluate("() => history.length")
    forward, back = cycle(FORWARD), cycle(BACK)
    for _ in range(2):
        focus(deck)
        for step in range(2, end + 1):
            deck.keyboard.press(next(forward))
            stands(deck, ATLAS, step)
        deck.keyboard.press(next(forward))
        stands(deck, AFTER, end)
        deck.keyboard.press("PageUp")
        stands(deck, ATLAS, end)
        focus(deck)
        for step in range(end - 1, 0, -1):
            deck.keyboard.press(next(back))
            stands(deck, ATLAS, step)
        deck.keyboard.press(next(back))
        stands(deck, BEFORE, 1)
        deck.keyboard.press("PageDown")
        stands(deck, ATLAS, 1)
    assert deck.evaluate("() => history.length") == entries


@wherever_the_focus_is
def test_every_key_for_forward_and_back_leads_out_at_its_end(deck: Page, focus: Focus) -> None:
    for key in BACK:
        focus(deck)
        deck.keyboard.press(key)
        stands(deck, BEFORE, 1)
        deck.keyboard.press("PageDown")
        stands(deck, ATLAS, 1)
    end = last(deck)
    atlas(deck).evaluate("step => atlas.set({ step })", end)
    stands(deck, ATLAS, end)
    for key in FORWARD:
        focus(deck)
        deck.keyboard.press(key)
        stands(deck, AFTER, end)
        deck.keyboard.press("PageUp")
        stands(deck, ATLAS, end)


def test_hammered_keys_are_all_counted(deck: Page) -> None:
    end = last(deck)
    for _ in range(end):
        deck.keyboard.press("PageDown")
    stands(deck, AFTER, end)


def test_who_comes_from_a_slide_before_begins_with_the_first_stop(deck: Page) -> None:
    for step in range(2, last(deck) + 1):
        deck.keyboard.press("PageDown")
        stands(deck, ATLAS, step)
    deck.keyboard.press("Home")  # the deck's: it has the focus
    deck.wait_for_function("() => Reveal.isFirstSlide()")
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 1)


def test_a_walk_that_begins_elsewhere_begins_there_again(show: Show) -> None:
    deck = show(("mode=present", "mode=present&amp;step=2"))
    arrived(deck)
    path = ((ATLAS, 2, "PageDown"), (ATLAS, 3, "PageDown"), (BEFORE, 2, "Home"), (ATLAS, 2, "PageDown"))
    for slide, step, key in path:
        deck.keyboard.press(key)
        stands(deck, slide, step)


@wherever_the_focus_is
def test_in_the_overview_the_keys_are_the_deck_s(deck: Page, focus: Focus) -> None:
    focus(deck)
    deck.keyboard.press("o")
    deck.wait_for_function("() => Reveal.isOverview()")
    deck.keyboard.press("ArrowRight")
    stands(deck, AFTER, 1)
    deck.keyboard.press("ArrowLeft")
    stands(deck, ATLAS, 1)
    deck.keyboard.press("Enter")
    deck.wait_for_function("() => !Reveal.isOverview()")
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 2)


@wherever_the_focus_is
def test_under_the_deck_s_black_screen_nothing_moves(deck: Page, focus: Focus) -> None:
    focus(deck)
    deck.keyboard.press("v")
    deck.wait_for_function("() => Reveal.isPaused()")
    deck.keyboard.press("PageDown")
    deck.keyboard.press("v")
    deck.wait_for_function("() => !Reveal.isPaused()")
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 2)


def test_escape_in_the_frame_is_the_deck_s_and_does_not_lead_off_the_stage(deck: Page) -> None:
    in_the_frame(deck)
    deck.keyboard.press("Escape")
    deck.wait_for_function("() => Reveal.isOverview()")
    deck.keyboard.press("Escape")
    deck.wait_for_function("() => !Reveal.isOverview()")
    assert atlas(deck).evaluate("() => atlas.state().mode") == "present"


def test_a_key_that_both_know_is_that_one_s_which_has_the_focus(deck: Page) -> None:
    deck.keyboard.press("b")
    deck.wait_for_function("() => Reveal.isPaused()")
    deck.keyboard.press("b")
    deck.wait_for_function("() => !Reveal.isPaused()")
    assert atlas(deck).evaluate("() => atlas.state().curtain") is None
    in_the_frame(deck)
    deck.keyboard.press("b")
    atlas(deck).wait_for_function("() => atlas.state().curtain === 'black'")
    deck.keyboard.press("b")
    atlas(deck).wait_for_function("() => atlas.state().curtain === null")
    deck.keyboard.press("End")
    stands(deck, ATLAS, last(deck))
    assert not deck.evaluate("() => Reveal.isPaused()")


@wherever_the_focus_is
def test_a_key_with_control_is_no_step_and_one_with_shift_is_what_it_is_in_the_deck(deck: Page, focus: Focus) -> None:
    focus(deck)
    deck.keyboard.press("Control+PageUp")  # alone it would lead to the slide before
    deck.keyboard.press("Control+o")
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 2)
    assert not deck.evaluate("() => Reveal.isOverview()")
    deck.keyboard.press("Shift+ArrowLeft")  # to the deck's first slide
    stands(deck, BEFORE, 1)


def test_what_somebody_writes_on_the_slide_stays_there(show: Show) -> None:
    deck = show(("<section><iframe", "<section><input><iframe"))
    arrived(deck)
    deck.keyboard.press("PageDown")
    deck.locator("section input").click()
    deck.keyboard.type("n p")
    assert deck.locator("section input").input_value() == "n p"
    deck.locator("section input").blur()
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 2)


def test_a_frame_that_is_loaded_with_its_slide_walks_as_well(show: Show) -> None:
    deck = show((' src="ATLAS', ' data-src="ATLAS'))
    for _ in range(2):  # it is unloaded when the slide goes
        deck.keyboard.press("PageDown")
        arrived(deck)
        stands(deck, ATLAS, 1)
        for step in range(2, last(deck) + 1):
            deck.keyboard.press("PageDown")
            stands(deck, ATLAS, step)
        deck.keyboard.press("PageDown")
        deck.wait_for_function("() => Reveal.isLastSlide()")
        deck.keyboard.press("Home")
        deck.wait_for_function("() => Reveal.isFirstSlide()")


def test_while_a_map_is_loaded_again_the_deck_s_keys_are_the_deck_s(show: Show) -> None:
    deck = show((' src="ATLAS', ' data-src="ATLAS'))
    deck.keyboard.press("PageDown")
    arrived(deck)
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 2)
    deck.keyboard.press("Home")
    deck.wait_for_function("() => Reveal.isFirstSlide()")
    deck.context.route("**/*", lambda _: None)  # its server takes for ever
    for slide in (ATLAS, AFTER):
        deck.keyboard.press("PageDown")
        deck.wait_for_function("slide => Reveal.getIndices().h === slide", arg=slide)


def test_a_frame_far_from_the_slide_at_hand_is_ready_when_its_slide_comes(show: Show) -> None:
    deck = show(("<section><h1>Before</h1></section>", "<section><h1>Before</h1></section>\n" * 8))
    deck.keyboard.press("PageDown")
    deck.evaluate("() => Reveal.slide(8)")
    arrived(deck)
    deck.keyboard.press("PageDown")
    stands(deck, 8, 2)
    deck.keyboard.press("Home")
    stands(deck, 0, 1)
    deck.keyboard.press("End")
    deck.keyboard.press("PageUp")
    stands(deck, 8, 1)
    deck.keyboard.press("PageDown")
    stands(deck, 8, 2)


def test_a_deck_with_a_frame_that_says_nothing_is_a_deck_still(show: Show) -> None:
    deck = show(("ATLAS?mode=present", "about:blank"))
    for slide in (ATLAS, AFTER):
        deck.keyboard.press("PageDown")
        deck.wait_for_function("slide => Reveal.getIndices().h === slide", arg=slide)


def test_a_walk_without_written_stops_leads_on_as_well(show: Show) -> None:
    deck = show(("mode=present", "mode=present&amp;walk=years&amp;year=1990"))
    arrived(deck)
    deck.keyboard.press("PageDown")
    stop = atlas(deck).evaluate("() => Number(document.getElementById('year').max)")
    for year in range(1991, stop + 1):
        deck.keyboard.press("PageDown")
        atlas(deck).wait_for_selector(f'html[data-year="{year}"]', state="attached")
    deck.keyboard.press("PageDown")
    deck.wait_for_function("() => Reveal.isLastSlide()")


def test_strangers_are_not_listened_to(deck: Page) -> None:
    deck.evaluate(
        """() => new Promise((heard) => {
            const messages = [{ type: 'previous' }, { type: 'key', key: 'PageUp', keyCode: 33 }, { type: 'last' }];
            addEventListener('message', ({ data }) => data.type === 'last' && heard());
            for (const message of messages) window.postMessage({ atlas: 1, ...message }, '*');
        })"""
    )
    stands(deck, ATLAS, 1)
    deck.keyboard.press("PageDown")
    stands(deck, ATLAS, 2)


def test_the_script_in_the_readme_is_the_one_that_is_tested() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"```js\n{(FOLDER / 'deck.js').read_text(encoding='utf-8')}```" in readme


def test_reveal_has_the_version_that_is_recorded() -> None:
    script = (FOLDER / "reveal.js").read_text(encoding="utf-8")
    assert "https://revealjs.com\n * MIT licensed" in script
    assert json.loads((FOLDER / "version.json").read_text(encoding="utf-8")) == REVEAL.record()
    assert re.search(rf"[`\"']{re.escape(REVEAL.version)}[`\"']", script)  # the banner itself names no version

"""A story of thousands of attacks: usable at once, each page fetches what it needs, lists draw what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Server, serving, watched
from tests.browser.visitor import press, wait_for
from tests.synthetic import Size, write_story

ATTACK = "attack:atk_1500"
KEEP_CHANGES = """() => {
    window.changes = { moved: 0, told: 0 };
    new MutationObserver((all) => {
        for (const { type } of all) window.changes[type === "childList" ? "moved" : "told"] += 1;
    }).observe(document.querySelector("#drawing .circles"), { subtree: true, childList: true, attributes: true });
}"""
ASKED = "part => performance.getEntriesByType('resource').some(({ name }) => name.includes(part))"


@contextmanager
def invented(folder: Path, size: Size) -> Iterator[Server]:
    write_story(folder, size)
    with serving("--geodata", str(folder)) as started:
        yield started


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with invented(tmp_path_factory.mktemp("long") / "story", Size(attacks=3_000, places=4, relocations=400)) as started:
        yield started


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Server]:
    with invented(tmp_path / "story", Size(attacks=80, places=80, relocations=60)) as started:
        yield started


@pytest.fixture
def page(browser: Browser, long: Server) -> Iterator[Page]:
    with watched(browser, long.address, "?year=2003", viewport={"width": 1280, "height": 800}) as (opened, _):
        yield opened


def parts_of(page: Page) -> list[str]:
    """The names of the parts that the page has asked for."""
    asked = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    return sorted(it.split(".")[0] for it in asked if it.startswith(("attacks-", "places-", "relocations-", "year-")))


def test_an_attack_s_page_brings_what_is_said_of_it(page: Page) -> None:
    page.evaluate("select => atlas.set({ select })", ATTACK)
    wait_for(page, selected=ATTACK)
    expect(page.locator("#detail h2")).to_have_text("Invented attack number 1500")
    expect(page.locator("#detail .claim-table tbody tr, #detail table tbody tr")).to_have_count(3)
    expect(page.locator("#detail [role=status]")).to_have_count(0)
    assert [it for it in parts_of(page) if it.startswith("attacks-")] == ["attacks-5"]


def test_a_step_asks_for_one_part_and_no_other_when_it_is_seen_again(page: Page) -> None:
    press(page, "ArrowRight", year="2004")
    expect(page.locator("#detail h2")).to_contain_text("attacks")
    page.wait_for_function(ASKED, arg="/year-2004.")
    press(page, "ArrowLeft", year="2003")
    press(page, "ArrowRight", year="2004")
    assert parts_of(page) == ["year-2003", "year-2004"]


def test_many_marks_at_a_place_are_a_counted_one_that_leads_to_it(page: Page) -> None:
    counted = page.locator("#drawing .gathered-count")
    expect(counted.first).to_be_visible()
    assert sum(int(it.replace(",", "")) for it in counted.all_text_contents()) > 1_000


def test_a_long_list_draws_what_is_looked_at(page: Page) -> None:
    page.evaluate("() => atlas.set({ select: 'place:place_1' })")
    wait_for(page, selected="place:place_1")
    blocks = page.locator("#detail .entries .rest")
    expect(blocks.first).to_be_attached()
    many = blocks.count()
    assert many >= 5
    last = blocks.last
    words = last.inner_text()
    assert words.startswith("Show entries")
    last.evaluate("it => it.scrollIntoView()")  # it goes away as soon as it is near
    expect(page.get_by_text(words, exact=True)).to_have_count(0)
    assert page.locator("#detail .entries .entry").count() >= 1
    page.locator("#detail .entries .entry").last.click()
    page.wait_for_function("() => /^(attack|relocation):/.test(document.documentElement.dataset.selected)")


def test_a_block_of_a_long_list_opens_by_the_keyboard(page: Page) -> None:
    page.evaluate("() => atlas.set({ select: 'place:place_1' })")
    wait_for(page, selected="place:place_1")
    block = page.locator("#detail .entries .rest button").last
    block.evaluate("it => it.focus({ preventScroll: true })")  # near to what is seen it would open by itself
    page.keyboard.press("Enter")
    expect(page.locator("#detail .entry:focus")).to_have_count(1)


def test_what_comes_later_leaves_the_visitor_where_he_is(page: Page) -> None:
    held: list[Route] = []
    page.route("**/static/places-*.js", lambda route: held.append(route))
    page.evaluate("() => atlas.set({ select: 'place:place_2' })")
    wait_for(page, selected="place:place_2")
    expect(page.locator("#detail [role=status]")).to_have_count(1)
    page.locator("#detail .entries .rest button").last.press("Enter")
    focused = page.locator("#detail .entry:focus")
    expect(focused).to_have_count(1)
    words = focused.inner_text()
    before = focused.bounding_box()
    for route in held:
        route.continue_()
    expect(page.locator("#detail [role=status]")).to_have_count(0)
    expect(focused).to_have_count(1)
    assert focused.inner_text() == words
    after = focused.bounding_box()
    assert before and after
    assert abs(after["y"] - before["y"]) < 40


def test_pages_of_the_whole_story_show_the_year(page: Page) -> None:
    page.evaluate("() => atlas.set({ select: 'page:chronology' })")
    wait_for(page, selected="page:chronology")
    expect(page.locator("#detail")).to_contain_text("too long for one page")
    expect(page.locator("#detail .event").first).to_be_visible()
    page.wait_for_function("() => document.querySelectorAll('#detail .said li').length > 50")
    assert page.locator("#detail .chronology-year").count() == 1
    press(page, "ArrowRight", year="2004")
    expect(page.locator("#detail .chronology-year h3")).to_contain_text("2004")
    page.evaluate("() => atlas.set({ select: 'page:tables' })")
    wait_for(page, selected="page:tables")
    rows = page.locator("#table-claims tbody tr")
    page.wait_for_function("() => document.querySelectorAll('#table-claims tbody tr').length > 100")
    assert rows.count() == 3 * page.locator("#table-attacks tbody tr").count()


def test_search_finds_what_is_in_it(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("attack number 2222")
    expect(page.locator("dialog[open]")).to_contain_text("Invented attack number 2222")


@pytest.mark.parametrize(
    "answer",
    # some servers send a page of theirs for a file that is gone, as if all were well
    [lambda route: route.abort(), lambda route: route.fulfill(body="", content_type="text/javascript")],
    ids=["none", "one that holds nothing"],
)
def test_what_does_not_come_is_said(browser: Browser, long: Server, answer: Callable[[Route], None]) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.route("**/static/attacks-*.js", answer)
    page.goto(f"{long.address}?select={ATTACK}")
    wait_for(page, ready="true", selected=ATTACK)
    expect(page.locator("#detail [role=status]")).to_contain_text("could not be fetched")
    page.unroute("**/static/attacks-*.js")
    page.evaluate("() => atlas.set({ select: null })")
    page.evaluate("select => atlas.set({ select })", ATTACK)
    expect(page.locator("#detail table tbody tr")).to_have_count(3)
    context.close()


def test_a_step_moves_no_circle_of_a_crowded_map(browser: Browser, crowded: Server) -> None:
    """What is moved in the page costs as much as what is new in it; and what is drawn is not drawn again."""
    with watched(browser, crowded.address, "?year=2005", viewport={"width": 1280, "height": 800}) as (page, _):
        assert page.locator("#drawing .circles > g").count() > 60
        page.evaluate(KEEP_CHANGES)
        press(page, "ArrowRight", year="2006")
        page.wait_for_function("() => document.documentElement.dataset.arrived === 'true'")
        changes = page.evaluate("() => window.changes")
        assert changes["moved"] == 0
        assert 0 < changes["told"] < 3 * page.locator("#drawing .circles circle").count()

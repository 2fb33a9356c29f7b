"""The pages about the whole story: the article checked, the ledger, corrections, data; by pointer, key and address."""

from __future__ import annotations

import csv

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Open, Visit
from tests.browser.visitor import press, wait_for

PAGES = ("article", "ledger", "sources", "corrections", "data")


def rows(table: str) -> list[dict[str, str]]:
    with (ROOT / "geodata" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_page_is_one_click_away_and_back_leads_back(opened: Open) -> None:
    page = opened("?year=2013")
    for name in PAGES:
        page.locator(f'#pages [data-id="page:{name}"]').click()
        wait_for(page, selected=f"page:{name}")
        expect(page.locator(f'#pages [data-id="page:{name}"]')).to_have_attribute("aria-current", "page")
        assert f"select=page:{name}" in page.url
    page.go_back()
    wait_for(page, selected="page:corrections", year="2013")
    press(page, "Escape", selected="", year="2013")


def test_a_link_opens_a_page_at_once(opened: Open) -> None:
    page = opened("?year=2012&select=page:ledger")
    wait_for(page, selected="page:ledger", year="2012")
    expect(page.locator("#detail h2")).to_have_text("The ledger")


def test_every_statement_of_the_article_stands_in_order_and_leads_to_the_map(visited: Visit) -> None:
    page = visited(1981, "page:article")
    checks = rows("checks")
    statements = page.locator("#detail .statement:has(.verdict) h4")
    assert statements.all_inner_texts() == [check["statement"] for check in checks]
    wanted = next(check for check in checks if check["id"] == "check_16")
    statement = page.locator(".statement", has_text=wanted["statement"])
    statement.locator(f'.onward [data-id="{wanted["select"]}"]').click()
    wait_for(page, selected=wanted["select"], year=wanted["year"])
    assert page.evaluate("ref => atlas.locate(ref).visible", wanted["select"])


def test_the_ledger_follows_the_year(visited: Visit) -> None:
    page = visited(2012, "page:ledger")
    first = page.locator("#detail .balances").first
    expect(first).to_contain_text("Camp Ashraf")
    page.locator("#next").click()
    wait_for(page, selected="page:ledger", year="2013")
    expect(page.locator("#detail h3").first).to_contain_text("2013")
    title = '.balance-title [data-id="place:camp_ashraf"]'
    ashraf = page.locator("#detail .balances").first.locator(f".balance:has({title})")
    expect(ashraf).to_contain_text("52")
    expect(ashraf).to_contain_text("Unaccounted for in the sources")
    ashraf.locator("summary").click()
    ashraf.locator('[data-id="attack:atk_2013_09_01"]').first.click()
    wait_for(page, selected="attack:atk_2013_09_01")


def test_the_map_stays_beside_a_wide_page(opened: Open) -> None:
    page = opened("?year=2013", viewport={"width": 1440, "height": 900})
    narrow = page.locator("#panel").bounding_box()
    page.locator('#pages [data-id="page:article"]').click()
    wait_for(page, selected="page:article")
    wide = page.locator("#panel").bounding_box()
    area = page.locator("#map-area").bounding_box()
    assert narrow and wide and area
    assert wide["width"] > narrow["width"] + 200
    assert area["width"] > 500
    assert abs(area["x"] + area["width"] - wide["x"]) < 2


@pytest.mark.parametrize("size", [(390, 844), (800, 500)])
def test_on_small_screens_the_pages_are_behind_a_button(opened: Open, size: tuple[int, int]) -> None:
    page = opened("?year=2013", viewport={"width": size[0], "height": size[1]}, has_touch=size[0] < 500)
    expect(page.locator('#pages [data-id="page:ledger"]')).to_be_hidden()
    page.locator("#menu").click()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_focused()
    expect(page.locator('#pages [data-id="page:ledger"]')).to_be_hidden()
    page.locator("#menu").click()
    page.locator('#pages [data-id="page:ledger"]').click()
    wait_for(page, selected="page:ledger")
    expect(page.locator('#pages [data-id="page:ledger"]')).to_be_hidden()
    assert fits(page)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_corrections_stand_on_the_page_and_in_the_feed(opened: Open) -> None:
    page = opened("?select=page:corrections")
    shown = page.locator("#detail .correction h3").all_inner_texts()
    assert sorted(shown) == sorted(row["what"] for row in rows("corrections"))
    feed = page.locator("#detail a.feed").get_attribute("href")
    answer = page.request.get(feed or "")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert answer.text().count("<entry>") == len(shown)


def test_downloads_are_the_files_that_the_page_names(opened: Open) -> None:
    page = opened("?select=page:data")
    links = page.locator("#detail .downloads a")
    assert links.count() > 6
    with page.expect_download() as started:
        links.first.click()
    assert started.value.suggested_filename.endswith(".zip")
    assert started.value.failure() is None


def test_every_page_can_be_reached_by_keyboard(opened: Open) -> None:
    page = opened("?year=2013")
    focus_on(page, "#pages [data-id='page:article']")
    page.keyboard.press("Enter")
    wait_for(page, selected="page:article")


def focus_on(page: Page, selector: str) -> None:
    """Tab on until an element has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by the Tab key")



"""The whole story as tables and in order of time: sorted by a press, reached by a link, read on phone and paper."""

from __future__ import annotations

import io
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Open
from tests.browser.visitor import press, wait_for


def first_cells(page: Page, table: str) -> list[str]:
    return page.locator(f"#table-{table} tbody th").all_text_contents()


def test_a_head_sorts_its_table_up_and_down_and_says_so(opened: Open) -> None:
    page = opened("?select=page:tables")
    killed = page.locator("#table-attacks th", has_text="Killed")
    killed.get_by_role("button").click()
    assert killed.get_attribute("aria-sort") == "ascending"
    expect(page.locator("#sorted")).to_contain_text("Killed")
    killed.get_by_role("button").press("Enter")
    assert killed.get_attribute("aria-sort") == "descending"
    assert first_cells(page, "attacks")[0] == "Killings at Camp Ashraf"
    last = page.locator("#table-attacks tbody tr").last.locator("td").nth(3)
    assert last.get_attribute("data-sort") == "", "what is not known or disputed comes last"
    page.locator("#table-attacks tbody th button").first.click()
    wait_for(page, selected="attack:atk_2013_09_01")


def test_every_table_can_be_reached_from_the_top(opened: Open) -> None:
    page = opened("?select=page:tables")
    page.locator("[data-part=table-sources]").click()
    assert page.evaluate("() => document.activeElement.closest('#table-sources') !== null")
    assert page.evaluate("() => document.documentElement.scrollTop") == 0, "the page itself stays where it is"
    expect(page.locator("#table-sources caption")).to_be_attached()
    assert page.locator("#table-claims tbody tr").count() == 183


def test_the_chronology_tells_every_event_and_leads_to_it(opened: Open, ashraf_facts: dict[str, Any]) -> None:
    page = opened("?select=page:tables")
    page.get_by_role("button", name="The same in order of time").click()
    wait_for(page, selected="page:chronology")
    for attack in ashraf_facts["attacks"]:
        expect(page.locator(f"[data-ref='attack:{attack}']")).to_be_attached()
    note = page.locator("#detail [data-descriptions]").first
    assert page.locator("#detail [data-described]").first.is_hidden()
    note.click()
    assert page.locator("#detail [data-described]").first.is_visible()
    page.locator("[data-ref='attack:atk_2013_09_01'] h4 button").click()
    wait_for(page, selected="attack:atk_2013_09_01")
    page.go_back()
    wait_for(page, selected="page:chronology")
    press(page, "Escape", selected="")


@pytest.mark.parametrize("shown", ["page:tables", "page:chronology"])
def test_on_a_phone_only_a_table_scrolls_sideways(opened: Open, shown: str) -> None:
    page = opened(f"?select={shown}", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    over = "() => { const it = document.getElementById('panel'); return it.scrollWidth - it.clientWidth; }"
    assert page.evaluate(over) <= 0


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_view_on_paper_has_its_map_its_page_its_sources_and_its_address(opened: Open, size: str) -> None:
    page = opened("?year=2013&select=attack:atk_2013_09_01&theme=dark")
    wait_for(page, arrived="true")
    said = " ".join(it.extract_text() for it in PdfReader(io.BytesIO(page.pdf(format=size))).pages)
    said = " ".join(said.split())
    for words in ("Ashraf Atlas", "2013", "Killings at Camp Ashraf", "Who says how many", "Natural Earth", "CC BY 4.0"):
        assert words in said, words
    assert "select=attack:atk_2013_09_01" in said.replace(" ", "")
    assert "https://" in said, "sources say where they are"
    assert "Play" not in said
    assert page.locator(".paper-map").count() == 0, "the map of the screen is back"
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    press(page, "Escape", selected="")


def test_the_whole_chronology_is_on_paper(opened: Open, ashraf_facts: dict[str, Any]) -> None:
    page = opened("?select=page:chronology")
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    said = "".join(" ".join(it.extract_text() for it in pages).split())
    for table in ("attacks", "relocations"):
        for row in ashraf_facts[table].values():
            assert "".join(row["title"].split()) in said, row["id"]
    assert len(pages) > 20

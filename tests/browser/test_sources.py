"""A reader finds a source among all of them, sees what rests on it, and goes to where that stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Visit
from tests.browser.visitor import press, story, wait_for

REUTERS = "source:s_reuters_20130903"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def count(page: Page) -> Locator:
    return page.locator("#sources-count")


def rows(page: Page) -> Locator:
    return page.locator("#sources-list .source-row")


@pytest.fixture
def listed(visited: Visit) -> Page:
    """The list of all sources, put back to how a visitor meets it: the shared page remembers what was chosen before."""
    page = visited(1981, "page:sources")
    if page.locator("#sources-clear").is_visible():
        page.click("#sources-clear")
    page.select_option("#sources-sort", "publisher")
    return page


def test_typing_narrows_the_list_and_keeps_focus_and_caret(listed: Page) -> None:
    page = listed
    total = len(story(page)["sources"])
    expect(count(page)).to_have_text(f"{total} sources")
    assert rows(page).count() == total
    page.click("#sources-words")
    page.keyboard.type("reuers")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("t")
    expect(page.locator("#sources-words")).to_have_value("reuters")
    page.keyboard.press("End")
    page.keyboard.type(" 2013 SEPTÉMBER")
    expect(count(page)).not_to_have_text(f"{total} sources")
    shown = rows(page).count()
    assert 1 <= shown < total
    expect(count(page)).to_have_text(f"{shown} of {total} sources")
    for text in rows(page).all_inner_texts():
        assert "2013" in text
    assert page.evaluate("() => document.activeElement.id") == "sources-words"
    assert page.evaluate("() => document.activeElement.selectionStart") == len("reuters 2013 SEPTÉMBER")


def test_the_field_keeps_its_caret_while_the_years_play(opened: Open) -> None:
    page = opened("?select=page:sources&year=1988&speed=4", reduced_motion="no-preference")
    page.click("#play")
    wait_for(page, playing="true")
    page.click("#sources-words")
    page.keyboard.type("abc")
    page.keyboard.press("ArrowLeft")
    year = page.locator("html").get_attribute("data-year") or ""
    expect(page.locator("html")).not_to_have_attribute("data-year", year, timeout=30_000)
    page.keyboard.type("d")
    expect(page.locator("#sources-words")).to_have_value("abdc")


def test_orders_and_filters_change_what_is_listed_first(listed: Page) -> None:
    page = listed
    sources = story(page)["sources"].values()
    page.select_option("#sources-sort", "rests")
    most = max(len(it["rests"]) for it in sources)
    expect(rows(page).first).to_contain_text(f"{most} entries rest on it")
    page.select_option("#sources-sort", "oldest")
    first = min(it["date"][:4] for it in sources if it["date"])
    expect(rows(page).first).to_contain_text(first)
    page.select_option("#sources-type", "un")
    of_type = sum(it["type"] == "un" for it in sources)
    expect(count(page)).to_have_text(f"{of_type} of {len(sources)} sources")
    page.locator("#sources-further summary").click()
    page.fill("#sources-from", "2013")
    page.fill("#sources-to", "2013")
    in_year = sum(it["type"] == "un" and it["date"].startswith("2013") for it in sources)
    expect(count(page)).to_have_text(f"{in_year} of {len(sources)} sources")
    expect(page.locator("#sources-further summary")).to_have_text("More filters (2 in use)")
    page.click("#sources-clear")
    expect(count(page)).to_have_text(f"{len(sources)} sources")
    expect(page.locator("#sources-from")).to_have_value("")
    expect(page.locator("#sources-sort")).to_have_value("oldest")
    expect(page.locator("#sources-clear")).to_be_hidden()
    assert page.evaluate("() => document.activeElement.id") == "sources-words"


def test_back_from_a_source_leads_to_the_same_place_in_the_same_list(listed: Page) -> None:
    page = listed
    page.fill("#sources-words", "camp")
    before = count(page).inner_text()
    row = rows(page).nth(25)
    name = row.get_attribute("id")
    row.focus()
    scrolled = page.evaluate("() => document.getElementById('panel').scrollTop")
    assert scrolled > 0
    ref = row.get_attribute("data-id")
    assert ref
    press(page, "Enter", selected=ref)
    assert page.evaluate("() => document.getElementById('panel').scrollTop") == 0
    page.go_back()
    wait_for(page, selected="page:sources")
    expect(count(page)).to_have_text(before)
    expect(page.locator("#sources-words")).to_have_value("camp")
    assert page.evaluate("() => document.activeElement.id") == name
    assert abs(page.evaluate("() => document.getElementById('panel').scrollTop") - scrolled) < 2


def test_a_source_shows_all_that_rests_on_it_and_how_to_find_it_again(visited: Visit) -> None:
    page = visited(2013, REUTERS)
    source = story(page)["sources"]["s_reuters_20130903"]
    shown = page.locator("#detail")
    expect(shown).to_contain_text(f"What rests on it: {len(source['rests'])} entries")
    assert shown.locator(".resting > li").count() == len(source["rests"])
    words = shown.locator("#source-words").inner_text()
    assert all(part in words for part in (source["publisher"], source["title"], "3 September 2013"))
    assert shown.locator(".resting").first.inner_text().count("killed") >= 3


@pytest.mark.parametrize(
    ("source", "entry", "page_of"),
    [
        (REUTERS, "claim-clm_2013_09_01_02", "attack:atk_2013_09_01"),
        (REUTERS, "presence-pop_ashraf_201308", "place:camp_ashraf"),
        ("source:s_globalsecurity", "custody-cus_ashraf_us", "place:camp_ashraf"),
        (REUTERS, "controversy-con_sept_2013", "page:article"),
        ("source:s_hrw_20110415", "speaker-hrw", None),
    ],
)
def test_an_entry_leads_to_the_very_row_it_names(visited: Visit, source: str, entry: str, page_of: str | None) -> None:
    page = visited(2013, source)
    way = page.locator(f'#detail [data-at="{entry}"]')
    page_of = page_of or way.get_attribute("data-id")
    assert page_of
    way.focus()
    press(page, "Enter", selected=page_of)
    row = page.locator(f"#{entry}")
    expect(row).to_be_in_viewport()
    assert page.evaluate("() => document.activeElement.id") == entry


def test_an_account_behind_a_content_note_stays_there(opened: Open) -> None:
    page = opened(f"?year=2013&select={REUTERS}")
    way = page.locator('#detail [data-at="account-acc_2013_09_01_01"]')
    assert "hostage" not in way.inner_text()
    way.click()
    wait_for(page, selected="attack:atk_2013_09_01")
    expect(page.locator("#account-acc_2013_09_01_01")).to_be_hidden()
    expect(page.locator("#descriptions-again")).to_be_in_viewport()


def test_the_words_to_search_for_are_copied(opened: Open) -> None:
    page = opened(f"?select={REUTERS}", permissions=["clipboard-read", "clipboard-write"])
    page.click("[data-copies='source-words']")
    expect(page.locator("#detail .copied")).to_have_text("Copied")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.locator("#source-words").text_content()


def test_the_list_works_on_a_phone(opened: Open) -> None:
    page = opened("?select=page:sources", **PHONE)
    page.fill("#sources-words", "townhall")
    expect(rows(page)).to_have_count(1)
    assert page.evaluate("() => document.getElementById('panel').scrollWidth <= innerWidth")
    for field in page.locator("#detail :is(.field input, .field select):visible").all():
        box = field.bounding_box()
        assert box and box["height"] >= 44
    rows(page).first.tap()
    wait_for(page, selected=REUTERS)
    assert page.evaluate("() => document.getElementById('panel').scrollWidth <= innerWidth")


def test_a_script_typed_into_the_field_stays_text(listed: Page) -> None:
    page = listed
    page.fill("#sources-words", "<img src=x onerror=alert(1)>")
    expect(count(page)).to_contain_text("None of")
    assert page.locator("#detail img").count() == 0
    page.click("#sources-clear")
    expect(count(page)).not_to_contain_text("of")

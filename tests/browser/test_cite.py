"""What is on screen can be cited, in text and for programs, and every link leads back to it."""

from __future__ import annotations

import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import bibtexparser
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Visit
from tests.browser.visitor import press, wait_for

KILLINGS = "attack:atk_2013_09_01"
REUTERS = "source:s_reuters_20130903"
FORMS = ["apa", "chicago_entry", "chicago_note", "bibtex", "csl"]


def open_by_key(page: Page) -> None:
    page.locator("#detail").focus()
    page.keyboard.press("c")
    expect(page.locator("dialog.cite")).to_be_visible()


def text_of(page: Page, what: str, form: str) -> str:
    return page.locator(f"#cite-{what}-{form}").inner_text()


def test_the_button_cites_the_view_in_every_form(visited: Visit) -> None:
    page = visited(2013, KILLINGS)
    page.click("#cite")
    dialog = page.locator("dialog.cite")
    expect(dialog).to_contain_text("Killings at Camp Ashraf, 1 September 2013")
    for form in FORMS:
        text = text_of(page, "view", form)
        assert "Killings at Camp Ashraf, 1 September 2013" in text
        assert page.url.split("?")[1] in text
    assert page.locator("[data-cited=source]").count() == 0
    (entry,) = bibtexparser.parse_string(text_of(page, "view", "bibtex")).entries
    assert entry["url"] == page.url
    (item,) = json.loads(text_of(page, "view", "csl"))
    assert (item["type"], item["URL"]) == ("dataset", page.url)
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()


def test_a_selected_source_is_cited_too(visited: Visit) -> None:
    page = visited(2013, REUTERS)
    page.click("#cite-source")
    apa = text_of(page, "source", "apa")
    assert apa.startswith("Reuters (via Townhall). (2013, September 3). UN counts 52 corpses")
    (item,) = json.loads(text_of(page, "source", "csl"))
    assert item["issued"] == {"date-parts": [[2013, 9, 3]]}
    expect(page.locator("[data-cited=source] .cited-title")).to_be_in_viewport()
    page.keyboard.press("Escape")


def test_a_cited_link_shows_the_very_same(opened: Open) -> None:
    page = opened(f"?year=2013&select={KILLINGS}&view=34.1,44.5,5")
    page.click("#cite")
    found = re.search(r"from (\S+)$", text_of(page, "view", "apa"))
    assert found
    again = opened(re.sub(r"^[^?]*", "", found[1]))
    wait_for(again, selected=KILLINGS, year="2013")
    assert again.evaluate("() => atlas.state().view") == page.evaluate("() => atlas.state().view")


def test_copying_gives_the_text_with_its_italics_and_says_so(opened: Open) -> None:
    page = opened("?year=2013", permissions=["clipboard-read", "clipboard-write"])
    page.click("#cite")
    for form in FORMS:
        box = page.locator(f"[data-form={form}]")
        box.locator("button.copy").click()
        expect(box.locator(".copied")).to_have_text("Copied")
        copied = page.evaluate("() => navigator.clipboard.readText()")
        assert copied.replace("\r\n", "\n") == page.locator(f"#cite-view-{form}").text_content()
        if form == "apa":
            rich = page.evaluate(
                "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
            )
            assert re.search(r"<i[^>]*>Ashraf Atlas: ", rich)


def test_where_copying_is_refused_the_text_is_selected(visited: Visit) -> None:
    page = visited(2013)
    page.evaluate(
        """() => {
            const refused = () => Promise.reject(new Error('no'));
            const clipboard = { write: refused, writeText: refused };
            Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
        }"""
    )
    page.click("#cite")
    page.click("[data-form=bibtex] button.copy")
    expect(page.locator("[data-form=bibtex] .copied")).to_contain_text("The text is selected")
    assert page.evaluate("() => getSelection().toString()").startswith("@misc{ashraf_2013,")
    page.evaluate("() => { delete navigator.clipboard; getSelection().removeAllRanges(); }")
    page.keyboard.press("Escape")


def test_the_key_opens_it_and_the_focus_returns(visited: Visit) -> None:
    page = visited(2012)
    page.focus("#share")
    page.keyboard.press("c")
    expect(page.locator("dialog.cite")).to_be_visible()
    press(page, "ArrowRight", year="2012")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.cite")).not_to_be_visible()
    assert page.evaluate("() => document.activeElement.id") == "share"
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_contain_text("cite this view")
    page.keyboard.press("Escape")


def test_the_day_of_access_is_that_of_the_visitor(opened: Open) -> None:
    zone = "Pacific/Kiritimati"
    page = opened("?year=2013", timezone_id=zone)
    before = datetime.now(ZoneInfo(zone))
    page.click("#cite")
    (item,) = json.loads(text_of(page, "view", "csl"))
    days = [[it.year, it.month, it.day] for it in (before, datetime.now(ZoneInfo(zone)))]
    assert item["accessed"]["date-parts"][0] in days


def test_opening_it_stops_the_years(opened: Open) -> None:
    page = opened("?year=1988&speed=4", reduced_motion="no-preference")
    press(page, "Space", playing="true")
    open_by_key(page)
    wait_for(page, playing="false")
    year = page.evaluate("() => document.documentElement.dataset.year")
    assert f"The year {year}" in text_of(page, "view", "apa")


def test_it_stands_below_the_panel_as_well(visited: Visit) -> None:
    page = visited(2013)
    page.click("#cite-below")
    expect(page.locator("dialog.cite")).to_be_visible()
    page.click("dialog.cite .cite-close")
    expect(page.locator("dialog.cite")).not_to_be_visible()


def test_it_fits_a_phone(opened: Open) -> None:
    page = opened(f"?select={REUTERS}", viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page.tap("#cite-source")
    dialog = page.locator("dialog.cite")
    box = dialog.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert dialog.evaluate("it => it.scrollWidth <= it.clientWidth")
    for button in dialog.locator("button").all():
        size = button.bounding_box()
        assert size and size["height"] >= 44

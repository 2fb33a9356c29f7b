"""The map by keyboard alone: all that can be pointed at can be reached, is named, and leads where a click leads."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.visitor import press, wait_for


def test_tab_reaches_the_map_once_and_arrows_pass_its_marks(opened: Open) -> None:
    page = opened("?year=2013")
    wait_for(page, arrived="true")
    page.locator("#marks button").first.wait_for(state="attached")
    assert page.locator("#marks button[tabindex='0']").count() == 1
    page.locator("#cite").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('#marks') !== null")
    names = page.locator("#marks button").all_text_contents()
    assert any("52 killed" in name and "1 September 2013" in name for name in names)
    assert any("about 3,000 people" in name for name in names)
    at = next(number for number, name in enumerate(names) if name.startswith("Killings at Camp Ashraf"))
    for _ in range(at):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("() => document.activeElement.textContent") == names[at]
    expect(page.locator("#tip")).to_contain_text("Killings at Camp Ashraf")
    wait_for(page, year="2013")
    press(page, "Enter", selected="attack:atk_2013_09_01")
    press(page, "Escape", selected="")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.id") == "zoom-in"


def test_every_mark_that_can_be_clicked_has_a_button_where_it_is(opened: Open) -> None:
    page = opened("?year=2013")
    wait_for(page, arrived="true")
    off = page.evaluate(
        """() => [...document.querySelectorAll('#marks [data-id]')].map((button) => {
            const spot = atlas.locate(button.dataset.id);
            const box = button.getBoundingClientRect();
            return [Math.hypot(box.x + box.width / 2 - spot.x, box.y + box.height / 2 - spot.y), box.width, box.height];
        })"""
    )
    assert off
    assert all(distance < 1.5 and width >= 24 and height >= 24 for distance, width, height in off)


def test_a_counted_mark_opens_by_the_enter_key(opened: Open) -> None:
    page = opened("?year=2016")
    wait_for(page, arrived="true")
    counted = page.locator("#marks button:not([data-id])").first
    counted.focus()
    before = page.evaluate("() => atlas.state().view")
    page.keyboard.press("Enter")
    page.wait_for_function("before => JSON.stringify(atlas.state().view) !== JSON.stringify(before)", arg=before)


def test_what_plays_is_silent_and_steps_are_told(opened: Open) -> None:
    page = opened("?year=2012")
    press(page, "ArrowRight", year="2013")
    expect(page.locator("#spoken")).to_have_text("2013: 5 attacks, 66 people reported killed, 2 relocations")
    assert page.locator("input#year").get_attribute("aria-valuetext") == page.locator("#spoken").text_content()
    press(page, "Space", playing="true")
    page.wait_for_function("() => atlas.state().year >= 2014")
    assert page.locator("#spoken").text_content() == "2013: 5 attacks, 66 people reported killed, 2 relocations"
    page.keyboard.press("Space")

"""What visitors do: step, scrub, type, select, go back, play, take the map over, switch the theme."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Visit
from tests.browser.visitor import click_on_map, go_to, press, spot, wait_for

KILLINGS = "attack:atk_2013_09_01"


def panel(page: Page) -> str:
    return page.locator("#detail").inner_text()


def test_a_list_entry_a_mark_and_a_bar_select_each_other(visited: Visit) -> None:
    page = visited(2013)
    page.locator(f'#detail [data-id="{KILLINGS}"]').first.click()
    wait_for(page, selected=KILLINGS)
    assert "Killings at Camp Ashraf" in panel(page)
    assert page.locator("#drawing .marks .chosen.attack").count() == 1
    assert page.locator("#chart-marks .chosen-bar").is_visible()
    assert page.locator(f'#chronology [data-id="{KILLINGS}"]').get_attribute("aria-current") == "true"
    page.click("#panel-close")
    wait_for(page, selected="", year="2013")
    click_on_map(page, KILLINGS)
    wait_for(page, selected=KILLINGS)


def test_a_click_on_the_chart_goes_to_the_attack_or_the_year(visited: Visit) -> None:
    page = visited(1990)
    box = page.locator("#chart").bounding_box()
    assert box
    share = box["width"] / 46
    page.mouse.click(box["x"] + share * (2010.5 - 1981), box["y"] + box["height"] * 0.8)
    wait_for(page, year="2010", selected="")
    page.mouse.click(box["x"] + share * (2011 + 97 / 365 - 1981), box["y"] + box["height"] * 0.5)
    wait_for(page, year="2011", selected="attack:atk_2011_04_08")


def test_the_slider_is_a_native_range_that_says_its_value(visited: Visit) -> None:
    page = visited(2012)
    slider = page.locator("input#year")
    assert slider.get_attribute("type") == "range"
    assert slider.get_attribute("aria-label") == "Year"
    slider.focus()
    press(page, "ArrowRight", year="2013")
    expect(slider).to_have_attribute("aria-valuetext", "2013: 5 attacks, 66 people reported killed, 2 relocations")
    press(page, "Home", year="1981")
    press(page, "End", year="2026")
    box = slider.bounding_box()
    assert box
    page.mouse.click(box["x"] + 10 + (box["width"] - 20) * (2001 - 1981) / 45, box["y"] + box["height"] / 2)
    wait_for(page, year="2001")


def test_the_year_can_be_typed(visited: Visit) -> None:
    page = visited(1981)
    page.click("#year-figure button")
    page.keyboard.type("2009")
    press(page, "Enter", year="2009")
    page.click("#year-figure button")
    page.keyboard.type("99999")
    press(page, "Enter", year="2026")


def test_buttons_and_keys_step_by_year_and_by_event(visited: Visit) -> None:
    page = visited(2011)
    page.click("#next")
    wait_for(page, year="2012")
    page.click("#previous")
    wait_for(page, year="2011")
    press(page, "Shift+ArrowRight", selected="attack:atk_2011_01_07")
    press(page, "Shift+ArrowRight", selected="attack:atk_2011_04_08")
    press(page, "Shift+ArrowLeft", selected="attack:atk_2011_01_07")
    press(page, "?")
    expect(page.locator("dialog[open]")).to_contain_text("next year")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_back_undoes_a_deliberate_step_and_a_pasted_link_shows_the_same(opened: Open) -> None:
    page = opened("?year=2011")
    page.locator('#detail [data-id="attack:atk_2011_04_08"]').first.click()
    wait_for(page, selected="attack:atk_2011_04_08")
    page.locator("#detail [data-id='place:camp_ashraf']").first.click()
    wait_for(page, selected="place:camp_ashraf")
    page.go_back()
    wait_for(page, selected="attack:atk_2011_04_08", year="2011")
    page.go_back()
    wait_for(page, selected="", year="2011")
    page.go_forward()
    wait_for(page, selected="attack:atk_2011_04_08")
    again = opened(re.sub(r"^[^?]*", "", page.url))
    wait_for(again, selected="attack:atk_2011_04_08", year="2011")
    assert panel(again) == panel(page)


def test_playing_runs_through_the_years_and_leaves_no_history(opened: Open) -> None:
    page = opened("?year=1988&speed=4", reduced_motion="no-preference", viewport={"width": 900, "height": 600})
    before = page.evaluate("() => history.length")
    press(page, "Space", playing="true")
    page.wait_for_function("() => atlas.state().year >= 1990")  # a year may be over before anybody has looked
    press(page, "Space", playing="false")
    assert page.evaluate("() => history.length") == before
    assert page.evaluate("() => atlas.state().playing") is False


def test_playing_stops_at_the_end_and_starts_over_from_there(opened: Open) -> None:
    page = opened("?year=2026&speed=4", viewport={"width": 900, "height": 600})
    press(page, "Space", playing="true")
    page.wait_for_function("() => atlas.state().year < 2026")
    press(page, "Space", playing="false")
    go_to(page, 2025)
    press(page, "Space", playing="true")
    wait_for(page, playing="false", year="2026")


def test_the_map_can_be_taken_over_and_given_back(visited: Visit) -> None:
    page = visited(2013)
    at = spot(page, "place:tirana")
    page.mouse.move(at["x"] + 200, at["y"] + 200)
    page.mouse.down()
    page.mouse.move(at["x"] + 300, at["y"] + 240, steps=4)
    page.mouse.up()
    page.wait_for_function("() => atlas.state().follow === false && location.search.includes('view=')")
    moved = spot(page, "place:tirana")
    assert abs(moved["x"] - at["x"] - 100) < 12
    press(page, "ArrowRight", year="2014")
    assert abs(spot(page, "place:tirana")["x"] - moved["x"]) < 2, "the map moved although the visitor holds it"
    page.click("#follow")
    page.wait_for_function("() => atlas.state().follow && !location.search.includes('view=')")


def test_a_counted_mark_opens_when_clicked(visited: Visit) -> None:
    page = visited(2016)
    assert page.locator("#drawing .gathered").count() >= 1
    at = spot(page, "attack:atk_2009_07_28")
    assert not at["visible"]
    page.mouse.click(at["x"], at["y"])
    page.wait_for_function("() => atlas.state().follow === false")
    page.wait_for_function("() => atlas.locate('attack:atk_2009_07_28').visible")
    click_on_map(page, "attack:atk_2009_07_28")
    wait_for(page, selected="attack:atk_2009_07_28", year="2009")


def test_the_theme_follows_the_system_and_can_be_switched(opened: Open) -> None:
    page = opened("?year=2013", color_scheme="dark")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    water = """() => document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map
        .getPaintProperty('water', 'background-color')"""
    assert page.evaluate(paper) == "rgb(20, 25, 28)"
    assert page.evaluate(water) == "#10171B"
    press(page, "t", theme="light")
    assert page.evaluate(paper) == "rgb(251, 250, 247)"
    page.wait_for_function(f"() => ({water})() === '#DCE6EA'")


def test_every_source_opens_in_a_new_tab_and_tells_it_nothing(visited: Visit) -> None:
    page = visited(2013, KILLINGS)
    links = page.locator("#detail a[href^=http]")
    assert links.count() > 20
    assert page.locator("#detail a[href^=http]:not([target=_blank])").count() == 0
    assert page.locator("#detail a[href^=http]:not([rel=noopener])").count() == 0


def test_there_is_no_mode_bar_and_no_upload(visited: Visit) -> None:
    page = visited(1981)
    assert page.locator(".modebar, .modebar-btn").count() == 0
    assert page.get_by_text("Share chart").count() == 0


def test_a_script_can_read_set_and_hear_the_state(visited: Visit) -> None:
    page = visited(1981)
    page.evaluate("() => { window.heard = []; window.off = atlas.on('change', s => heard.push([s.year, s.select])); }")
    assert page.evaluate("() => atlas.ready.then(() => true)")
    page.evaluate("() => atlas.set({ year: 2013, select: 'attack:atk_2013_09_01', nonsense: 1 })")
    wait_for(page, year="2013", selected=KILLINGS)
    assert page.evaluate("() => heard.at(-1)") == [2013, KILLINGS]
    page.evaluate("() => { off(); atlas.set({ year: 'soon', select: 'attack:none' }); atlas.next(); }")
    wait_for(page, year="2014")
    assert page.evaluate("() => heard.length") == 1
    state = page.evaluate("() => atlas.state()")
    assert {"year", "select", "mode", "lang", "theme", "playing", "step", "steps"} <= set(state)
    assert page.evaluate("() => atlas.locate('attack:none')") is None


def test_bad_addresses_fall_back_to_the_defaults(opened: Open) -> None:
    page = opened("?year=abc&select=attack:none&mode=x&lang=xx&theme=pink&view=1,2&speed=99&hide=%00&foo=bar")
    wait_for(page, year="1981", selected="", mode="explore", playing="false")

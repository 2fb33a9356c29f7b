"""The search: opened by key or button, worked by keyboard, pointer and thumb, in any script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, Open, Start, Visit
from tests.browser.visitor import story, wait_for

ASHRAF = "place:camp_ashraf"
KILLINGS = "attack:atk_2013_09_01"


def opened_search(page: Page) -> Locator:
    """Open the search as a keyboard user does, empty; return its field."""
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search the atlas")
    expect(field).to_be_focused()
    field.fill("")
    expect(page.locator("dialog").get_by_role("option")).to_have_count(0)
    return field


def closed_search(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.wait_for_function("() => !document.activeElement.closest('dialog')")


def answers(page: Page) -> list[str]:
    return [str(it.get_attribute("data-id")) for it in page.locator("dialog").get_by_role("option").all()]


def asked(page: Page, words: str) -> list[str]:
    """Type a question and return what is found by it."""
    field = opened_search(page)
    field.press_sequentially(words)
    expect(page.locator("dialog").get_by_role("option").first).to_be_visible()
    return answers(page)


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("Manez", "place:manez"),
        ("Achraf", ASHRAF),
        ("اشرف", ASHRAF),
        ("Ashraf", ASHRAF),
        ("camp ashraf", ASHRAF),
        ("قرارگاه اشرف", ASHRAF),
        ("Ashraf 3", "place:ashraf_3"),
        ("اشرف ۳", "place:ashraf_3"),
        ("Libertë", "place:camp_liberty"),
        ("ليبرتي", "place:camp_liberty"),
        ("hourriya", "place:camp_liberty"),
        ("Tiran", "place:tirana"),
        ("durres", "place:durres"),
        ("Eure", "place:evreux_air_base"),
        ("1 september 2013", KILLINGS),
        ("2013-09-01", KILLINGS),
        ("killings", KILLINGS),
        ("april 2013 rockets", "attack:atk_2013_04_29"),
        ("albanian police", "attack:atk_2023_06_20"),
        ("first convoy", "relocation:rel_2012_convoy_1"),
        ("52 shot", "check:check_16"),
        ("urgent action", "source:s_amnesty_20090807"),
    ],
)
def test_the_best_answer_comes_first(visited: Visit, words: str, ref: str) -> None:
    page = visited(2013)
    assert asked(page, words)[0] == ref
    closed_search(page)


def test_a_spelling_of_a_name_finds_what_happened_there(visited: Visit) -> None:
    page = visited(2013)
    found = asked(page, "Achraf")
    assert found[:2] == [ASHRAF, "place:ashraf_3"]
    assert any(ref.startswith("attack:") for ref in found)
    assert any(ref.startswith("source:") for ref in found)
    expect(page.locator("#search-note")).to_contain_text("more")
    closed_search(page)


def test_type_arrow_enter_selects_and_gives_the_focus_to_what_was_found(visited: Visit) -> None:
    page = visited(1990)
    field = opened_search(page)
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("ashraf")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).not_to_have_attribute("aria-activedescendant", "search-answer-1")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "search-answer-1")
    expect(page.locator("dialog").get_by_role("option", selected=True)).to_have_attribute("data-id", ASHRAF)
    page.keyboard.press("ArrowDown")
    expect(page.locator("dialog").get_by_role("option", selected=True)).to_have_attribute("data-id", "place:ashraf_3")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    wait_for(page, selected=ASHRAF)
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("#detail")).to_be_focused()
    expect(page.locator("#detail h2")).to_have_text("Camp Ashraf")
    page.go_back()
    wait_for(page, selected="", year="1990")


def test_the_arrows_go_around_and_enter_alone_takes_the_first(visited: Visit) -> None:
    page = visited(2013)
    found = asked(page, "liberty")
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog").get_by_role("option", selected=True)).to_have_attribute("data-id", found[-1])
    expect(page.locator("dialog").get_by_role("option", selected=True)).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    expect(page.locator("dialog").get_by_role("option", selected=True)).to_have_attribute("data-id", found[0])
    closed_search(page)
    assert asked(page, "killings at camp")[0] == KILLINGS
    page.keyboard.press("Enter")
    wait_for(page, selected=KILLINGS, year="2013")


def test_home_end_and_the_keys_of_the_page_stay_with_the_text(visited: Visit) -> None:
    page = visited(2013)
    field = opened_search(page)
    field.press_sequentially("t/ ?f")
    page.keyboard.press("Home")
    page.keyboard.type("x")
    expect(field).to_have_value("xt/ ?f")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("() => atlas.state().year") == 2013
    closed_search(page)


def test_the_button_opens_it_escape_gives_the_focus_back_and_the_question_is_kept(visited: Visit) -> None:
    page = visited(2013)
    opened_search(page).press_sequentially("manez")
    closed_search(page)
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    field = page.get_by_role("combobox", name="Search the atlas")
    expect(field).to_be_focused()
    expect(field).to_have_value("manez")
    expect(page.locator("dialog").get_by_role("option").first).to_have_attribute("data-id", "place:manez")
    page.keyboard.type("tirana")
    expect(page.locator("dialog").get_by_role("option").first).to_have_attribute("data-id", "place:tirana")
    closed_search(page)
    expect(button).to_be_focused()
    wait_for(page, selected="", year="2013")


def test_an_answer_can_be_clicked_even_the_one_that_is_selected_already(visited: Visit) -> None:
    page = visited(2013, "place:tirana")
    asked(page, "Tirana")
    page.locator("dialog").get_by_role("option", name="Tirana").first.click()
    expect(page.locator("#detail")).to_be_focused()
    assert asked(page, "killings")[0] == KILLINGS
    page.locator("dialog").get_by_role("option").first.click()
    wait_for(page, selected=KILLINGS)
    expect(page.locator("#detail")).to_be_focused()


def test_it_says_what_it_found_and_when_it_found_nothing(visited: Visit) -> None:
    page = visited(2013)
    field = opened_search(page)
    said = page.locator("#search-said")
    expect(page.locator("#search-note")).to_contain_text("any script")
    field.press_sequentially("ashraf")
    expect(said).to_have_text(re.compile(r"^\d{2,3} answers, the best 12 listed$"))
    expect(page.locator("dialog").get_by_role("option")).to_have_count(12)
    field.fill("urgent action 212/09")
    expect(said).to_have_text("1 answer")
    expect(page.locator("#search-note")).to_have_text("")
    field.fill("<img src=x onerror=alert(1)> nowhere")
    expect(said).to_have_text("Nothing in the atlas is found by “<img src=x onerror=alert(1)> nowhere”.")
    expect(page.locator("#search-note")).to_have_text(said.inner_text())
    expect(page.get_by_role("listbox")).not_to_be_visible()
    closed_search(page)


def test_answers_are_in_named_groups_with_what_was_found_marked(visited: Visit) -> None:
    page = visited(2013)
    asked(page, "liberty rocket")
    group = page.get_by_role("group", name="Attacks")
    expect(group.get_by_role("option").first).to_contain_text("rocket or mortar · ")
    assert set(group.locator(".search-title mark").all_inner_texts()) == {"Rocket", "Liberty"}
    closed_search(page)


def test_descriptions_stay_behind_their_content_note(visited: Visit) -> None:
    page = visited(2013)
    attacks = story(page)["attacks"]
    noted = [it["id"] for it in attacks.values() if it["contentNote"]]
    assert noted
    field = opened_search(page)
    for ref in noted:
        words = " ".join(attacks[ref]["summary"].split()[:6])
        field.fill(words)
        option = page.locator(f'[role=option][data-id="attack:{ref}"]')
        expect(option).to_be_visible()
        assert words not in option.inner_text(), ref
    closed_search(page)


def test_on_a_phone_the_field_and_the_answers_are_at_the_top(opened: Open) -> None:
    page = opened("?year=2013", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    button = page.locator("#search")
    box = button.bounding_box()
    assert box
    assert box["width"] >= 44
    assert box["height"] >= 44
    button.tap()
    page.keyboard.type("1 september 2013")
    first = page.locator("dialog").get_by_role("option").first
    expect(first).to_have_attribute("data-id", KILLINGS)
    place = first.bounding_box()
    assert place
    assert place["y"] + place["height"] < 260, "the first answer must be above the keyboard"
    assert place["height"] >= 44
    page.set_viewport_size({"width": 390, "height": 430})  # as much as a keyboard leaves
    expect(page.locator("#search-note, [role=option] >> nth=0").first).to_be_in_viewport()
    dialog = page.locator("dialog.search").bounding_box()
    assert dialog
    assert dialog["y"] >= 0
    assert dialog["y"] + dialog["height"] <= 430
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    first.tap()
    wait_for(page, selected=KILLINGS)
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_another_story_is_searched_by_its_own_names(opened: Open, start: Start) -> None:
    server = start("--geodata", str(ROOT / "tests" / "data" / "tiny"))
    page = opened(address=server.address)
    assert asked(page, "Alte Muhle")[0] == "place:old_mill"
    page.keyboard.press("Enter")
    wait_for(page, selected="place:old_mill")
    expect(page.locator("#detail")).to_be_focused()

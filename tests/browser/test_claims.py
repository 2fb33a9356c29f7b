"""An attack's page: every claim as a dot, its line and its source by keyboard, mouse and finger; the content note."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Visit
from tests.browser.visitor import press, wait_for

ROOT = Path(__file__).resolve().parents[2]
KILLINGS = "attack:atk_2013_09_01"
NOTED = "people shot at close range"


def table(name: str) -> list[dict[str, str]]:
    with (ROOT / "geodata" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def line(page: Page, metric: int = 0) -> str:
    """The words that stand under a plot."""
    return " ".join(page.locator("figure.dotplot").nth(metric).locator(".claim-line:visible").inner_text().split())


def focused(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.id"))


def rows_of(page: Page, plot: str) -> list[list[tuple[str, int]]]:
    """The dots of a plot, row by row: id and figure."""
    rows = page.locator(plot).locator("[data-row]")
    found = rows.evaluate_all(
        """rows => rows.map(row => [...row.querySelectorAll('.claim-dot')]
            .map(dot => [dot.id, Number(dot.dataset.figure)]))"""
    )
    return [[(name, figure) for name, figure in row] for row in found]


def height(figure: Locator) -> float:
    box = figure.bounding_box()
    assert box
    return box["height"]


@pytest.fixture
def killings(visited: Visit) -> Page:
    visited(2013)  # a page that is left alone keeps the dot that was chosen last
    return visited(2013, KILLINGS)


def test_every_attack_has_a_dot_for_each_claim_and_each_of_its_speakers(visited: Visit) -> None:
    claims = table("claims.csv")
    for attack in table("attacks.csv"):
        page = visited(int(attack["date"][:4]), f"attack:{attack['id']}")
        dots = page.locator("#detail .claim-dot").evaluate_all("dots => dots.map(dot => dot.dataset.claim)")
        expected = [it["id"] for it in claims if it["attack"] == attack["id"] for _ in it["speaker"].split(";")]
        assert sorted(dots) == sorted(expected), attack["id"]


def test_arrows_walk_over_the_dots_and_the_year_stays(killings: Page) -> None:
    page = killings
    rows = rows_of(page, "figure.dotplot >> nth=0")
    page.locator(".claim-dot").first.focus()
    assert focused(page) == rows[0][0][0]
    for name, _ in rows[0][1:]:
        press(page, "ArrowRight", year="2013", selected=KILLINGS)
        assert focused(page) == name
    page.keyboard.press("ArrowRight")
    assert focused(page) == rows[0][-1][0], "a row ends"
    at = rows[0][-1]
    for row in rows[1:]:
        at = min(row, key=lambda dot: abs(dot[1] - at[1]))
        press(page, "ArrowDown", year="2013", selected=KILLINGS)
        assert focused(page) == at[0]
    press(page, "Home", year="2013", selected=KILLINGS)
    assert focused(page) == rows[0][0][0]
    press(page, "End", year="2013", selected=KILLINGS)
    assert focused(page) == rows[-1][-1][0]
    page.keyboard.press("ArrowUp")
    assert focused(page) in [name for name, _ in rows[-2]]


def test_a_plot_is_one_stop_of_the_tab_key_and_the_next_is_the_source_in_its_line(killings: Page) -> None:
    page = killings
    page.locator("#dot-clm_2013_09_01_11-iraq").focus()
    assert page.locator(".claim-dot[tabindex='0']").count() == page.locator("figure.dotplot").count()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.dataset.id") == "source:s_irantimes_201312"
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "dot-clm_2013_09_01_11-iraq"


def test_the_line_under_the_plot_says_who_how_many_when_and_why_not(killings: Page) -> None:
    page = killings
    plot = page.locator("figure.dotplot").first
    assert re.match(r"United Nations .*: 52 killed, .* Gives the best figure", line(page))
    before = height(plot)
    page.locator("#dot-clm_2013_09_01_12-iran_linked_report").hover()
    assert line(page).startswith("Iranian state-linked report: more than 70 killed, September 2013 Set aside")
    assert "Ruled out by the count of bodies that a UN team made afterwards." in line(page)
    page.locator("#dot-clm_2013_09_01_01-iraq").focus()
    assert "Superseded Iraqi state later said 53 (6 December 2013)." in line(page)
    assert height(plot) == before, "the page jumps"
    assert re.match("United Nations .*: 7 missing, ", line(page, 1)), "the other plot keeps its own line"


def test_every_reason_of_a_claim_set_aside_is_shown_at_its_dot(visited: Visit) -> None:
    set_aside = [it for it in table("claims.csv") if it["attack"] and it["status"] == "set aside"]
    assert len(set_aside) >= 2
    for claim in set_aside:
        page = visited(int(claim["attack"][4:8]), f"attack:{claim['attack']}")
        dot = page.locator(f"#dot-{claim['id']}-{claim['speaker']}")
        dot.focus()
        expect(page.locator(".claim-line:visible", has_text=claim["reason"])).to_have_count(1)
        assert claim["reason"] in str(dot.get_attribute("aria-label"))
        expect(dot.locator(".dot.crossed")).to_have_count(1)


def test_enter_leads_to_the_source_and_back_to_the_dot(opened: Open) -> None:
    page = opened(f"?select={KILLINGS}")
    page.locator(".claim-dot").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    dot = page.locator(":focus")
    chosen, source = focused(page), str(dot.get_attribute("data-id"))
    scrolled = page.evaluate("() => document.getElementById('panel').scrollTop")
    assert scrolled > 0
    press(page, "Enter", selected=source)
    page.go_back()
    wait_for(page, selected=KILLINGS, year="2013")
    assert focused(page) == chosen
    assert page.evaluate("() => document.getElementById('panel').scrollTop") == scrolled
    page.keyboard.press("ArrowDown")
    assert focused(page) != chosen


def test_a_click_on_a_dot_leads_to_its_source(killings: Page) -> None:
    killings.locator("#dot-clm_2013_09_01_01-iraq").click()
    wait_for(killings, selected="source:s_reuters_20130903")


def test_a_first_tap_tells_of_a_dot_and_a_second_leads_to_its_source(opened: Open) -> None:
    page = opened(f"?select={KILLINGS}", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    dot = page.locator("#dot-clm_2013_09_01_12-iran_linked_report")
    dot.tap()
    assert "Set aside" in line(page)
    wait_for(page, selected=KILLINGS)
    dot.tap()
    wait_for(page, selected="source:s_nejat_presstv_2013")


@pytest.mark.parametrize("width", [1200, 800, 390, 320])
def test_dots_are_targets_of_24_pixels_that_do_not_overlap_in_a_row(opened: Open, width: int) -> None:
    page = opened("?select=attack:atk_2009_07_28", viewport={"width": width, "height": 800})
    rows = page.locator("[data-row]").evaluate_all(
        """rows => rows.map(row => [...row.querySelectorAll('.claim-dot')].map(dot => {
            const { left, right, top, bottom } = dot.getBoundingClientRect(); return [left, right, top, bottom]; }))"""
    )
    boxes = [box for row in rows for box in row]
    assert len(boxes) >= 23
    for row in rows:
        for left, right, top, bottom in row:
            assert right - left >= 24
            assert bottom - top >= 24
    for number, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            beside = other[0] >= right - 0.5 or other[1] <= left + 0.5
            assert beside or other[2] >= bottom - 0.5 or other[3] <= top + 0.5, ((left, right, top, bottom), other)
    assert page.evaluate("() => document.getElementById('panel').scrollWidth") <= width


def test_every_version_names_its_speaker_first(killings: Page) -> None:
    said = killings.locator("#accounts .versions .by").all_text_contents()
    assert len(said) == len([it for it in table("accounts.csv") if it["attack"] == "atk_2013_09_01"])
    assert all(it.startswith("According to ") for it in said)


def test_descriptions_stand_behind_the_content_note_and_the_keyboard_shows_and_hides_them(opened: Open) -> None:
    page = opened(f"?select={KILLINGS}")
    described = page.locator("#description, #accounts")
    expect(page.locator("div.content-note")).to_contain_text(NOTED)
    expect(described.first).to_be_hidden()
    expect(described.last).to_be_hidden()
    expect(page.locator("#detail .figures")).to_be_visible()
    expect(page.locator("#detail .claims").first).to_be_visible()
    button = page.get_by_role("button", name="Show the descriptions").first
    button.focus()
    page.keyboard.press("Enter")
    expect(described.first).to_be_visible()
    expect(described.last).to_be_visible()
    assert focused(page) == "descriptions"
    for another in ("attack:atk_2009_07_28", KILLINGS):
        page.evaluate("select => atlas.set({ select })", another)
        wait_for(page, selected=another)
        expect(page.locator("#description")).to_be_visible()
    again = page.locator("#descriptions-again")
    expect(again).to_have_accessible_name("Hide descriptions of violence")
    again.focus()
    page.keyboard.press("Space")
    expect(page.locator("#description")).to_be_hidden()
    expect(again).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0

"""Every year from 1981 to today, stepped by keyboard: what is shown is what the tables say."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Visit
from tests.browser.visitor import click_on_map, drawn, go_to, labels, press, spot, wait_for

GEODATA = ROOT / "geodata"

NOT_KNOWN, GONE = "not known", "until"
ASHRAF = {
    **dict.fromkeys(range(1986, 2003), NOT_KNOWN),
    **{2003: "4,000", 2004: "3,500–4,000", 2005: "4,000", 2006: "4,000", 2007: "4,000", 2008: "3,000"},
    **{2009: "3,400", 2010: "3,400", 2011: "3,300–3,400", 2012: "100", 2013: GONE},
}
LIBERTY = {2012: "3,112", 2013: "3,000", 2014: "2,800", 2015: "2,160", 2016: GONE}
TIRANA = {2013: NOT_KNOWN, 2014: NOT_KNOWN, 2015: "821", 2016: "2,745", 2017: "2,745"}
ASHRAF_3 = {2018: "2,300", 2019: "2,500", 2022: "2,500", 2023: "2,500", 2025: "2,500", 2026: "2,500"}


def rows(table: str) -> list[dict[str, str]]:
    with Path(GEODATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def attacks_of(year: int) -> list[str]:
    return [row["id"] for row in rows("attacks") if row["date"].startswith(str(year))]


def expect_label(page: Page, place: str, expected: dict[int, str], year: int) -> None:
    if year not in expected:
        return
    shown = labels(page).get(f"place:{place}")
    assert shown, f"{place} has no label in {year}"
    assert expected[year] in shown, f"{place} in {year}: {shown}"


def test_every_year_shows_its_figures_and_every_attack_can_be_clicked(visited: Visit) -> None:
    page = visited(1981)
    titles = {row["id"]: row["title"] for row in rows("attacks")}
    clicked = []
    for year in range(1981, 2027):
        if year > 1981:
            press(page, "ArrowRight", year=str(year))
        expect_label(page, "camp_ashraf", ASHRAF, year)
        expect_label(page, "camp_liberty", LIBERTY, year)
        expect_label(page, "tirana", TIRANA, year)
        expect_label(page, "ashraf_3", ASHRAF_3, year)
        assert not [ref for ref in drawn(page, "lines") + drawn(page, "movers") if "offer" in ref]
        for attack in attacks_of(year):
            click_on_map(page, f"attack:{attack}")
            wait_for(page, selected=f"attack:{attack}", year=str(year))
            assert page.locator("#detail h2").inner_text() == titles[attack]
            press(page, "Escape", selected="")
            clicked.append(attack)
    assert sorted(clicked) == sorted(titles)


def test_an_empty_year_says_that_nothing_is_dated_and_what_is_known(visited: Visit) -> None:
    page = visited(1995)
    assert drawn(page, "movers") == []
    assert "No dated event" in page.locator("#detail h2").inner_text()
    assert "not known" in page.locator("#detail").inner_text()


def test_2012_moves_people_in_eight_convoys_and_leaves_about_a_hundred(visited: Visit) -> None:
    page = visited(2012)
    assert [ref for ref in drawn(page, "movers") if "convoy" in ref] == [
        f"relocation:rel_2012_convoy_{n}" for n in range(1, 9)
    ]
    assert len([ref for ref in drawn(page, "lines") if "convoy" in ref]) == 1
    assert "100" in labels(page)["place:camp_ashraf"]
    assert "3,280" not in labels(page)["place:camp_ashraf"]


def test_2016_is_one_arc_of_1942_with_its_dated_part(visited: Visit) -> None:
    page = visited(2016)
    to_albania = [ref for ref in drawn(page, "lines") if ref in ("relocation:rel_2016_alb", "relocation:rel_2016_last")]
    assert len(to_albania) == 1
    assert sorted(ref for ref in drawn(page, "movers")) == ["relocation:rel_2016_alb", "relocation:rel_2016_last"]
    assert "1,942" in labels(page)["relocation:rel_2016_alb"]
    assert "2,222" not in page.locator("#detail").inner_text()
    spot(page, "relocation:rel_2016_last")


def test_an_offer_is_told_and_never_drawn(visited: Visit) -> None:
    page = visited(2013, "relocation:rel_offer_germany")
    assert "offer" in page.locator("#detail").inner_text().lower()
    for year in (2013, 2014, 2015, 2016):
        go_to(page, year)
        assert "relocation:rel_offer_germany" not in drawn(page, "lines") + drawn(page, "movers")

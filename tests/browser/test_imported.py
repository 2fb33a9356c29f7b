"""Other people's stories on the page: one imported from UCDP's columns, one just begun."""

from __future__ import annotations

from pathlib import Path

from ashraf_atlas.__main__ import main
from tests.browser.conftest import ROOT, Open, Start
from tests.browser.visitor import click_on_map, press, wait_for

GED = ROOT / "tests" / "data" / "ged" / "invented_GEDEvent_v25_1.csv"


def test_an_imported_event_is_a_mark_that_says_who_counts_how_many(opened: Open, start: Start, tmp_path: Path) -> None:
    assert main(["import", "ucdp", str(GED), str(tmp_path / "out")]) == 0
    server = start("--geodata", str(tmp_path / "out"))
    page = opened("?year=2013", address=server.address)
    click_on_map(page, "attack:ged_1")
    wait_for(page, selected="attack:ged_1")
    told = page.locator("#detail").inner_text()
    assert "3–5 in the sources" in told
    assert "Uppsala Conflict Data Program" in told
    assert "Three killed at the landing stage" in told
    press(page, "Escape", selected="")
    press(page, "ArrowRight", year="2014")
    page.locator("#detail [data-id='attack:ged_3']").first.click()
    wait_for(page, selected="attack:ged_3")
    assert '"somewhere" in <b>the district</b>' in page.locator("#detail").inner_text()


def test_a_story_just_begun_is_on_the_map(opened: Open, start: Start, tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    server = start("--geodata", str(tmp_path / "mine"))
    page = opened("?year=2002", address=server.address)
    assert page.locator("h1").inner_text() == "An example story"
    click_on_map(page, "attack:atk_2002_08_14")
    wait_for(page, selected="attack:atk_2002_08_14")
    assert "1–2 in the sources" in page.locator("#detail").inner_text()
    assert "founding" not in page.locator("body").inner_text()

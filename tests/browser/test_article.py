"""Each statement of the founding article has its place: its year, where it leads, and the figures beside it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit
from tests.browser.visitor import press, wait_for

LEADS = {
    "1981 to France": ("check_01", 1981),
    "1986 to Diyala": ("check_03", 1986),
    "2003 US protection": ("check_06", 2003),
    "1 January 2009 handover": ("check_07", 2009),
    "47 in 2009 and 2011": ("check_09", 2011),
    "2012 move to Camp Liberty": ("check_13", 2012),
    "about 100 staying": ("check_14", 2012),
    "seven attacks": ("check_15", 2013),
    "52 on 1 September 2013": ("check_16", 2013),
    "141 in total": ("check_17", 2016),
    "1,300 wounded": ("check_18", 2016),
    "2016 to Albania": ("check_19", 2016),
    "Ashraf-3": ("check_28", 2017),
}


def test_every_statement_leads_to_its_year(visited: Visit) -> None:
    page = visited(1981)
    for name, (check, year) in LEADS.items():
        page.evaluate("ref => atlas.set({ select: ref })", f"check:{check}")
        wait_for(page, selected=f"check:{check}")
        assert page.evaluate("() => atlas.state().year") == year, name


YEARS = dict(LEADS.values())


@pytest.mark.parametrize(
    ("check", "article", "sums"),
    [("check_09", "47", "45"), ("check_17", "141", "135"), ("check_18", "1,300", "")],
)
def test_the_articles_total_stands_beside_the_sum_of_the_atlas(
    visited: Visit, check: str, article: str, sums: str
) -> None:
    page = visited(YEARS[check], f"check:{check}")
    shown = page.locator("#detail").inner_text()
    assert article in shown
    assert sums in shown


def test_the_years_statements_are_listed_in_its_panel(visited: Visit) -> None:
    page = visited(2013)
    page.locator('#detail [data-id="check:check_16"]').first.click()
    wait_for(page, selected="check:check_16")
    press(page, "Escape", selected="", year="2013")

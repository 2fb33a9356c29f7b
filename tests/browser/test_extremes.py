"""Stories unlike any other, as a visitor meets them: all that is in them can be looked at, and nothing breaks."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open, Start
from tests.browser.visitor import go_to, settle, story, wait_for
from tests.conftest import Copy
from tests.extremes import EXTREMES

UNMADE = """() => [...document.querySelectorAll('svg *')].filter((it) =>
    [...it.attributes].some(({ value }) => /NaN|Infinity|undefined/.test(value))).map((it) => it.outerHTML)"""
"""Shapes that a number has gone wrong in."""

WRONG = "NaN", "Infinity", "undefined", "Invalid", "[object"

LOOKED_AT = (["a single year"], ["a thousand years"], ["the poles", "dates open at an end"])
"""Those in which the browser has something else to do."""


@pytest.mark.parametrize("like", LOOKED_AT, ids=", ".join)
def test_everything_in_it_can_be_looked_at(opened: Open, start: Start, choir: Copy, like: list[str]) -> None:
    for one in like:
        EXTREMES[one](choir)
    server = start("--geodata", str(choir.folder))
    page = opened(address=server.address)
    facts = story(page)
    years = [int(year) for year in facts["years"]]
    for year in {years[0], *years[:: len(years) // 5 + 1], years[-1]}:
        go_to(page, year)
        settle(page)
        assert page.evaluate(UNMADE) == [], year
    for kind, table in (("attack", "attacks"), ("place", "places"), ("relocation", "relocations")):
        for id_ in facts[table]:
            page.evaluate("ref => atlas.set({ select: ref })", f"{kind}:{id_}")
            wait_for(page, selected=f"{kind}:{id_}")
            shown = page.locator("body").inner_text()
            assert not [word for word in WRONG if word in shown], id_
            assert page.evaluate(UNMADE) == [], id_
    page.context.close()

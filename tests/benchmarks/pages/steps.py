"""How fast a page goes from year to year, over all of them, and what it asks the network for meanwhile."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page
from tests.benchmarks.pages.readings import share
from tests.benchmarks.pages.traffic import Traffic
from tests.benchmarks.pages.visiting import Visit, visiting

STEPPING = Path(__file__).with_name("stepping.js").read_text(encoding="utf-8")
PAGES = ("floor", "usual", "atlas")
"""Pages that have years."""

PRESSED = ("floor", "atlas")
"""Those that go by a key. Plotly's slider knows none: there, what the slider calls is called."""

REST_MS = 100
"""Between steps, as a fast visitor leaves."""


def step(browser: Browser, name: str, address: str, years: range) -> dict[str, float]:
    """Go through all years; return the middle and the 95th of 100 of the times in ms."""
    # the camera jumps, as the other pages' stands still
    with visiting(browser, name, reduced_motion="reduce") as visit:
        opened_at(visit, name, address, years[0])
        traffic = Traffic(visit.session)
        shown, still = zip(*(go(visit.page, name, year) for year in years[1:]), strict=True)
        return {
            "step p50": share(shown, 0.5),
            "step p95": share(shown, 0.95),
            "still p50": share(still, 0.5),
            "still p95": share(still, 0.95),
            "requests of steps": len(traffic.all()),
        }


def opened_at(visit: Visit, name: str, address: str, year: int) -> None:
    """Open a page that can be stepped through, and wait until nothing of it is still to come."""
    visit.page.goto(f"{address}?year={year}" if name == "atlas" else address)
    visit.usable()
    if name == "atlas":
        visit.page.wait_for_selector("html[data-complete=true][data-arrived=true]", state="attached")
    visit.page.wait_for_load_state("networkidle")
    visit.page.evaluate(STEPPING)


def go(page: Page, name: str, year: int) -> tuple[float, float]:
    """Go on to the next year; return the ms until it is shown, and until nothing changes any more."""
    page.wait_for_timeout(REST_MS)
    page.evaluate("([page, year]) => window.step(page, year)", [name, str(year)])
    if name in PRESSED:
        page.keyboard.press("ArrowRight")
    shown, still = page.evaluate("() => window.stepped")
    return shown, still

"""How a page loads: what it transfers, when it paints, how long it is busy and when it can be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser
from tests.benchmarks.pages.traffic import Asked, Traffic, elsewhere
from tests.benchmarks.pages.visiting import Visit, visiting

QUIET_MS = 1500
"""After a page is usable, in which what it paints last may still be told."""

BUSY_MS = 50
"""How long a task may take without being in the way of a visitor."""

SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}

CONDITIONS: Mapping[str, tuple[int, dict[str, Any] | None]] = {
    "normal": (1, None),
    "slow processor": (SLOWER, None),
    "slow network": (SLOWER, NETWORK),
}
"""Condition → how many times slower the processor is, and the network if it is another; the last is a poor phone."""


@dataclass(frozen=True)
class Loaded:
    """What was noted while a page loaded."""

    values: dict[str, float]
    asked: list[Asked]
    """Every request, also those after it was usable."""


def load(browser: Browser, name: str, address: str, condition: str) -> Loaded:
    """Load a page in a fresh context."""
    with visiting(browser, name) as visit:
        traffic = Traffic(visit.session)
        slow_down(visit, condition)
        visit.page.goto(address, wait_until="commit")
        usable, whole = visit.usable(), visit.whole()
        visit.page.wait_for_timeout(QUIET_MS)
        noted = visit.page.evaluate("() => window.noted")
        asked = traffic.until(usable)
        paints = {paint: noted[paint] for paint in ("fcp", "lcp") if noted[paint] is not None}
        values = {
            "bytes": traffic.transferred(usable),
            "requests": len(asked),
            "other origins": elsewhere(traffic.all(), address),
            **paints,
            "blocked": _blocked(noted["busy"], usable),
            "usable": usable,
            "bytes whole": traffic.transferred(whole),
            "blocked whole": _blocked(noted["busy"], whole),
            "whole": whole,
        }
        return Loaded(values, traffic.all())


def _blocked(busy: list[list[float]], until: float) -> float:
    """Return for how many ms a visitor would have waited for an answer, by tasks that began before a moment."""
    return sum(max(0, lasted - BUSY_MS) for began, lasted in busy if began < until)


def slow_down(visit: Visit, condition: str) -> None:
    """Give a page the processor and the network of a condition, from now on."""
    rate, network = CONDITIONS[condition]
    visit.session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    if network:
        visit.session.send("Network.emulateNetworkConditions", network)

"""The atlas's figures against those of the other pages, each beside the bar that it should not exceed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.pages.loading import CONDITIONS
from tests.benchmarks.pages.readings import Readings

Figure = tuple[str, str, str]
"""Page, condition, name."""


@dataclass(frozen=True)
class Bar:
    """A figure, alone or divided by another, and the most that it should be."""

    title: str
    of: Figure
    by: Figure | None
    most: float
    unit: float = 1
    """What a figure alone is told in, such as 1e6 for megabytes."""
    decimals: int = 2

    def values(self, readings: Readings) -> list[float]:
        """Return the value of each round in which everything that it needs was measured."""
        above = readings.of(*self.of)
        if self.by is None:
            return [value / self.unit for value in above.values()]
        below = readings.of(*self.by)
        # nothing by nothing is as good as the other page
        return [
            value / below[number] if below[number] else 1 if not value else float("inf")
            for number, value in above.items()
            if number in below
        ]


def bars() -> Iterator[Bar]:
    """Yield them in the order of the table."""
    for condition in CONDITIONS:
        yield _loading("largest paint ÷ line", "lcp", "line", condition, 1.2)
    for condition in CONDITIONS:  # no page that begins with these words can do better
        words = ("words", condition, "lcp")
        yield Bar(f"its first words alone: largest paint ÷ line, {condition}", words, ("line", condition, "lcp"), 1.2)
    for condition in CONDITIONS:
        yield _loading("usable ÷ usual", "usable", "usual", condition, 0.6)
    for condition in CONDITIONS:
        yield _loading("usable ÷ MapLibre alone", "usable", "floor", condition, 1.3)
    for condition in CONDITIONS:
        yield _loading("blocked ÷ MapLibre alone", "blocked", "floor", condition, 1.5)
    yield Bar("megabytes until usable", ("atlas", "normal", "bytes"), None, 1.2, unit=1e6)
    yield Bar("requests until usable", ("atlas", "normal", "requests"), None, 20, decimals=0)
    yield Bar("requests to other origins", ("atlas", "normal", "other origins"), None, 0, decimals=0)
    yield _step("step p50 ÷ MapLibre alone", "step p50", "floor", 1.3)
    yield _step("step p95 ÷ MapLibre alone", "step p95", "floor", 1.5)
    yield _step("step p50 ÷ usual", "step p50", "usual", 0.6)
    yield Bar("requests during steps", ("atlas", "normal", "requests of steps"), None, 0, decimals=0)
    played, once = ("atlas", "normal", "heap after all plays"), ("atlas", "normal", "heap after one play")
    yield Bar("heap after all plays ÷ after one", played, once, 1.05, decimals=3)


def _loading(title: str, name: str, other: str, condition: str, most: float) -> Bar:
    return Bar(f"{title}, {condition}", ("atlas", condition, name), (other, condition, name), most)


def _step(title: str, name: str, other: str, most: float) -> Bar:
    return Bar(title, ("atlas", "normal", name), (other, "normal", name), most)

"""What was measured, as Markdown: a table for each kind of figure, then the ratios with their bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from tests.benchmarks.pages.loading import CONDITIONS
from tests.benchmarks.pages.ratios import bars
from tests.benchmarks.pages.readings import Readings, spread

TITLES = {
    "line": "a line of text",
    "words": "the atlas's first words",
    "floor": "MapLibre alone",
    "usual": "usual Dash",
    "atlas": "atlas",
}

LOADING = {
    "bytes": "kB until usable",
    "requests": "requests",
    "other origins": "to other origins",
    "fcp": "first paint, ms",
    "lcp": "largest paint, ms",
    "blocked": "blocked, ms",
    "usable": "usable, ms",
    "bytes whole": "kB until whole",
    "blocked whole": "blocked until whole, ms",
    "whole": "whole, ms",
}
STEPS = {
    "step p50": "shown p50, ms",
    "step p95": "shown p95, ms",
    "still p50": "all still p50, ms",
    "still p95": "all still p95, ms",
    "requests of steps": "requests",
}
HEAP = {
    "heap loaded": "loaded, MB",
    "heap after one play": "after one play, MB",
    "heap after all plays": "after all plays, MB",
    "heap after selections": "after selections, MB",
}
SPENT = "spent: "
"""Before the kind of work, in the name of a figure of `spent.py`."""

UNITS = {"bytes": 1e3, "bytes whole": 1e3, **dict.fromkeys(HEAP, 1e6)}
DECIMALS = {**dict.fromkeys(HEAP, 2), **dict.fromkeys(STEPS, 1), "requests of steps": 0}


def markdown(readings: Readings, about: Mapping[str, Any], rounds: int) -> str:
    """Return everything there is; what was not measured is left out."""
    parts = [
        _figures("Loading", LOADING, CONDITIONS, readings),
        _figures("Going from year to year", STEPS, ["normal"], readings),
        _figures("Memory", HEAP, ["normal"], readings),
        _spent(readings),
        _ratios(readings),
    ]
    tail = ", ".join(f"{name} {value}" for name, value in about.items())
    parts.append([f"Medians of {rounds} rounds with their range. Measured with: {tail}."])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _figures(title: str, names: Mapping[str, str], conditions: Iterable[str], readings: Readings) -> list[str]:
    wanted = [(it, condition) for condition in conditions for it in TITLES]
    rows = [
        [TITLES[page], condition, *(_cell(page, condition, name, readings) for name in names)]
        for page, condition in wanted
        if any(readings.of(page, condition, name) for name in names)
    ]
    return list(_table([title, "condition", *names.values()], rows)) if rows else []


def _spent(readings: Readings) -> list[str]:
    """What the time until a page is usable goes into: a row for each kind of work, most of it first."""
    totals: Counter[str] = Counter()
    pages = []
    for it in readings:
        if it.name.startswith(SPENT):
            totals[it.name] += int(it.value)
            pages += [(it.page, it.condition)] * ((it.page, it.condition) not in pages)
    head = ["Until usable, ms", *(f"{TITLES[page]}, {condition}" for page, condition in pages)]
    rows = [
        [name.removeprefix(SPENT), *(_cell(page, condition, name, readings) for page, condition in pages)]
        for name, _ in totals.most_common()
    ]
    return list(_table(head, rows)) if rows else []


def _cell(page: str, condition: str, name: str, readings: Readings) -> str:
    values = readings.of(page, condition, name).values()
    return spread([it / UNITS.get(name, 1) for it in values], DECIMALS.get(name, 0))


def _ratios(readings: Readings) -> list[str]:
    rows = [
        [bar.title, spread(values, bar.decimals), f"≤ {bar.most:g}", "yes" if median(values) <= bar.most else "no"]
        for bar in bars()
        if (values := bar.values(readings))
    ]
    return list(_table(["The atlas", "measured", "bar", "within"], rows)) if rows else []


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"

"""Rules for the stops of the presenter's walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ashraf_atlas.columns import KINDS
from ashraf_atlas.draft import Draft, Row
from ashraf_atlas.problems import Problem

SHOWN = ("attack", "check", "context", "place", "relocation")
"""What a stop can select."""

LONGEST_SECONDS = 3600
"""A stop that stands for more than an hour is a slip of the hand."""


def walk(draft: Draft) -> Iterator[Problem]:
    """Stops come one after the other, for a time that can be waited for, each in a year that shows what it selects."""
    taken: dict[int, str] = {}
    span = [draft.of("story")[0].whole(it) for it in ("first_year", "last_year")] if draft.of("story") else [None, None]
    for step in draft.of("steps"):
        order = step.whole("order")
        if order is not None and order in taken:
            yield step.problem("order", f"the place of {taken[order]}", "give each stop a number of its own")
        elif order is not None:
            taken[order] = step["id"]
        seconds = step.number_of("seconds")
        if seconds is not None and not 0 < seconds <= LONGEST_SECONDS:
            yield step.problem("seconds", "no time to stand", f"write more than 0, and at most {LONGEST_SECONDS}")
        if span[0] is not None and span[1] is not None and span[0] <= span[1]:
            yield from _shown_elsewhere(draft, step, span[0], span[1])


def _shown_elsewhere(draft: Draft, step: Row, first: int, last: int) -> Iterator[Problem]:
    """What is dated is shown in its own year: a stop in another would show it there all the same."""
    kind, _, id_ = step["select"].partition(":")
    named = draft.named(KINDS[kind], id_) if kind in SHOWN else None
    year = step.whole("year")
    if named is None or year is None:
        return
    years = _years(kind, named, first, last)
    if years and year not in years:
        said = f"{step['select']} is shown in {years[0]}" + (f" to {years[-1]}" if len(years) > 1 else "")
        yield step.problem("year", said, "correct the year, or select something else")


def _years(kind: str, named: Row, first: int, last: int) -> Sequence[int]:
    if kind == "check":
        year = named.whole("year")
        return [] if year is None else [year]
    period = named.period() if kind != "place" else None
    if period is None:
        return []
    if kind == "relocation":
        return period.years(first, last)
    begins = period.start or period.end
    if not begins or begins.year > last:  # that it is shown in no year is told of the date itself
        return []
    return [max(begins.year, first)]

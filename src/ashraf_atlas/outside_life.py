"""Dates of a column against the lives of the places beside them: which rows may be wrong, read all together."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

import numpy as np

from ashraf_atlas.coded import Coded, Mask
from ashraf_atlas.dates import Period, period
from ashraf_atlas.draft import Row

Days = tuple[float, float]
"""Two days, counted as `date.toordinal` counts them, or infinity before or after all of them."""

AT_NO_TIME: Days = (inf, -inf)
"""Of what is not given: it lies outside nothing."""

FOR_EVER: Days = (-inf, inf)


def outside_life(dates: Coded, places: Coded, known: Mapping[str, Row]) -> Mask:
    """Return for each row whether an end of its date lies before its place opened or after it closed, by any time."""
    reaches = _days([*(_reach(it) for it in _asked(dates)), AT_NO_TIME])
    lives = _days([*(_life(known.get(it)) for it in _asked(places)), FOR_EVER])
    earliest, latest = reaches[dates.codes].T
    opened, closed = lives[places.codes].T
    outside: Mask = (earliest < opened) | (latest > closed)
    return outside


def ends_of(date: Period) -> list[Period]:
    """Return both ends of an interval that are given, each as exact as it is known; of another date itself."""
    return [period(part) for part in date.edtf.split("/") if part != ".."] if date.interval else [date]


def _asked(cells: Coded) -> list[str]:
    """The texts of a column; "" for those that stand only where they are told to be wrong already."""
    asked = set(cells.asked)
    return [text if at in asked else "" for at, text in enumerate(cells.texts)]


def _days(pairs: list[Days]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array(pairs, dtype=np.float64)


def _reach(said: str) -> Days:
    """Until when the end of a date that comes first can have been, and from when on the one that comes last."""
    if not said:
        return AT_NO_TIME
    date = period(said)
    ends = ends_of(date)
    first = min((it.end.toordinal() for it in ends if it.end), default=inf)
    last = max((it.start.toordinal() for it in ends if it.start), default=-inf)
    return first, last if date.end else inf


def _life(place: Row | None) -> Days:
    opened, closed = (place.period("opened"), place.period("closed")) if place else (None, None)
    return (
        opened.start.toordinal() if opened and opened.start else -inf,
        closed.end.toordinal() if closed and closed.end else inf,
    )

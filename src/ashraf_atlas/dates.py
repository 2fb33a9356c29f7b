"""Dates as the tables write them: EDTF level 1 (ISO 8601-2), and the days that they mean."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year"]

HOW_TO_WRITE = (
    "write YYYY-MM-DD, YYYY-MM or YYYY, with ~ behind it for about, two of them with / between for a period, "
    "and .. for an open end"
)
"""What a person needs to know to mend a date."""

LONGEST = 60
"""Characters of a date; there is nothing to write that is longer."""

MOST_REMEMBERED = 100_000
"""Dates that are read once only: the days of a long story."""

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Period:
    """A stretch of whole days: a day, a month, a year, or from one of those to another."""

    edtf: str
    """As the table writes it."""
    start: date | None
    """First day; None for an open start."""
    end: date | None
    """Last day; None for an open end."""
    precision: Precision
    """How exactly it is known; of an interval the coarser end."""
    approximate: bool
    """Marked with `~`, `?` or `%`, at either end."""
    interval: bool
    """Written with a `/`."""

    def years(self, first: int, last: int) -> range:
        """Return the years it touches from `first` to `last`, both included; empty if none."""
        begins = max(first, self.start.year if self.start else first)
        ends = min(last, self.end.year if self.end else last)
        return range(begins, ends + 1)


@lru_cache(maxsize=MOST_REMEMBERED)
def period(edtf: str) -> Period:
    """Return the period of an EDTF date of level 0 or 1 whose years lie between 0001 and 9999.

    Raises ValueError with a phrase that says what is wrong. `2012-04~` is the whole of April 2012, about; `198X` is
    1980 to 1989; a season is its three months. Refused are winter (it lies in two years) and ends left empty.
    """
    if not edtf or edtf != edtf.strip() or len(edtf) > LONGEST:
        raise ValueError("not an EDTF date")
    if plain := _plain(edtf):
        return plain
    from ashraf_atlas.edtf_dates import read_edtf  # whose library takes longer to start than most tables to check

    return read_edtf(edtf)


def _plain(edtf: str) -> Period | None:
    """The period of a day, a month or a year, which most dates are: the library takes milliseconds for each."""
    found = _PLAIN.fullmatch(edtf)
    if not found:
        return None
    year, month, day = (int(it) if it else None for it in found.groups())
    try:
        start = date(*(1 if it is None else it for it in (year, month, day)))
    except ValueError:
        return None  # the library says what is wrong
    if day:
        return Period(edtf, start, start, "day", approximate=False, interval=False)
    if month:
        end = date(start.year, month, monthrange(start.year, month)[1])
        return Period(edtf, start, end, "month", approximate=False, interval=False)
    return Period(edtf, start, date(start.year, 12, 31), "year", approximate=False, interval=False)


def decimal_year(day: date) -> float:
    """Return the start of a day as a year with its fraction: 1 July 2013 is 2013 + 181/365."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)

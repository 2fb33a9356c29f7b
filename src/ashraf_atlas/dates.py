"""Dates as the tables write them: EDTF level 1 (ISO 8601-2), read by the `edtf` library into days."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import Any, Literal

from edtf.parser.grammar import level0Expression, level1Expression
from edtf.parser.parser_classes import (
    DateAndTime,
    Interval,
    LongYear,
    Season,
    UncertainOrApproximate,
    Unspecified,
    UnspecifiedIntervalSection,
)
from pyparsing import ParseException

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

_COARSEST: tuple[Precision, ...] = ("year", "month", "day")
NO_SUCH_DAY = "not an EDTF date: the calendar has no such day or month"

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEAR = re.compile(r"[0-9]{2}[0-9X]{2}")
_WINTER = "24"


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
    read = _read(edtf)
    if isinstance(read, Interval):
        return _interval(edtf, read)
    start, end, precision, approximate = _whole(read)
    return Period(edtf, start, end, precision, approximate, interval=False)


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


def _read(edtf: str) -> Any:
    for level in (level0Expression, level1Expression):
        try:
            with redirect_stdout(StringIO()):  # the library prints what it stumbles over
                return level.parse_string(edtf, parse_all=True)[0]
        except ParseException:
            continue
        except (ValueError, TypeError, AttributeError) as error:  # the library stumbles over some nonsense
            raise ValueError("not an EDTF date") from error
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){1,2}", edtf):
        raise ValueError(NO_SUCH_DAY)
    if re.search(r"[{}\[\]]|[~?%][-\d]|X", edtf):
        raise ValueError("an EDTF date beyond level 1")
    raise ValueError("not an EDTF date")


def _interval(edtf: str, read: Interval) -> Period:
    lower, upper = (None if _is_open(part) else _whole(part) for part in (read.lower, read.upper))
    if lower is None and upper is None:
        raise ValueError("not a usable date: a period open at both ends")
    if lower and upper and lower[0] > upper[1]:
        raise ValueError("a period that ends before it starts")
    known = [part for part in (lower, upper) if part]
    return Period(
        edtf,
        lower[0] if lower else None,
        upper[1] if upper else None,
        min((precision for _, _, precision, _ in known), key=_COARSEST.index),
        any(approximate for *_, approximate in known),
        interval=True,
    )


def _is_open(part: Any) -> bool:
    if isinstance(part, UnspecifiedIntervalSection) and not part.is_open:
        raise ValueError("not a usable date: a period with an end left empty")
    return isinstance(part, UnspecifiedIntervalSection)


def _whole(read: Any) -> tuple[date, date, Precision, bool]:
    """First and last day of a date that is no interval, how exactly it is known, and whether it is approximate."""
    if isinstance(read, UncertainOrApproximate):
        return (*_whole(read.date)[:3], read.ua is not None)
    if isinstance(read, DateAndTime):
        raise ValueError("not a usable date: it has a time of day")
    if isinstance(read, LongYear) or not _YEAR.fullmatch(str(read.year)) or str(read.year) == "0000":
        raise ValueError("not a usable date: a year outside 0001 to 9999")
    if isinstance(read, Season) and str(read.season) == _WINTER:
        raise ValueError("not a usable date: a winter lies in two years")
    try:
        first, last = (date(*day[:3]) for day in (read.lower_strict(), read.upper_strict()))
    except ValueError as error:  # the library lets 29 February pass in every year
        raise ValueError(NO_SUCH_DAY) from error
    doubtful = isinstance(read, Unspecified) and read.ua is not None
    return first, last, _precision(read), doubtful


def _precision(read: Any) -> Precision:
    if isinstance(read, Season):
        return "month"
    if read.day and "X" not in str(read.day):
        return "day"
    return "month" if read.month and "X" not in str(read.month) else "year"

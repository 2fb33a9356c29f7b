"""Dates of which more is said than a day, a month or a year, as the `edtf` library reads them."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from typing import Any

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

from ashraf_atlas.dates import Period, Precision

NO_SUCH_DAY = "not an EDTF date: the calendar has no such day or month"

_COARSEST: tuple[Precision, ...] = ("year", "month", "day")
_YEAR = re.compile(r"[0-9]{2}[0-9X]{2}")
_WINTER = "24"


def read_edtf(edtf: str) -> Period:
    """Return the period of any date, see `dates.period`. Raises ValueError with a phrase that says what is wrong."""
    read = _read(edtf)
    if isinstance(read, Interval):
        return _interval(edtf, read)
    start, end, precision, approximate = _whole(read)
    return Period(edtf, start, end, precision, approximate, interval=False)


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

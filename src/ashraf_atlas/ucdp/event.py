"""An event as a row of a GED file gives it, and why a row gives none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ashraf_atlas.ucdp.names import BLANK, EXACT_DAY, VIOLENCE, WHEN, WHERE

Cells = Mapping[str, str]
"""Cells by the columns of `names.USED`, cleaned; "" for nothing."""

MOST_DEATHS = 2_000_000_000

JOINERS = "\u200c\u200d"
"""What cannot be seen and still belongs to words of some languages."""

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([ T].*)?", re.ASCII)


class UnusableError(Exception):
    """A row that gives no event; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event of organized violence, in UCDP's own terms."""

    id: int
    line: int
    """Of the file."""
    cells: Cells
    lat: float
    lon: float
    start: date
    end: date
    best: int | None
    low: int | None
    high: int | None

    @property
    def place(self) -> tuple[float, float, str]:
        """What makes it happen at the same place as another event: its point, known as exactly."""
        return self.lat, self.lon, self.cells["where_prec"]

    @property
    def edtf(self) -> str:
        """Its date as exactly as it is known."""
        if self.start == self.end:
            return self.start.isoformat()
        if self.cells["date_prec"] != EXACT_DAY and self.start.year == self.end.year:
            if (self.start.timetuple().tm_yday, self.end.month, self.end.day) == (1, 12, 31):
                return f"{self.start.year:04}"
            if self.start.day == 1 and self.start.month == self.end.month and _last_of_month(self.end):
                return f"{self.start:%Y-%m}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def event_of(cells: Cells, line: int) -> Event:
    """Return the event of a row. Raises `UnusableError`."""
    number = whole(cells["id"])
    if number is None:
        raise UnusableError(f"no id that is a number: {cells['id']!r}")
    for column, codes in (("type_of_violence", VIOLENCE), ("where_prec", WHERE), ("date_prec", WHEN)):
        if cells[column] not in codes:
            raise UnusableError(f"{column} is not one of {', '.join(codes)}: {cells[column]!r}")
    for column in ("side_a", "side_b", "country"):
        if not cells[column]:
            raise UnusableError(f"{column} is empty")
    lat, lon = _degrees(cells, "latitude", 90), _degrees(cells, "longitude", 180)
    start, end = _day(cells, "date_start"), _day(cells, "date_end")
    if end < start:
        raise UnusableError(f"date_end is before date_start: {end} before {start}")
    best, low, high = (_deaths(cells, column) for column in ("best", "low", "high"))
    return Event(number, line, cells, lat, lon, start, end, best, low, high)


def whole(cell: str) -> int | None:
    """Return a whole number as files write it, also as 12.0; None for nothing and for anything else."""
    head, dot, tail = cell.partition(".")
    sign = head.removeprefix("-")
    if not (sign.isascii() and sign.isdigit() and len(sign) < 16) or (dot and tail.strip("0")):
        return None
    return int(head)


def cleaned(cell: str) -> str:
    """Return the text of a cell on one line, in Unicode, without what no text has; "" where nothing is given.

    Bytes that are not UTF-8 were kept as unpaired surrogates; older files are in the Western code page of Windows.
    """
    if not cell.isascii() and any("\udc80" <= it <= "\udcff" for it in cell):
        cell = cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    text = " ".join(cell.split())
    if not text.isprintable():
        text = "".join(it for it in text if it.isprintable() or it in JOINERS)
    return "" if text.casefold() in BLANK else text


def _degrees(cells: Cells, column: str, limit: int) -> float:
    try:
        value = float(cells[column])
    except ValueError:
        raise UnusableError(f"no {column}: {cells[column]!r}" if cells[column] else f"no {column}") from None
    if not abs(value) <= limit:
        raise UnusableError(f"{column} is outside the globe: {cells[column]!r}")
    return round(value, 6) + 0.0  # "+ 0.0" turns -0.0 into 0.0


def _day(cells: Cells, column: str) -> date:
    """A date, with or without a time of day behind it."""
    found = DAY.fullmatch(cells[column])
    try:
        if found:
            return date.fromisoformat(found[1])
    except ValueError:
        pass
    raise UnusableError(f"{column} is not a date like 2013-09-01: {cells[column]!r}")


def _deaths(cells: Cells, column: str) -> int | None:
    if not cells[column]:
        return None
    value = whole(cells[column])
    if value is None or not 0 <= value <= MOST_DEATHS:
        raise UnusableError(f"{column} is not a number of deaths: {cells[column]!r}")
    return value


def _last_of_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1

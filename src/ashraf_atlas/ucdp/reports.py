"""The reports that UCDP names for an event: taken apart where its columns agree on how many there are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ashraf_atlas.dates import period
from ashraf_atlas.ucdp.event import Cells

SEPARATOR = ";"
UNNAMED = "publishers as UCDP names them"
UNTITLED = "Report without a title"


@dataclass(frozen=True)
class Report:
    """A report on an event."""

    publisher: str
    title: str
    date: str
    """As EDTF; "" if it is not known."""

    @property
    def id(self) -> str:
        """A name made of what the report is called, so that it is the same in every import."""
        text = "\0".join((self.publisher, self.title, self.date))
        return f"r_{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def reports_of(cells: Cells) -> Iterator[Report]:
    """Yield the reports of an event; where they cannot be told apart, all of them as one.

    Newer versions give publishers, dates and titles in columns of their own, older ones only all in one text.
    """
    offices, days, titles = (_parts(cells[f"source_{name}"]) for name in ("office", "date", "headline"))
    if offices and len(offices) == len(days) == len(titles):
        for office, day, title in zip(offices, days, titles, strict=True):
            yield Report(office or UNNAMED, title or UNTITLED, _date(day))
    elif offices and len(offices) == len(days) == 1:
        yield Report(offices[0], cells["source_headline"] or UNTITLED, _date(days[0]))  # a title with a semicolon in it
    elif cells["source_article"]:
        yield Report(UNNAMED, cells["source_article"].replace('";"', "; ").strip('"'), "")
    elif cells["source_headline"]:
        yield Report(UNNAMED, cells["source_headline"], "")


def _parts(cell: str) -> list[str]:
    return [it.strip().strip('"').strip() for it in cell.split(SEPARATOR)] if cell else []


def _date(text: str) -> str:
    """A date if it is one: UCDP's are like 2013-09-01, some with a time of day behind them."""
    day = text[:10]
    try:
        period(day)
    except ValueError:
        return ""
    return day

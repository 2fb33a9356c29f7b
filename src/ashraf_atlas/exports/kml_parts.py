"""Elements of KML 2.2: text that stays text, dates as exact as they are known, points and lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from ashraf_atlas.dates import Period, period
from ashraf_atlas.exports.lines import Line

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold, not even escaped."""

LENGTHS = {"year": 4, "month": 7, "day": 10}
"""Of a date that is known so exactly: xsd:gYear, xsd:gYearMonth, xsd:date."""


def text(parent: Element, name: str, content: object) -> Element:
    """Add an element with text."""
    element = SubElement(parent, name)
    element.text = _NO_XML.sub("\ufffd", str(content)).replace("\r", "\n")
    return element


def described(parent: Element, said: Iterable[str]) -> None:
    """Add a description of these lines without those that are empty.

    Programs take a description for HTML, so that a sign of it has to be escaped twice to be shown as that sign.
    """
    lines = [html.escape(it, quote=False) for it in said if it]
    if lines:
        text(parent, "description", "\n".join(lines))


def extended(parent: Element, data: Mapping[str, object]) -> None:
    """Add data by name, without those that are nothing."""
    element = SubElement(parent, "ExtendedData")
    for name, value in data.items():
        if value is not None and value != "":
            text(SubElement(element, "Data", name=name), "value", value)


def time_span(parent: Element, begin: Period | None, end: Period | None) -> None:
    """Add the time from the first day of one date to the last day of another, open where a date is not known.

    The beginning is written as exactly as it is known, 1981 or 1981-07; the end as its last day, since programs take
    an end of 1981 for the first moment of that year.
    """
    first = _begin(begin) if begin else None
    last = end.end.isoformat() if end and end.end else None
    if first and first == last:
        text(SubElement(parent, "TimeStamp"), "when", first)
    elif first or last:
        span = SubElement(parent, "TimeSpan")
        for name, when in (("begin", first), ("end", last)):
            if when:
                text(span, name, when)


def shape(parent: Element, of: Sequence[Line]) -> None:
    """Add a point, a line, or several."""
    if len(of) > 1:
        parent = SubElement(parent, "MultiGeometry")
    for line in of:
        element = SubElement(parent, "Point" if len(line) == 1 else "LineString")
        if len(line) > 1:
            text(element, "tessellate", 1)
        text(element, "coordinates", " ".join(f"{lon!r},{lat!r}" for lon, lat in line))


def colour(token: str, alpha: int = 255) -> str:
    """Return a colour of the theme as KML has it: alpha, blue, green, red."""
    red, green, blue = (token[i : i + 2] for i in (1, 3, 5))
    return f"{alpha:02x}{blue}{green}{red}".lower()


def _begin(when: Period) -> str | None:
    if when.start is None:
        return None
    return when.start.isoformat()[: LENGTHS[period(when.edtf.split("/")[0]).precision]]

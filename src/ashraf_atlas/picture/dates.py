"""Dates in words, no more exact than they are known (`dates.mjs`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date

from ashraf_atlas.picture.words import Words, own_digits

Dated = Mapping[str, Any]
"""A date of the payload."""

DOUBTS = {"~": "about", "?": "uncertain", "%": "doubtful"}
"""What EDTF's marks at the end of a date mean."""

PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?[~?%]?")
"""A year, a month or a day; "2001-21" is a season."""

SKELETONS = {"day": "yMMMd", "month": "yMMM", "year": "y"}
WITHIN = {"day": "MMMd", "month": "MMM", "year": "y"}
"""The same where the year stands beside it already."""

SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1\1(?![ML])")
"""A month in short letters, in the pattern of a date."""


@dataclass(frozen=True)
class End:
    """One end of a date: the first day it may mean, or, at the end of a period, the last."""

    day: date
    precision: str
    doubt: str


def date_in_words(dated: Dated | None, words: Words, *, within: int | None = None) -> str:
    """Return "1 September 2013", "April 2012 (about)", "17–18 February 2012", "May 2013 – December 2015".

    `within` is a year that is shown already, and left out of dates inside it.
    """
    start, end = ends(dated)
    if not start and not end:
        return words.say("date.unknown")
    inside = start and end and start.day.year == end.day.year == within
    skeletons = WITHIN if inside else SKELETONS

    def write(it: End) -> str:
        return _doubted(_one(it.day, skeletons[it.precision], words), it.doubt, words)

    if not end and start:
        return words.say("date.from", date=write(start))
    if not start and end:
        return words.say("date.until", date=write(end))
    assert dated and start and end
    if not dated["interval"] and (not dated["edtf"] or PLAIN.fullmatch(dated["edtf"])):
        return write(start)
    if (start.precision, start.doubt) != (end.precision, end.doubt):
        return words.say("date.range", **{"from": write(start), "to": write(end)})
    return _doubted(_range(start.day, end.day, skeletons[start.precision], words), start.doubt, words)


def ends(dated: Dated | None) -> tuple[End | None, End | None]:
    """Return both ends of a date, each with its own precision and doubt; None for an open or unknown one."""
    if not dated:
        return None, None
    parts = (dated["edtf"] or "").split("/")
    return _end(dated["start"], parts[0], dated), _end(dated["end"], parts[-1], dated)


def _end(day: str | None, part: str, dated: Dated) -> End | None:
    if not day:
        return None
    doubt = DOUBTS.get(part[-1:], "about" if not part and dated["approximate"] else "")
    # a season, a decade and the like are spans of the months or years they cover
    exact = ("year", "month", "day")[part.count("-")] if PLAIN.fullmatch(part) else dated["precision"]
    return End(date.fromisoformat(day), exact or "day", doubt)


def _doubted(said: str, doubt: str, words: Words) -> str:
    return words.say(f"date.{doubt}", date=said) if doubt else said


def _one(day: date, skeleton: str, words: Words) -> str:
    pattern = words.locale.date_formats["long"].pattern if skeleton == "yMMMd" else None
    return _formatted(day, pattern or _long(words.locale, skeleton), words)


def _long(locale: Locale, skeleton: str) -> str:
    """The pattern of a skeleton, with the month in letters and in full."""
    skeletons = locale.datetime_skeletons
    full = skeleton.replace("MMM", "MMMM")
    found = skeletons.get(full) or skeletons.get(skeleton) or {"MMM": "LLLL", "y": "y"}.get(skeleton, "d MMMM")
    return SHORT_MONTH.sub(r"\1\1\1\1", getattr(found, "pattern", found))


def _range(start: date, end: date, skeleton: str, words: Words) -> str:
    """The two ends with what they share written once, as the language does it."""
    differing = next((it for it, one, other in (
        ("y", start.year, end.year), ("M", start.month, end.month), ("d", start.day, end.day)
    ) if one != other), None)  # fmt: skip
    if differing is None:
        return _one(start, skeleton, words)
    parts = (words.locale.interval_formats.get(skeleton) or {}).get(differing)
    if not parts:
        return f"{_one(start, skeleton, words)} – {_one(end, skeleton, words)}"
    whole = [SHORT_MONTH.sub(r"\1\1\1\1", it) for it in parts]
    written = "".join(_formatted(day, it, words) for day, it in zip((start, end), whole, strict=False))
    # languages differ in the spaces around a dash: none between two bare numbers, else plain ones
    return re.sub(r"^(\d+) – (?=\d)", r"\1–", re.sub(r"\s*–\s*", " – ", written))


def _formatted(day: date, pattern: str, words: Words) -> str:
    return own_digits(str(format_date(day, pattern, locale=words.locale)), words.locale)

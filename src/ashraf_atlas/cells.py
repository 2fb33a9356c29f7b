"""What a cell can hold: for each type what is right, what to say of what is wrong, and the value it becomes."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from ashraf_atlas import dates

SEPARATOR = ";"
"""Between the members of a list in one cell."""

Fault = tuple[str, str]
"""What is wrong with a cell, and how to mend it."""

LARGEST = 2_000_000_000
"""More people than this are a slip of the hand; it also keeps numbers exact in the browser."""

LONGEST_NUMBER = 30
"""Characters of a number with decimals."""

LONGEST_VALUE = 2_000
"""Characters that a cell may have which is neither text nor a list: no date or address is as long."""

LONGEST_TEXT = 100_000
"""Characters that any cell may have; the whole story goes to the browser at once."""

LONGEST_WORD = 60
"""No longer word is taken for a misspelt one."""

MOST_COMPARED = 400
"""Of more known words only those next to a misspelt one in the alphabet are compared, so that it takes no time."""

_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no text has: control characters, and two that are none."""

_ID = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_SIGNED = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_URL = re.compile(r"https?://[^\s/\"<>\\]+\.[^\s\"<>\\]+")


@dataclass(frozen=True)
class CellType:
    """A type of cell. Cells are text as the file has it; an empty one is never asked about."""

    words: str
    """What it is called in the README."""
    fault: Callable[[str], Fault | None]
    """What is wrong with a cell, None if nothing."""
    value: Callable[[str], Any]
    """The value of a cell that is right, also of an empty one."""


def members(cell: str) -> tuple[str, ...]:
    """Return the members of a list in one cell; none for an empty cell."""
    return tuple(cell.split(SEPARATOR)) if cell else ()


def closest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that a misspelt one most likely stands for."""
    return None if len(word) > LONGEST_WORD else _closest(word.lower(), tuple(known))


@lru_cache(maxsize=4096)
def _closest(word: str, known: tuple[str, ...]) -> str | None:
    if len(known) > MOST_COMPARED:
        ordered = sorted(known)
        at = bisect(ordered, word)
        known = tuple(ordered[max(at - MOST_COMPARED // 2, 0) : at + MOST_COMPARED // 2])
    found = get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else None


def unwritable(cell: str, *, long: bool) -> Fault | None:
    """Return what keeps a cell of any type from being shown, None if nothing; `long` ones may be texts or lists."""
    most = LONGEST_TEXT if long else LONGEST_VALUE
    if len(cell) > most:
        return (f"too long: {len(cell)} characters", f"write at most {most}")
    found = _UNSHOWN.search(cell)
    return (f"character {found.start() + 1} is a control character", "remove it") if found else None


def _id(cell: str) -> Fault | None:
    return None if _ID.fullmatch(cell) else ("not an id", "use small letters, digits and underscores, a letter first")


def _ref(cell: str) -> Fault | None:
    kind, colon, id_ = cell.partition(":")
    right = colon and _ID.fullmatch(kind) and _ID.fullmatch(id_)
    return None if right else ("not a kind and an id", "write the kind, a colon and the id, such as attack:ID")


def _list(member: Callable[[str], Fault | None]) -> Callable[[str], Fault | None]:
    def fault(cell: str) -> Fault | None:
        found = members(cell)
        if not all(it and it == it.strip() for it in found):
            return ("an empty member or a space in a list", f"put {SEPARATOR} alone between members, none at the end")
        twice = next((it for it, times in Counter(found).items() if times > 1), None)
        if twice:
            return ("named twice in one list", "leave out one of the two")
        return next((wrong for it in found if (wrong := member(it))), None)

    return fault


def _whole(cell: str) -> Fault | None:
    digits = cell.lstrip("0") or "0"
    if cell.isascii() and cell.isdigit() and len(digits) < 12 and int(digits) <= LARGEST:
        return None
    if re.fullmatch(r"-[0-9]+", cell):
        return ("a negative number", "write 0 or a positive whole number, or leave the cell empty if it is not known")
    if re.fullmatch(r"[0-9]{1,3}([., ][0-9]{3})+", cell):
        return ("not a whole number", f"leave out what separates the thousands: {re.sub('[., ]', '', cell)}")
    if cell.isascii() and cell.isdigit():
        return ("a number too large", f"write a whole number up to {LARGEST}")
    return ("not a whole number", "write digits only, or leave the cell empty if it is not known")


def _number(cell: str) -> Fault | None:
    if _NUMBER.fullmatch(cell) and float(cell) <= LARGEST and len(cell) <= LONGEST_NUMBER:
        return None
    return ("not a number of 0 or more", "write digits, with a full stop before decimals")


def _signed(cell: str) -> Fault | None:
    right = _SIGNED.fullmatch(cell) and len(cell) <= LONGEST_NUMBER
    return None if right else ("not a number", "write digits, with a full stop before decimals")


def _date(cell: str) -> Fault | None:
    try:
        dates.period(cell)
    except ValueError as error:
        return (str(error), dates.HOW_TO_WRITE)
    return None


def _year(cell: str) -> Fault | None:
    right = re.fullmatch(r"[0-9]{4}", cell) and cell != "0000"
    return None if right else ("not a year", "write four digits, such as 2013")


def _country(cell: str) -> Fault | None:
    right = re.fullmatch(r"[A-Z]{2}", cell)
    return None if right else ("not a country code", "write the two capital letters of ISO 3166-1, such as FR")


def _language(cell: str) -> Fault | None:
    right = re.fullmatch(r"[a-z]{2,3}", cell)
    return None if right else ("not a language code", "write the two or three small letters of ISO 639, such as en")


def _url(cell: str) -> Fault | None:
    return None if _URL.fullmatch(cell) else ("not a web address", "write it in full, from https:// on, without spaces")


def _nothing(cell: str) -> Fault | None:
    return None


def _integer(cell: str) -> int | None:
    return int(cell) if cell else None


def _float(cell: str) -> float | None:
    return float(cell) if cell else None


TEXT, ID, IDS, REF, LIST = "text", "id", "ids", "ref", "list"
WHOLE, NUMBER, NUMBERS, YEAR = "whole", "number", "numbers", "year"
DATE, COUNTRY, LANGUAGE, URL = "date", "country", "language", "url"

CELL_TYPES: dict[str, CellType] = {
    TEXT: CellType("text", _nothing, str),
    ID: CellType("id", _id, str),
    IDS: CellType(f"ids, `{SEPARATOR}` between them", _list(_id), members),
    REF: CellType("`kind:id`", _ref, str),
    LIST: CellType(f"texts, `{SEPARATOR}` between them", _list(_nothing), members),
    WHOLE: CellType("whole number", _whole, _integer),
    NUMBER: CellType("number", _number, _float),
    NUMBERS: CellType("numbers", _list(_signed), lambda cell: tuple(map(float, members(cell)))),
    YEAR: CellType("year", _year, _integer),
    DATE: CellType("date", _date, str),
    COUNTRY: CellType("country code", _country, str),
    LANGUAGE: CellType("language code", _language, str),
    URL: CellType("web address", _url, str),
}

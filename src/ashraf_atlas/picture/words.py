"""The words of a story in one of its languages, with plurals and lists as the language has them (`text.mjs`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from ashraf_atlas.picture.shown import Facts

LOCALES = {"en": "en_GB"}
"""Languages whose dates and numbers are not to follow the bare code: English dates read "1 September 2013"."""

FALLBACK = "en_GB"

ZEROS = {"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040}
"""Where the digits of a numbering system begin."""
RIGHT_TO_LEFT = "right-to-left"


@lru_cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language; British English for a code that nobody knows."""
    try:
        return Locale.parse(LOCALES.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FALLBACK)


class Words:
    """What a story says in a language, and in its own where a text is missing."""

    def __init__(self, facts: Facts, language: str) -> None:
        """Take a story and the language that is wanted."""
        self.facts = facts
        self.language = language
        self.locale = locale_of(language)
        own = facts["story"]["language"]
        self._tables = [(facts["text"].get(it, {}), locale_of(it)) for it in dict.fromkeys([language, own])]

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written so."""
        return bool(self.locale.character_order == RIGHT_TO_LEFT)

    def say(self, key: str, **values: Any) -> str:
        """Return the words of a key with the values in their places; `count` chooses among singular and plurals."""
        for table, locale in self._tables:
            found = next((table[form] for form in _forms(key, values.get("count"), locale) if table.get(form)), None)
            if found:
                return _filled(found, values, locale)
        return ""

    def number(self, number: float | None) -> str:
        """Return a number as the language writes it ("3,400"); nothing for what is no number."""
        return "" if number is None else _number(number, self.locale)

    def year(self, year: int) -> str:
        """Return a year in the language's own digits, never grouped."""
        return _number(year, self.locale, group=False)

    def all(self, parts: Sequence[str]) -> str:
        """Return parts of one sentence: "a, b, c", with the language's own commas."""
        return self._list(parts, "standard", "unit", "unit-short")

    def joined(self, parts: Sequence[str]) -> str:
        """Return "a, b and c"."""
        return self._list(parts, "standard")

    def _list(self, parts: Sequence[str], *styles: str) -> str:
        """A list as the last of the styles has it; what a style lacks is as in the one before."""
        patterns = {"start": "{0}, {1}", "middle": "{0}, {1}", "end": "{0}, {1}", "2": "{0}, {1}"}
        for style in styles:
            patterns |= dict(self.locale.list_patterns.get(style, {}))
        given = [it for it in parts if it]
        if len(given) < 3:
            return patterns["2"].format(*given) if given[1:] else "".join(given)
        written = patterns["start"].format(given[0], given[1])
        for part in given[2:-1]:
            written = patterns["middle"].format(written, part)
        return patterns["end"].format(written, given[-1])

    def kind(self, id_: str) -> str:
        """Return what a kind is called: a translation, else the story's own word."""
        kinds: Mapping[str, Any] = self.facts["kinds"]
        return self.say(f"kind.{id_}") or str(kinds[id_]["name"] if id_ in kinds else id_)

    def place(self, place: Mapping[str, Any]) -> str:
        """Return the name of a place."""
        return str(place["names"].get(self.language) or place["name"])


def _forms(key: str, count: Any, locale: Locale) -> list[str]:
    if not isinstance(count, int | float):
        return [key]
    return [*([f"{key}_zero"] if count == 0 else []), f"{key}_{locale.plural_form(count)}", f"{key}_other", key]


def _filled(text: str, values: Mapping[str, Any], locale: Locale) -> str:
    def value(found: re.Match[str]) -> str:
        given = values.get(found[1])
        # only a count is written as a number: a year must not become "2,013"
        counted = found[1] == "count" and isinstance(given, int | float)
        return _number(given, locale) if counted and given is not None else "" if given is None else str(given)

    return re.sub(r"\{(\w+)\}", value, text)


def _number(number: float, locale: Locale, *, group: bool = True) -> str:
    written = format_decimal(number, locale=locale, group_separator=group, numbering_system="default")
    return own_digits(str(written), locale)


def own_digits(text: str, locale: Locale) -> str:
    """Return a text with the digits of the language."""
    zero = ZEROS.get(locale.default_numbering_system)
    return text.translate({ord("0") + it: zero + it for it in range(10)}) if zero else text

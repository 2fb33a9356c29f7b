"""The story as plain JSON: the only thing that crosses the border to the browser."""

from __future__ import annotations

import json
import re
import sys
from calendar import isleap
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

from ashraf_atlas.dates import Period, decimal_year
from ashraf_atlas.picture.words import RIGHT_TO_LEFT, locale_of
from ashraf_atlas.places import Place
from ashraf_atlas.story import Attack, Story

SCHEMA = 1
"""Raised only when the browser side must be rewritten for it."""

INSTANT = 0.0001
"""Years, less than an hour: `to` stays below the next day by it, so that 31 December is not the next year."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def payload(story: Story) -> dict[str, Any]:
    """Return the story as a JSON-ready dict: camel case, tables by id, refs as "kind:id", no NaN."""
    own = story.head.language
    return {
        "schema": SCHEMA,
        "story": _plain(story.head),
        "kinds": _by_id(story.kinds),
        "places": {place.id: _place(place, own) for place in story.places},
        "relocations": _by_id(story.relocations),
        "attacks": {attack.id: _attack(attack) for attack in story.attacks},
        "context": _by_id(story.context),
        "controversies": _by_id(story.controversies),
        "checks": _by_id(story.checks),
        "steps": _by_id(story.steps),
        "corrections": _by_id(story.corrections),
        "ledger": [_plain(balance) for balance in story.ledger],
        "speakers": _by_id(story.speakers),
        "sources": _by_id(story.sources),
        "totals": _by_id(story.totals),
        "custodyOrder": list(story.custody_order),
        "years": {str(year.year): _without(_plain(year), "year") for year in story.years},
        "before": list(story.before),
        "languages": {it: language(it, own) for it in (own, *(it for it in story.text if it != own))},
        "countries": {it: locale_of(own).territories.get(it, it) for it in _countries(story)},
        "text": {own: dict(story.text[own])},
    }


def spoken_in(facts: Mapping[str, Any], own: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Return a payload as it reads in a language for which the story has words of the interface and no texts."""
    others = (it for it in facts["languages"] if it != own)
    return {
        **facts,
        "story": {**facts["story"], "language": own},
        "languages": {it: language(it, own) for it in (own, *others)},
        "countries": {it: locale_of(own).territories.get(it, it) for it in facts["countries"]},
        "text": {own: dict(words)},
    }


def language(code: str, own: str) -> dict[str, str]:
    """Return what a language calls itself, what it is called in the story's own, and its direction: `ltr` or `rtl`.

    After CLDR, by way of babel: browsers know less of some languages.
    """
    locale, known = locale_of(code), locale_of(code).language == code
    name = (locale.languages.get(code) if known else "") or code
    direction = "rtl" if known and locale.character_order == RIGHT_TO_LEFT else "ltr"
    called = locale_of(own).languages.get(code, code)
    return {"name": name[:1].upper() + name[1:], "called": called, "direction": direction}


def _countries(story: Story) -> list[str]:
    return sorted({it.country for it in story.places if it.country})


def _place(place: Place, own: str) -> dict[str, Any]:
    made = {**_without(_plain(place), "presence", "changes"), "names": {own: place.name, **dict(place.names)}}
    if place.presence:
        made["presence"] = {str(it.year): _without(_plain(it), "year") for it in place.presence}
        made["changes"] = [
            {"at": round(decimal_year(it.day), 4), "presence": _without(_plain(it.presence), "year")}
            for it in place.changes
        ]
    return made


def _attack(attack: Attack) -> dict[str, Any]:
    estimates: dict[str, dict[str, Any]] = {}
    for it in attack.estimates:
        estimates.setdefault(it.metric, {})[it.group] = _without(_plain(it), "metric", "group")
    claims = [_without(_plain(claim), "scope") for claim in attack.claims]
    return {**_plain(attack), "claims": claims, "estimates": estimates}


def _by_id(records: Sequence[_Identified]) -> dict[str, Any]:
    return {record.id: _plain(record) for record in records}


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is Period:
        return _date(value).copy()
    if kind is tuple:
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {camel: _plain(getattr(value, name)) for name, camel in _names(kind)}
    return value


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


@cache
def _names(record: type[Any]) -> tuple[tuple[str, str], ...]:
    """The fields of a dataclass, in our words and in the browser's: asked for once for each of its many records."""
    return tuple((field.name, _camel(field.name)) for field in fields(record))


@lru_cache(maxsize=4096)
def _date(period: Period) -> dict[str, Any]:
    return {
        "edtf": period.edtf,
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "from": round(decimal_year(period.start), 4) if period.start else None,
        "to": round(_over(period.end) - INSTANT, 4) if period.end else None,
        "precision": period.precision,
        "approximate": period.approximate,
        "interval": period.interval,
    }


def _over(day: date) -> float:
    """The end of a day, in decimal years."""
    return decimal_year(day) + 1 / (366 if isleap(day.year) else 365)


def _camel(name: str) -> str:
    """`from_drawn` is "fromDrawn"; `from_` is "from"."""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name.rstrip("_"))


def _without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in names}


def main(folder: str) -> None:
    """Print the facts of a dataset folder's payload as JSON, one value a line, so that versions can be compared."""
    from ashraf_atlas.build_story import build_story
    from ashraf_atlas.load import load

    facts = payload(build_story(load(Path(folder))))
    print(json.dumps(_without(facts, "text"), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])

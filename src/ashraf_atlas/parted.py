"""A story too long to be sent whole: what a page needs at once as columns, the rest in parts for when it is needed.

The browser's `unpacked.mjs` makes rows of the columns again and works out what follows from them (events by year and
place, presence by year); `parts.mjs` fetches the parts. With all of them there the story is the same as the payload.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ashraf_atlas.grouping import grouped

Facts = Mapping[str, Any]
Rows = Mapping[str, dict[str, Any]]

MOST_AT_ONCE = 2_000
"""Attacks, relocations and places that a page takes whole: about 2 MB of JSON."""

A_PART: Mapping[str, int] = {"attacks": 256, "relocations": 1024, "places": 16}
"""Rows of a part: some 300 kB of JSON, a tenth of that when compressed. Places come with their ledgers."""

LATER: Mapping[str, tuple[str, ...]] = {
    "attacks": ("summary", "means", "unWording", "stakeholders", "sources", "accounts", "claims", "estimates"),
    "relocations": ("description", "disputed", "reason", "sources"),
    "places": ("counts",),
}
"""What of a row only its own page says, or those of the whole story."""

DERIVED = {"places": ("presence", "events"), "years": ("events",), "relocations": ("path",)}
"""What the browser works out itself."""

DATES = ("date", "opened", "closed")


@dataclass(frozen=True)
class Parted:
    """The payload without what comes later, and that by the name of its part, such as `attacks-0` or `year-1998`."""

    first: dict[str, Any]
    parts: dict[str, dict[str, Any]]


def is_long(facts: Facts) -> bool:
    """Return whether a story is too long to be sent whole."""
    return sum(len(facts[it]) for it in ("attacks", "relocations", "places")) > MOST_AT_ONCE


def parted(facts: Facts) -> Parted:
    """Return a payload in parts."""
    facts = {**facts, **{it: _in_date_order(facts[it]) for it in ("attacks", "relocations")}}
    first = {
        **facts,
        "attacks": _columns(map(_attack, facts["attacks"].values())),
        "relocations": _columns(map(_relocation, facts["relocations"].values())),
        "places": _places(facts["places"]),
        "sources": {
            id_: {**_without(it, "rests"), "resting": len(it["rests"])} for id_, it in facts["sources"].items()
        },
        "years": {year: _without(it, *DERIVED["years"]) for year, it in facts["years"].items()},
        "ledger": [],
        "parted": dict(A_PART),
    }
    return Parted(first, dict(_parts(facts)))


def _parts(facts: Facts) -> Iterator[tuple[str, dict[str, Any]]]:
    by_place = grouped(facts["ledger"], lambda it: str(it["place"]))
    by_year = grouped(facts["ledger"], lambda it: it["year"])
    for table, names in LATER.items():
        rows = list(facts[table].items())
        for number in range(0, len(rows), A_PART[table]):
            of = rows[number : number + A_PART[table]]
            part: dict[str, Any] = {table: {id_: {name: row[name] for name in names} for id_, row in of}}
            if table == "places":
                part["ledger"] = [balance for id_, _ in of for balance in by_place.get(id_, ())]
            yield f"{table}-{number // A_PART[table]}", part
    yield "ledger-all", {"ledger": list(by_year.get(None, ()))}
    counted = grouped((it for place in facts["places"].values() for it in _counted(place)), lambda it: it[0])
    for year in map(int, facts["years"]):
        counts = [count for _, count in counted.get(year, ())]
        yield f"year-{year}", {"ledger": list(by_year.get(year, ())), "counted": {str(year): counts}}


def _counted(place: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the head counts shown at a place, each with the year in which it begins."""
    for it in place["counts"]:
        date = it["date"]
        yield int(date["to"] if date["from"] is None else date["from"]), {**it, "place": place["id"]}


def _in_date_order(rows: Rows) -> dict[str, dict[str, Any]]:
    """Return dated rows in an order in which those of one year come in few parts."""
    return dict(sorted(rows.items(), key=lambda it: (it[1]["date"]["start"] or "", it[0])))


def _attack(row: dict[str, Any]) -> dict[str, Any]:
    killed = row["estimates"].get("killed", {}).get("story")
    missing = row["estimates"].get("missing", {}).get("story")
    return {
        **_without(row, *LATER["attacks"]),
        "killed": killed and _without(killed, "speakers", "claims"),
        "missing": missing and _without(missing, "speakers", "claims"),
    }


def _relocation(row: dict[str, Any]) -> dict[str, Any]:
    return {**_without(row, *LATER["relocations"], *DERIVED["relocations"]), "drawnPath": bool(row["path"])}


def _places(rows: Rows) -> dict[str, Any]:
    kept = [_without(it, "changes", *LATER["places"], *DERIVED["places"]) for it in rows.values()]
    changes = [[{"at": it["at"], **it["presence"]} for it in row.get("changes", ())] for row in rows.values()]
    return {
        **_columns({**row, "lived": "presence" in rows[row["id"]]} for row in kept),
        "changes": {"many": [len(it) for it in changes], **_columns(it for each in changes for it in each)},
    }


def _columns(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return rows as columns: how many, and of each field its values."""
    listed = list(rows)
    names = listed[0] if listed else ()
    return {"rows": len(listed), "columns": {name: _column(name, [row[name] for row in listed]) for name in names}}


def _column(name: str, values: list[Any]) -> Any:
    """Return values as `{each: …}`, or as `{of: the different ones, is: which of them}` where those are few.

    A date that is a plain day is its text: the browser knows the rest of it.
    """
    if name in DATES:
        values = [_day(it) for it in values]
    known: dict[str, int] = {}
    which = [known.setdefault(json.dumps(it), len(known)) for it in values]
    if len(known) > len(values) / 2:
        return {"each": values}
    different = [json.loads(it) for it in known]
    return {"of": different, **({"is": which} if len(known) > 1 else {})}


def _day(date: Any) -> Any:
    return date["edtf"] if isinstance(date, dict) and date["edtf"] == date["start"] == date["end"] else date


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}

"""What is shown at each place: its counts and custody, all that happened there, and how many lived there when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from ashraf_atlas import records
from ashraf_atlas.dates import Period
from ashraf_atlas.grouping import grouped, grouped_under
from ashraf_atlas.places import Place
from ashraf_atlas.presence import changes, is_presence, presence
from ashraf_atlas.records import Kinds, Row
from ashraf_atlas.story import Attack, Context, Relocation
from ashraf_atlas.years import in_date_order


class Named(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """Its id."""


N = TypeVar("N", bound=Named)


@dataclass(frozen=True)
class Happening:
    """What happened at one place, or at those that are drawn there."""

    attacks: tuple[Attack, ...]
    relocations: tuple[Relocation, ...]
    context: tuple[Context, ...]


def places_of(rows: Mapping[str, Sequence[Row]], kinds: Kinds) -> tuple[Place, ...]:
    """Return the places with the counts and the custody that are shown there, before anything happens."""
    drawn_at = {row["id"]: row["drawn_at"] for row in rows["places"]}
    counted = (records.count(row, kinds) for row in rows["presence"])
    in_order = sorted(counted, key=lambda count: count.date.end or date.max)
    counts = grouped_under(in_order, lambda count: (count.place, drawn_at[count.place]))
    custody = grouped(
        sorted(rows["custody"], key=lambda row: row["date"].start or date.min), lambda row: str(row["place"])
    )
    return tuple(
        records.place(row, counts.get(row["id"], ()), tuple(map(records.custody, custody.get(row["id"], ()))))
        for row in rows["places"]
    )


def lived_in(
    places: Sequence[Place],
    relocations: Sequence[Relocation],
    attacks: Sequence[Attack],
    context: Sequence[Context],
    span: range,
) -> tuple[Place, ...]:
    """Return the places with everything that happened there and, where people lived, how many in each year."""
    drawn_there = grouped(places, lambda it: it.drawn_at)
    moved = grouped_under(relocations, lambda it: (it.from_, it.to))
    struck = grouped(attacks, lambda it: it.place)
    told = grouped(context, lambda it: it.place)

    def one(place: Place) -> Place:
        here = [place.id, *(holder.id for holder in drawn_there.get(place.id, ()))]
        return _with(place, Happening(_all(struck, here), _all(moved, here), _all(told, here)), span)

    return tuple(map(one, places))


def _all(groups: Mapping[str | None, Sequence[N]] | Mapping[str, Sequence[N]], here: Iterable[str]) -> tuple[N, ...]:
    """What is in the groups of these places, each once."""
    return tuple({it.id: it for id_ in here for it in groups.get(id_, ())}.values())


def _with(place: Place, happening: Happening, span: range) -> Place:
    dated = [
        *(("attack", it.id, it.date) for it in happening.attacks),
        *(("relocation", it.id, it.date) for it in happening.relocations),
    ]
    seen = {f"{kind}:{id_}" for kind, id_, _ in dated}
    dated += [("context", it.id, it.date) for it in happening.context if it.related not in seen]
    if place.role != "residence":
        return replace(place, events=in_date_order(dated))
    opened = place.opened.start or date.min if place.opened else _first_named(place, happening)
    closed = place.closed.end if place.closed else None
    return replace(
        place,
        events=in_date_order(dated),
        presence=tuple(presence(place.counts, opened=opened, closed=closed, year=year) for year in span),
        changes=changes(place.counts, opened=opened, closed=closed),
    )


def _first_named(place: Place, happening: Happening) -> date | None:
    """The first day of the first thing counted that names a place whose opening is not known."""
    mentions: list[Period] = [
        *(it.date for it in happening.relocations if it.status != "set aside"),
        *(it.date for it in happening.attacks),
        *(it.date for it in place.counts if is_presence(it)),
    ]
    return min((it.start or date.min for it in mentions), default=None)

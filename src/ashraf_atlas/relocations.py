"""How each relocation is drawn: as an arc, as a part of one, thin, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ashraf_atlas.geo import great_circle
from ashraf_atlas.grouping import grouped
from ashraf_atlas.places import Place
from ashraf_atlas.story import Relocation


def settle(relocations: Sequence[Relocation], places: Mapping[str, Place]) -> tuple[Relocation, ...]:
    """Return the relocations with `drawn`, `part_of`, `parts` and `path` filled in.

    Nothing is drawn of an offer, of what is set aside, of what lacks an end or has both at one point, and of
    a total over several years. A total within one year is an *arc*; a movement between the same ends within
    its dates is a *part* of it, so that nothing adds movements to totals. Any other movement within one year
    is an *arc*, one over several years is *thin*.
    """
    first = [replace(relocation, drawn=_alone(relocation)) for relocation in relocations]
    totals = grouped((it for it in first if it.kind == "total" and it.drawn == "arc"), _ends)
    parents = {relocation.id: _total_of(relocation, totals.get(_ends(relocation), ())) for relocation in first}
    parts = grouped(parents, parents.get)

    def settled(relocation: Relocation) -> Relocation:
        parent = parents[relocation.id]
        return replace(
            relocation,
            drawn="part" if parent else relocation.drawn,
            part_of=parent,
            parts=parts.get(relocation.id, ()),
            path=_path(relocation, places) if relocation.drawn != "none" else (),
        )

    return tuple(settled(relocation) for relocation in first)


def _alone(relocation: Relocation) -> str:
    ends = (relocation.from_drawn, relocation.to_drawn)
    if relocation.kind == "offer" or relocation.status == "set aside" or None in ends or len(set(ends)) == 1:
        return "none"
    if len(relocation.years) == 1:
        return "arc"
    return "none" if relocation.kind == "total" or not relocation.years else "thin"


def _total_of(relocation: Relocation, totals: Sequence[Relocation]) -> str | None:
    if relocation.kind != "movement" or relocation.drawn == "none":
        return None
    around = [
        total
        for total in totals
        if _start(total) <= _start(relocation) and _end(relocation) <= _end(total)
    ]
    # of totals within each other the narrowest
    return min(around, key=lambda total: (_end(total) - _start(total), total.id)).id if around else None


def _ends(relocation: Relocation) -> tuple[str | None, str | None]:
    return relocation.from_drawn, relocation.to_drawn


def _start(relocation: Relocation) -> date:
    return relocation.date.start or date.min


def _end(relocation: Relocation) -> date:
    return relocation.date.end or date.max


def _path(relocation: Relocation, places: Mapping[str, Place]) -> tuple[tuple[float, float], ...]:
    one, other = places[relocation.from_drawn or ""], places[relocation.to_drawn or ""]
    return great_circle(one.lon, one.lat, other.lon, other.lat)

"""From checked tables to the story: records joined, estimates and presence worked out, years filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ashraf_atlas import records
from ashraf_atlas.claims import Account, Claim, Speaker
from ashraf_atlas.dates import Period
from ashraf_atlas.estimates import estimate, standings
from ashraf_atlas.load import Tables
from ashraf_atlas.places import Place
from ashraf_atlas.presence import changes, is_presence, presence
from ashraf_atlas.records import Row
from ashraf_atlas.relocations import settle
from ashraf_atlas.rests import rests
from ashraf_atlas.story import Attack, Check, Context, Controversy, Head, Relocation, Story
from ashraf_atlas.years import add_up, in_date_order, years

T = TypeVar("T")
K = TypeVar("K")

TABLES = (
    "places", "presence", "custody", "relocations", "attacks", "accounts", "speakers", "claims", "context",
    "controversies", "checks", "sources",
)  # fmt: skip


def build_story(tables: Tables) -> Story:
    """Return the story of tables that `load` has passed. Reads no file and no clock."""
    head = records.head(tables)
    span = range(head.first_year, head.last_year + 1)
    rows = {name: records.rows(tables[name]) for name in TABLES}
    speakers = tuple(map(records.speaker, rows["speakers"]))
    attacks = _attacks(rows, speakers)
    context = tuple(map(records.context, rows["context"]))
    empty = _places(rows)
    relocations = _relocations(rows["relocations"], empty, head)
    places = tuple(_lived_in(place, empty, relocations, attacks, context, span) for place in empty)
    totals = tuple(records.claim(row) for row in rows["claims"] if not row["attack"])
    checks = _checks(rows["checks"], totals, attacks)
    story = Story(
        head=head,
        places=places,
        relocations=relocations,
        attacks=attacks,
        context=context,
        controversies=tuple(records.made(Controversy, row) for row in rows["controversies"]),
        checks=checks,
        speakers=speakers,
        sources=tuple(map(records.source, rows["sources"])),
        totals=totals,
        custody_order=tuple(dict.fromkeys(row["controller"] for row in rows["custody"])),
        years=years(head, places, relocations, attacks, context, checks),
        before=in_date_order(("context", it.id, it.date) for it in context if _is_over(it.date, head.first_year)),
        text=tables["texts"],
    )
    resting = rests(story)
    return replace(story, sources=tuple(replace(it, rests=resting[it.id]) for it in story.sources))


def _attacks(rows: Mapping[str, Sequence[Row]], speakers: Sequence[Speaker]) -> tuple[Attack, ...]:
    claims = _grouped(rows["claims"], lambda row: row["attack"])
    accounts = _grouped(rows["accounts"], lambda row: row["attack"])
    by_id = {speaker.id: speaker for speaker in speakers}

    def judged(row: Row) -> Attack:
        attack = records.attack(
            row,
            tuple(records.claim(said) for said in claims.get(row["id"], ())),
            tuple(records.made(Account, said) for said in accounts.get(row["id"], ())),
        )
        alike = _grouped(attack.claims, lambda claim: (claim.metric, claim.group)).values()
        standing = {id_: word for same in alike for id_, word in standings(same, by_id).items()}
        estimates = (estimate(same, attack.stakeholders, by_id) for same in alike)
        return replace(
            attack,
            claims=tuple(replace(claim, standing=standing[claim.id]) for claim in attack.claims),
            estimates=tuple(it for it in estimates if it),
        )

    return tuple(map(judged, rows["attacks"]))


def _places(rows: Mapping[str, Sequence[Row]]) -> tuple[Place, ...]:
    """Places with the counts and the custody that are shown there, before anything happens."""
    drawn_at = {row["id"]: row["drawn_at"] for row in rows["places"]}
    counts = sorted(map(records.count, rows["presence"]), key=lambda count: count.date.end or date.max)
    custody = sorted(rows["custody"], key=lambda row: row["date"].start or date.min)
    return tuple(
        records.place(
            row,
            tuple(count for count in counts if row["id"] in (count.place, drawn_at[count.place])),
            tuple(records.custody(period) for period in custody if period["place"] == row["id"]),
        )
        for row in rows["places"]
    )


def _relocations(rows: Sequence[Row], places: Sequence[Place], head: Head) -> tuple[Relocation, ...]:
    drawn_at = {place.id: place.drawn_at if place.role == "holder" else place.id for place in places}
    by_id = {place.id: place for place in places}
    return settle([records.relocation(row, drawn_at, head) for row in rows], by_id)


def _lived_in(
    place: Place,
    places: Sequence[Place],
    relocations: Sequence[Relocation],
    attacks: Sequence[Attack],
    context: Sequence[Context],
    span: range,
) -> Place:
    """The place with everything that happened there and, if people lived there, how many in each year."""
    here = {place.id, *(holder.id for holder in places if holder.drawn_at == place.id)}
    dated = [
        *(("attack", it.id, it.date) for it in attacks if it.place in here),
        *(("relocation", it.id, it.date) for it in relocations if here & {it.from_, it.to}),
    ]
    seen = {f"{kind}:{id_}" for kind, id_, _ in dated}
    dated += [("context", it.id, it.date) for it in context if it.place in here and it.related not in seen]
    opened = place.opened.start or date.min if place.opened else _first_named(place, here, relocations, attacks)
    if place.role != "residence":
        return replace(place, events=in_date_order(dated))
    closed = place.closed.end if place.closed else None
    return replace(
        place,
        events=in_date_order(dated),
        presence=tuple(presence(place.counts, opened=opened, closed=closed, year=year) for year in span),
        changes=changes(place.counts, opened=opened, closed=closed),
    )


def _first_named(
    place: Place, here: set[str], relocations: Sequence[Relocation], attacks: Sequence[Attack]
) -> date | None:
    """The first day of the first thing counted that names a place whose opening is not known."""
    mentions: list[Period] = [
        *(it.date for it in relocations if it.status != "set aside" and here & {it.from_, it.to}),
        *(it.date for it in attacks if it.place in here),
        *(it.date for it in place.counts if is_presence(it)),
    ]
    return min((it.start or date.min for it in mentions), default=None)


def _checks(rows: Sequence[Row], totals: Sequence[Claim], attacks: Sequence[Attack]) -> tuple[Check, ...]:
    claims = {claim.id: claim for claim in totals}
    by_id = {attack.id: attack for attack in attacks}

    def made(row: Row) -> Check:
        summed = [by_id[id_] for id_ in row["sum_of"]]
        return records.check(
            row, claims.get(row["claim"]), add_up(summed, row["metric"] or "killed") if summed else None
        )

    return tuple(map(made, rows))


def _grouped(each: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    groups: dict[K, list[T]] = {}
    for one in each:
        groups.setdefault(key(one), []).append(one)
    return {name: tuple(group) for name, group in groups.items()}


def _is_over(period: Period, year: int) -> bool:
    return period.end is not None and period.end.year < year

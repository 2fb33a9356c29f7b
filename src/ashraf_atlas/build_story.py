"""From checked tables to the story: records joined, estimates and presence worked out, years filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ashraf_atlas import records
from ashraf_atlas.claims import Account, Claim, Speaker
from ashraf_atlas.dates import Period
from ashraf_atlas.estimates import estimate, standings
from ashraf_atlas.grouping import grouped
from ashraf_atlas.ledger import ledger
from ashraf_atlas.load import Tables
from ashraf_atlas.places import Place
from ashraf_atlas.records import Kinds, Row
from ashraf_atlas.relocations import settle
from ashraf_atlas.rests import rests
from ashraf_atlas.shown_at import lived_in, places_of
from ashraf_atlas.story import Attack, Check, Controversy, Correction, Head, Relocation, Story
from ashraf_atlas.vocabularies import ATTACKS
from ashraf_atlas.years import add_up, in_date_order, number_of, years

TABLES = (
    "places", "presence", "custody", "relocations", "attacks", "accounts", "speakers", "claims", "context",
    "controversies", "checks", "steps", "corrections", "sources",
)  # fmt: skip


def build_story(tables: Tables) -> Story:
    """Return the story of tables that `load` has passed. Reads no file and no clock."""
    head = records.head(tables)
    kinds = {row["id"]: records.kind(row) for row in records.rows(tables["kinds"])}
    span = range(head.first_year, head.last_year + 1)
    rows = {name: records.rows(tables[name]) for name in TABLES}
    speakers = tuple(map(records.speaker, rows["speakers"]))
    attacks = _attacks(rows, kinds, speakers)
    context = tuple(map(records.context, rows["context"]))
    empty = places_of(rows, kinds)
    relocations = _relocations(rows["relocations"], empty, head)
    places = lived_in(empty, relocations, attacks, context, span)
    totals = tuple(records.claim(row) for row in rows["claims"] if not row["attack"])
    checks = _checks(rows["checks"], totals, attacks)
    story = Story(
        head=head,
        kinds=tuple(kinds.values()),
        places=places,
        relocations=relocations,
        attacks=attacks,
        context=context,
        controversies=tuple(records.made(Controversy, row) for row in rows["controversies"]),
        checks=checks,
        steps=tuple(sorted(map(records.step, rows["steps"]), key=lambda it: it.order)),
        ledger=ledger(places, relocations, attacks, span),
        corrections=_newest_first(map(records.correction, rows["corrections"])),
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


def _attacks(rows: Mapping[str, Sequence[Row]], kinds: Kinds, speakers: Sequence[Speaker]) -> tuple[Attack, ...]:
    claims = grouped(rows["claims"], lambda row: row["attack"])
    accounts = grouped(rows["accounts"], lambda row: row["attack"])
    by_id = {speaker.id: speaker for speaker in speakers}

    def judged(row: Row) -> Attack:
        attack = records.attack(
            row,
            kinds,
            tuple(records.claim(said) for said in claims.get(row["id"], ())),
            tuple(records.made(Account, said) for said in accounts.get(row["id"], ())),
        )
        alike = grouped(attack.claims, lambda claim: (claim.metric, claim.group)).values()
        standing = {id_: word for same in alike for id_, word in standings(same, by_id).items()}
        estimates = (estimate(same, attack.stakeholders, by_id) for same in alike)
        return replace(
            attack,
            claims=tuple(replace(claim, standing=standing[claim.id]) for claim in attack.claims),
            estimates=tuple(it for it in estimates if it),
        )

    return tuple(map(judged, rows["attacks"]))


def _relocations(rows: Sequence[Row], places: Sequence[Place], head: Head) -> tuple[Relocation, ...]:
    drawn_at = {place.id: place.drawn_at if place.role == "holder" else place.id for place in places}
    by_id = {place.id: place for place in places}
    return settle([records.relocation(row, drawn_at, head) for row in rows], by_id)


def _checks(rows: Sequence[Row], totals: Sequence[Claim], attacks: Sequence[Attack]) -> tuple[Check, ...]:
    claims = {claim.id: claim for claim in totals}
    by_id = {attack.id: attack for attack in attacks}

    def made(row: Row) -> Check:
        named = [by_id[id_] for id_ in row["sum_of"]]
        if not named:
            sum_ = None
        elif row["metric"] == ATTACKS:
            sum_ = number_of(attacks, named)
        else:
            sum_ = add_up(named, row["metric"])
        return records.check(row, claims.get(row["claim"]), sum_)

    return tuple(map(made, rows))


def _newest_first(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    return tuple(sorted(corrections, key=lambda it: (it.date.end or date.max, it.id), reverse=True))


def _is_over(period: Period, year: int) -> bool:
    return period.end is not None and period.end.year < year

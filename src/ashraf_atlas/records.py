"""From rows of checked frames to records of the story: after this nothing reads frames any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

import pandas as pd

from ashraf_atlas.claims import Account, Claim, Speaker
from ashraf_atlas.dates import period
from ashraf_atlas.load import Tables
from ashraf_atlas.places import Count, Custody, Place
from ashraf_atlas.story import Attack, AttackSum, Check, Context, Correction, Head, Kind, Relocation, Source, Step
from ashraf_atlas.translations import NAME_IN
from ashraf_atlas.vocabularies import RANKS, YES

T = TypeVar("T")
Row = Mapping[str, Any]
"""Cells by column, as plain values: text, whole number or None, tuple of text, period or None."""

Kinds = Mapping[str, Kind]
"""The story's words for kinds of things, by id."""

DATES = frozenset({"date", "opened", "closed", "report_date", "checked"})
"""Columns that hold a period."""


def rows(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a checked frame in their order, its geometry as `lon` and `lat`."""
    columns = {it: [_plain(it, cell) for cell in frame[it]] for it in frame.columns if it != "geometry"}
    if "geometry" in frame.columns:
        points = list(frame["geometry"])
        columns |= {"lon": [point.x for point in points], "lat": [point.y for point in points]}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def made(record: type[T], row: Row, **given: Any) -> T:
    """Return a record of a row: each field is what is given for it, else the column of its name."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    return record(**{name: given[name] if name in given else row[name] for name in names})


def head(tables: Tables) -> Head:
    """Return what the story is called, when it runs and how it may be used."""
    return made(Head, tables["story"], default_view=tuple(tables["story"]["default_view"]))


def speaker(row: Row) -> Speaker:
    """Return a speaker."""
    return made(Speaker, row, affiliated_with=row["affiliated_with"] or None)


def claim(row: Row) -> Claim:
    """Return a claim whose standing is not yet known."""
    return made(Claim, row, group=row["people_group"], speakers=row["speaker"], standing="")


def kind(row: Row) -> Kind:
    """Return a word of the story for a kind of thing."""
    return made(Kind, row)


def attack(row: Row, kinds: Kinds, claims: tuple[Claim, ...], accounts: tuple[Account, ...]) -> Attack:
    """Return an attack without its estimates."""
    counted = kinds[row["kind"]].counts == YES
    return made(Attack, row, counted=counted, claims=claims, accounts=accounts, estimates=())


def place(row: Row, counts: tuple[Count, ...], custody: tuple[Custody, ...]) -> Place:
    """Return a place with its counts and custody, without its presence and events."""
    return made(
        Place,
        row,
        names=tuple((it.removeprefix(NAME_IN), row[it]) for it in row if it.startswith(NAME_IN) and row[it]),
        drawn_at=row["drawn_at"] or None,
        counts=counts,
        presence=(),
        changes=(),
        custody=custody,
        events=(),
    )


def count(row: Row, kinds: Kinds) -> Count:
    """Return a head count."""
    present = kinds[row["measure"]].counts == YES
    return made(Count, row, present=present, rank=RANKS[kinds[row["source_type"]].counts])


def custody(row: Row) -> Custody:
    """Return a period of control."""
    return made(Custody, row, detail=row["controller_detail"])


def relocation(row: Row, drawn_at: Mapping[str, str | None], head: Head) -> Relocation:
    """Return a relocation of which it is not yet settled how it is drawn.

    `drawn_at` says for each place where it is drawn, None: nowhere.
    """
    return made(
        Relocation,
        row,
        from_=row["from"],
        to=row["to"] or None,
        from_drawn=drawn_at[row["from"]],
        to_drawn=drawn_at[row["to"]] if row["to"] else None,
        years=tuple(row["date"].years(head.first_year, head.last_year)),
        drawn="none",
        part_of=None,
        parts=(),
        path=(),
    )


def context(row: Row) -> Context:
    """Return a wider event."""
    return made(Context, row, place=row["place"] or None, related=row["related"] or None)


def check(row: Row, total: Claim | None, sum_: AttackSum | None) -> Check:
    """Return a statement of the founding article, with the claim it makes and the sum beside it."""
    return made(
        Check,
        row,
        place=row["place"] or None,
        select=row["select"] or None,
        metric=row["metric"] or None,
        claim=total,
        sum=sum_,
    )


def step(row: Row) -> Step:
    """Return a stop of the walk."""
    return made(Step, row, select=row["select"] or None, view=row["view"] or None)


def source(row: Row) -> Source:
    """Return a source of which it is not yet known what rests on it."""
    return made(Source, row, date=row["date"].edtf if row["date"] else "", rests=())


def correction(row: Row) -> Correction:
    """Return a correction of the facts."""
    return made(Correction, row, about=row["about"] or None)


def _plain(column: str, cell: Any) -> Any:
    if isinstance(cell, tuple):
        return cell
    if cell is None or pd.isna(cell):
        return None
    if column in DATES:
        return period(cell) if cell else None
    return cell.item() if hasattr(cell, "item") else cell

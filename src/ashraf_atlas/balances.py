"""The ledger's records: who was at a place, who came and went, and what does not add up. Holds no logic."""

from __future__ import annotations

from dataclasses import dataclass

from ashraf_atlas.dates import Period
from ashraf_atlas.places import Ref


@dataclass(frozen=True)
class Stock:
    """How many people were at a place, as far as anybody says."""

    state: str
    """known; unknown; nobody (not opened yet, or closed)."""
    best: int | None
    """None where it is a range, or not known."""
    low: int | None
    high: int | None
    qualifier: str
    date: Period | None
    """Of the count; of nobody the opening or the closing, None if that is not known."""
    counts: tuple[str, ...]
    """Ids of the head counts it rests on."""


@dataclass(frozen=True)
class Flow:
    """People who came, left, were killed or went missing: a relocation, or an attack's estimate."""

    ref: Ref
    best: int | None
    low: int
    high: int
    qualifier: str


@dataclass(frozen=True)
class Unaccounted:
    """Counted people less those expected: below 0 fewer, above 0 more than the flows explain."""

    best: int | None
    """None where a figure in it is a range only."""
    low: int
    high: int


@dataclass(frozen=True)
class Balance:
    """A place in a year: from the last count before it to the last count in it; or a place in all."""

    place: str
    year: int | None
    """None: from its opening to its closing, or to its last count."""
    opening: Stock
    closing: Stock
    counted: bool
    """Whether there is a count of this year, so that flows can be held against it."""
    arrived: tuple[Flow, ...]
    left: tuple[Flow, ...]
    killed: tuple[Flow, ...]
    missing: tuple[Flow, ...]
    unknown: tuple[Ref, ...]
    """Flows whose number nobody gives: not in the sum."""
    undivided: tuple[Ref, ...]
    """Totals and movements across a count, which nobody divides into before and after: not in the sum."""
    after: tuple[Ref, ...]
    """Flows of the year after its last count: they count in the balance of the next one."""
    unaccounted: Unaccounted | None
    """None where a count is lacking at either end."""
    approximate: bool
    """Whether a figure in it is marked as about, at least and the like."""

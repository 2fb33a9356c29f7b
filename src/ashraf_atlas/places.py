"""Places as frozen dataclasses: where people lived, how many, and who was in control. Holds no logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ashraf_atlas.dates import Period

Ref = str
"""What can be pointed at, as `kind:id`: "attack:atk_2013_09_01", "relocation:…", "context:…"."""


@dataclass(frozen=True)
class Count:
    """A dated head count at a place."""

    id: str
    place: str
    """May be a holder that is drawn at another place."""
    date: Period
    people: int | None
    low: int | None
    high: int | None
    qualifier: str
    measure: str
    present: bool
    """Whether the measure counts people who are there."""
    description: str
    source_type: str
    rank: int | None
    """Whose count goes first of those of one date: the lowest; None is never counted."""
    status: str
    reason: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Presence:
    """How many people lived at a place at the end of a year, by `presence.presence`."""

    year: int
    state: str
    """not_opened, known, unknown or closed."""
    best: int | None
    low: int | None
    high: int | None
    qualifier: str
    date: Period | None
    carried: bool
    """Whether the count is of an earlier year."""
    counts: tuple[str, ...]
    """Ids of the counts it rests on."""


@dataclass(frozen=True)
class Change:
    """A day on which the presence at a place changes."""

    day: date
    presence: Presence


@dataclass(frozen=True)
class Custody:
    """Who controlled a place in a period, and who ran it inside."""

    id: str
    date: Period
    controller: str
    detail: str
    administration: str
    legal_basis: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where people lived or something happened, or what stands for a country (WGS84)."""

    id: str
    name: str
    names: tuple[tuple[str, str], ...]
    """Language and name, only those given."""
    other_names: tuple[str, ...]
    kind: str
    role: str
    country: str
    admin_area: str
    lon: float
    lat: float
    precision_m: float
    opened: Period | None
    closed: Period | None
    drawn_at: str | None
    """The place where a holder's counts and arrows are drawn."""
    area_km2: float | None
    area_note: str
    position_note: str
    note: str
    sources: tuple[str, ...]
    counts: tuple[Count, ...]
    presence: tuple[Presence, ...]
    """One for each year of the story; none unless it is a residence."""
    changes: tuple[Change, ...]
    """Each day on which it changes, in date order."""
    custody: tuple[Custody, ...]
    events: tuple[Ref, ...]
    """Everything that happened there, in date order."""

"""The validated story as frozen dataclasses: what everything after the tables works with. Holds no logic.

Names are those of the payload, in snake case; a field named like a column of `schema.py` means the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ashraf_atlas.balances import Balance
from ashraf_atlas.claims import Account, Claim, Estimate, Speaker
from ashraf_atlas.dates import Period
from ashraf_atlas.places import Place, Ref


@dataclass(frozen=True)
class Head:
    """What the story is called, when it runs and how it may be used."""

    id: str
    title: str
    subtitle: str
    version: str
    issued: str
    """The day on which that version was made, EDTF."""
    creator: str
    """Who made it, as it is to be cited; empty: its title stands for them."""
    first_year: int
    last_year: int
    """The story's "today": no clock decides it."""
    language: str
    licence: str
    licence_url: str
    citation: str
    default_view: tuple[float, ...]
    """Latitude, longitude, zoom."""


@dataclass(frozen=True)
class Kind:
    """A word of the story for a kind of attack, context, people, source or measure."""

    id: str
    of: str
    name: str
    form: str
    """Of its mark on the map; "" for none."""
    counts: str


@dataclass(frozen=True)
class Relocation:
    """People moving from one place to another, a total over such movements, or an offer."""

    id: str
    kind: str
    from_: str
    to: str | None
    from_drawn: str | None
    to_drawn: str | None
    date: Period
    years: tuple[int, ...]
    """The years of the story that it runs through."""
    drawn: str
    """arc, part, thin or none, see `relocations.settle`."""
    part_of: str | None
    parts: tuple[str, ...]
    people: int | None
    low: int | None
    high: int | None
    qualifier: str
    title: str
    description: str
    disputed: str
    status: str
    reason: str
    sources: tuple[str, ...]
    path: tuple[tuple[float, float], ...]
    """Great circle from end to end (lon, lat); empty where nothing is drawn."""


@dataclass(frozen=True)
class Attack:
    """Armed force against a place or people of the story, or an operation that is shown and not counted."""

    id: str
    place: str
    date: Period
    kind: str
    counted: bool
    """False for police operations and crowd clashes."""
    title: str
    summary: str
    content_note: str
    """What its descriptions contain, where they are shown on request only."""
    means: str
    un_wording: str
    stakeholders: tuple[str, ...]
    """Speakers who were struck, accused, or in control of the place then."""
    sources: tuple[str, ...]
    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True)
class Context:
    """A wider event."""

    id: str
    date: Period
    kind: str
    title: str
    summary: str
    place: str | None
    related: Ref | None
    """The attack or relocation that it only points at."""
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Controversy:
    """A dispute: what is claimed, by whom, and the reply."""

    id: str
    topic: str
    claim: str
    claimed_by: str
    reply: str
    replied_by: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class AttackSum:
    """The estimates of several attacks added up: people of the story, one metric."""

    best: int | None
    """None where no attack has a best."""
    low: int | None
    high: int | None
    at_least: bool
    """Whether a figure in it is a lower bound."""
    unknown: int
    """Attacks without a best, which are not in the sum."""
    attacks: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """One statement of the founding article held against the sources."""

    id: str
    paragraph: str
    statement: str
    verdict: str
    finding: str
    year: int | None
    place: str | None
    select: Ref | None
    metric: str | None
    figure: int | None
    """The figure it gives, where no claim holds it."""
    claim: Claim | None
    sum: AttackSum | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A stop of the presenter's walk."""

    id: str
    order: int
    year: int
    select: Ref | None
    view: tuple[float, ...] | None
    """Latitude, longitude, and zoom on a stage of 375 pixels in height; None frames what is active in the year."""
    title: str
    text: str
    notes: str
    seconds: float
    """How long it stands when the walk goes by itself."""
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Correction:
    """A correction of the facts: what stood there, what stands there now, and why."""

    id: str
    date: Period
    about: Ref | None
    what: str
    before: str
    after: str
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """Where something was read, and what in the story rests on it."""

    id: str
    publisher: str
    title: str
    type: str
    date: str
    url: str
    archived: str
    """Where a copy of it is kept."""
    checked: Period | None
    """When it was last read for this story."""
    reliability: str
    rests: tuple[Ref, ...]


@dataclass(frozen=True)
class YearKilled:
    """People of the story killed in the counted attacks of a year that have a best estimate."""

    best: int | None
    low: int | None
    high: int | None
    at_least: bool
    """Whether a figure in it is a lower bound."""
    unknown: int
    """Attacks for which nobody gives a figure, or only a range."""
    disputed: int
    """Attacks whose figure is disputed."""


@dataclass(frozen=True)
class Year:
    """What happens in a year of the story, and what the camera then frames."""

    year: int
    events: tuple[Ref, ...]
    ongoing: tuple[Ref, ...]
    """Movements that began in an earlier year and are not over."""
    checks: tuple[str, ...]
    attacks: int
    others: int
    """Police operations and crowd clashes."""
    killed: YearKilled | None
    bounds: tuple[float, float, float, float]
    """West, south, east, north in degrees."""
    seconds: float
    """How long the year plays."""


@dataclass(frozen=True)
class Story:
    """The whole validated dataset, worked out and ready to be shown."""

    head: Head
    kinds: tuple[Kind, ...]
    places: tuple[Place, ...]
    relocations: tuple[Relocation, ...]
    attacks: tuple[Attack, ...]
    context: tuple[Context, ...]
    controversies: tuple[Controversy, ...]
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]
    """In the order of the walk."""
    corrections: tuple[Correction, ...]
    """The newest first."""
    ledger: tuple[Balance, ...]
    speakers: tuple[Speaker, ...]
    sources: tuple[Source, ...]
    totals: tuple[Claim, ...]
    """Claims about several attacks together, or about deaths outside attacks."""
    custody_order: tuple[str, ...]
    """Controllers in the order in which the table first names them: it fixes their colours."""
    years: tuple[Year, ...]
    before: tuple[Ref, ...]
    """Context from before the first year."""
    text: Mapping[str, Mapping[str, str]]
    """Interface words by language and key."""

"""What is said about an attack: who speaks, each figure and account, and the estimate made of the figures.

Frozen dataclasses without logic, like those of `story.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ashraf_atlas.dates import Period


@dataclass(frozen=True)
class Speaker:
    """Somebody who says something, and what kind of body that is."""

    id: str
    name: str
    kind: str
    affiliated_with: str | None
    """The speaker whose side it takes."""
    ground: str
    """Why it carries these labels."""
    sources: tuple[str, ...]
    """What the labels rest on."""


@dataclass(frozen=True)
class Claim:
    """One figure for one attack, or for several together, by one speaker or by several who say the same."""

    id: str
    scope: str
    """What it counts: one attack, or the attacks that a total covers."""
    metric: str
    group: str
    speakers: tuple[str, ...]
    spoken_by: str
    value: int | None
    """Empty only where it is a range."""
    low: int | None
    high: int | None
    qualifier: str
    status: str
    reason: str
    standing: str
    """Its part in the estimate, see `estimates.standings`; "" for a total."""
    source_type: str
    report_date: Period | None
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Estimate:
    """Best, low and high of one metric and one group of people at one attack, by `estimates.estimate`."""

    metric: str
    group: str
    best: int | None
    """None where the speakers dispute it, or where the deciding word is itself a range."""
    low: int
    high: int
    qualifier: str
    """Of the claims that carry best, as "at least"."""
    basis: str
    """un, outside, agreed or disputed."""
    speakers: tuple[str, ...]
    """Whose word best is; all of them where they dispute it."""
    claims: tuple[str, ...]
    """Ids of the claims that carry best."""


@dataclass(frozen=True)
class Account:
    """What one party says about an attack: an allegation, a responsibility, a denial, an inquiry."""

    id: str
    kind: str
    speaker: str
    accused: tuple[str, ...]
    """Of an allegation: whom it names, in the speaker's words."""
    text: str
    sources: tuple[str, ...]

"""What a picture is asked to show, and what comes of it: plain figures in pixels, the same as on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ashraf_atlas.picture.arcs import Way

Facts = Mapping[str, Any]
"""What `payload.payload` returns."""


@dataclass(frozen=True)
class Wish:
    """A year of a story, what is selected in it (`attack:ID`, `place:ID` …), and in which language it is told."""

    facts: Facts
    year: int
    select: str | None
    language: str
    whole: bool = False
    """Whether it stands for the whole story: places that were left keep their names."""


@dataclass(frozen=True)
class Circle:
    """A place, by how many people were there at the end of the year."""

    place: str
    x: float
    y: float
    r: float
    presence: Mapping[str, Any]
    low: float | None
    high: float | None
    """Radii of the ends of a range; None where it is none."""
    custody: int | None
    controller: str | None
    area: float
    """Radius of the area in which it lies; 0 where that is not worth drawing."""
    selected: bool
    events: int

    @property
    def ref(self) -> str:
        """What it is."""
        return f"place:{self.place}"

    @property
    def reach(self) -> float:
        """Its radius, or that of its highest figure."""
        return max(self.r, self.high or 0)


@dataclass(frozen=True)
class Line:
    """A relocation: of the year, or, thin, of an earlier one."""

    ref: str
    way: Way
    path: str
    """From where to where: movements along one path share a line."""
    now: bool
    thin: bool
    dashed: bool
    known: bool
    selected: bool
    repeated: bool


@dataclass(frozen=True)
class Mover:
    """The people of a relocation, as a mark on its line."""

    ref: str
    x: float
    y: float
    r: float
    unknown: bool
    part: bool
    selected: bool


@dataclass(frozen=True)
class Mark:
    """An attack or operation; or several, counted, where there are `refs`."""

    ref: str
    place: str
    kind: str
    form: str
    x: float
    y: float
    home: tuple[float, float]
    around: float
    """Radius of what stands at its place."""
    r: float
    now: bool
    counted: bool
    filling: str
    """solid, hollow (nobody reported killed) or unsure (not known, or disputed)."""
    selected: bool
    leader: bool = False
    """Whether it stands so far from its place that a line ties it to it."""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Box:
    """A box in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """Return the area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0

    def around(self, other: Box) -> Box:
        """Return the box around both."""
        ends = zip((self.left, self.top), (other.left, other.top), strict=True)
        left, top = map(min, ends)
        return Box(left, top, max(self.right, other.right), max(self.bottom, other.bottom))


def box_of(x: float, y: float, r: float) -> Box:
    """Return the box around a circle."""
    return Box(x - r, y - r, x + r, y + r)


def box_around(points: Sequence[tuple[float, float]]) -> Box:
    """Return the box around points, a pixel wider than they are."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)

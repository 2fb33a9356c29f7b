"""Which relocations and attacks belong to the time between two counts, each once and no total beside its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ashraf_atlas.dates import Period
from ashraf_atlas.story import Attack, Relocation


@dataclass(frozen=True)
class Flows:
    """What came to a place, what left it, and what struck it."""

    arrived: tuple[Relocation, ...]
    left: tuple[Relocation, ...]
    attacks: tuple[Attack, ...]

    @property
    def moved(self) -> tuple[Relocation, ...]:
        """Both ways."""
        return (*self.arrived, *self.left)


@dataclass(frozen=True)
class Time:
    """The time between two counts; None: without a bound."""

    begun: date | None
    """First day that the opening count may be of."""
    after: date | None
    """Last day that it may be of."""
    until: date | None
    """Last day that the closing count may be of."""

    @classmethod
    def of_year(cls, year: int) -> Time:
        """Return the time of a year without a count: nothing that began before it belongs to it."""
        return cls(date(year, 1, 1), date(year - 1, 12, 31), date(year, 12, 31))

    def holds(self, when: Period) -> bool:
        """Whether something ended in it and did not begin before the count at its start."""
        begun_before = self.begun is not None and _start(when) < self.begun
        return not begun_before and self._is_after(when) and (self.until is None or _end(when) <= self.until)

    def cuts(self, when: Period) -> bool:
        """Whether something ran across one of the counts, so that nobody can say how much of it was in this time."""
        touches = self._is_after(when) and (self.until is None or _start(when) <= self.until)
        return touches and not self.holds(when)

    def leaves(self, when: Period, year: int) -> bool:
        """Whether something began in the year after its last count."""
        return self.until is not None and _start(when) > self.until and _start(when).year == year

    def _is_after(self, when: Period) -> bool:
        return self.after is None or _end(when) > self.after


def maximal(relocations: Iterable[Relocation], time: Time) -> list[Relocation]:
    """Those that belong to a time, without those that a total among them contains."""
    held = [it for it in relocations if time.holds(it.date)]
    totals = [it for it in held if it.kind == "total"]
    return [it for it in held if not any(_contains(total, it) for total in totals)]


def _contains(total: Relocation, part: Relocation) -> bool:
    ends = (total.from_drawn, total.to_drawn) == (part.from_drawn, part.to_drawn)
    around = _start(total.date) <= _start(part.date) and _end(part.date) <= _end(total.date)
    # of two totals of the same dates one is enough
    first = (part.kind, part.date) != ("total", total.date) or total.id < part.id
    return total.id != part.id and ends and around and first


def _start(when: Period) -> date:
    return when.start or date.min


def _end(when: Period) -> date:
    return when.end or date.max

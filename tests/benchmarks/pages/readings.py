"""What was measured: single readings, and how those of several rounds are summed up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Reading:
    """One figure of one page in one round."""

    page: str
    condition: str
    """How the page was visited: "normal", "slow processor", "slow network"."""
    name: str
    value: float
    round: int


class Readings(list[Reading]):
    """All of them, in the order in which they were taken."""

    def of(self, page: str, condition: str, name: str) -> dict[int, float]:
        """Return the values of one figure by round."""
        wanted = (page, condition, name)
        return {it.round: it.value for it in self if (it.page, it.condition, it.name) == wanted}


def spread(values: Iterable[float], decimals: int = 0) -> str:
    """Return a median, and the range if there is one."""
    found = sorted(values)
    if not found:
        return "–"
    middle, least, most = (f"{it:,.{decimals}f}" for it in (median(found), found[0], found[-1]))
    return middle if least == most else f"{middle} ({least}–{most})"


def share(values: Iterable[float], part: float) -> float:
    """Return what that part of the values does not exceed: 0.5 for the middle one, 0.95 for all but the worst."""
    found = sorted(values)
    return found[min(len(found) - 1, int(len(found) * part))]

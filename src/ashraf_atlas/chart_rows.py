"""What the chart on the time axis shows: people by place and year, and killed by attack, or by year in a long story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ashraf_atlas.parted import is_long

Facts = Mapping[str, Any]

MOST_PLACES = 40
"""So many places have a name and a layer of their own, those with most people; the others have one together."""


class Layer(NamedTuple):
    """A place, or several: people counted in each year, and people carried into each year from an earlier count."""

    name: str
    counted: list[int]
    carried: list[int]


@dataclass(frozen=True)
class Bar:
    """People of the story killed in an attack, or in the attacks of a year."""

    ref: str
    title: str
    when: float
    """A year with its fraction."""
    best: int | None
    low: int
    high: int

    @property
    def middle(self) -> float:
        """Where its mark stands."""
        return self.best if self.best is not None else (self.low + self.high) / 2


def presence(facts: Facts) -> list[Layer]:
    """Return a layer for each place that ever had a count, in the order of the table."""
    layers = [it for place in facts["places"].values() if any(map(sum, zip(*(it := _layer(place))[1:], strict=True)))]
    if len(layers) <= MOST_PLACES:
        return layers
    largest = sorted(layers, key=lambda it: max(it.counted + it.carried), reverse=True)[: MOST_PLACES - 1]
    own = {it.name for it in largest}
    others = [it for it in layers if it.name not in own]
    words = facts["text"][facts["story"]["language"]]["chart.others"].replace("{count}", str(len(others)))
    together = (list(map(sum, zip(*people, strict=True))) for people in zip(*(it[1:] for it in others), strict=True))
    return [*(it for it in layers if it.name in own), Layer(words, *together)]


def _layer(place: Mapping[str, Any]) -> Layer:
    years = list((place.get("presence") or {}).values())
    people = [_middle(year) if year["state"] == "known" else 0 for year in years]
    carried = [bool(year.get("carried")) for year in years]
    return Layer(
        place["name"],
        [count if not late else 0 for count, late in zip(people, carried, strict=True)],
        [count if late else 0 for count, late in zip(people, carried, strict=True)],
    )


def _middle(year: Mapping[str, Any]) -> int:
    return int(year["best"] if year["best"] is not None else (year["low"] + year["high"]) / 2)


def killed(facts: Facts) -> list[Bar]:
    """Return a bar for each counted attack that has an estimate, by date; of a long story one for each year."""
    if is_long(facts):
        return [
            Bar("", year, int(year) + 0.5, it["killed"]["best"], it["killed"]["low"], it["killed"]["high"])
            for year, it in facts["years"].items()
            if it["killed"] and it["killed"]["best"] is not None
        ]
    bars = []
    for it in facts["attacks"].values():
        estimate = it["estimates"].get("killed", {}).get("story")
        if it["counted"] and estimate:
            figures = estimate["best"], estimate["low"], estimate["high"]
            bars.append(Bar(f"attack:{it['id']}", it["title"], _when(it["date"]), *figures))
    return sorted(bars, key=lambda it: it.when)


def _when(date: Facts) -> float:
    """The start of a date, or the end if only that is known; the rules leave no attack without either."""
    return float(date["to"] if date["from"] is None else date["from"])

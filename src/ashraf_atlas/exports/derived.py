"""What the atlas works out by its own rules, as tables: no source states these rows, and no dataset holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ashraf_atlas.cells import DATE, ID, IDS, TEXT, WHOLE, YEAR
from ashraf_atlas.columns import Table, may, need
from ashraf_atlas.story import Story
from ashraf_atlas.vocabularies import METRICS, NO, YES

ESTIMATES = Table("estimates", "estimates.csv", "an estimate for one attack", "estimates", columns=(
    need("attack", ID, "the attack it is about", to=("attacks",)),
    need("metric", TEXT, "what is counted", one_of=METRICS),
    need("people_group", ID, "who is counted; story: the people of the story", to=("kinds",), kind_of="people_group"),
    may("best", WHOLE, "the best figure; empty if it is disputed, or if the deciding word is a range"),
    need("low", WHOLE, "the lowest of the speakers’ last words"),
    need("high", WHOLE, "the highest of the speakers’ last words"),
    may("qualifier", TEXT, "the sources’ word before best, such as at least"),
    need("basis", TEXT, "whose word best is: the UN’s, an outside speaker’s, one on which all agree, or nobody’s",
         one_of=("un", "outside", "agreed", "disputed")),
    need("speakers", IDS, "who said it; all of them where they dispute it", to=("speakers",)),
    may("claims", IDS, "the claims that carry best", to=("claims",)),
))  # fmt: skip

PRESENCE_BY_YEAR = Table("presence_by_year", "presence_by_year.csv", "the people at a place at the end of a year",
    "years of presence", columns=(
    need("place", ID, "where they lived", to=("places",)),
    need("year", YEAR, "at the end of which year"),
    need("state", TEXT, "what is known of the place then", one_of=("not_opened", "known", "unknown", "closed")),
    may("best", WHOLE, "how many; empty if not known, or known as a range only"),
    may("low", WHOLE, "the lowest of the counts that decide"),
    may("high", WHOLE, "the highest of the counts that decide"),
    may("qualifier", TEXT, "the source’s word before the figure, such as at least"),
    may("date", DATE, "the date of the count that it rests on"),
    need("carried", TEXT, "whether that count is of an earlier year", one_of=(YES, NO)),
    may("counts", IDS, "the head counts that it rests on", to=("presence",)),
))  # fmt: skip


@dataclass(frozen=True)
class Derived:
    """A table that is worked out: its declaration, the rule in words, its key, and what makes its rows."""

    table: Table
    rule: str
    key: tuple[str, ...]
    rows: Callable[[Story], Iterator[Mapping[str, Any]]]


def _estimates(story: Story) -> Iterator[Mapping[str, Any]]:
    for attack in story.attacks:
        for it in attack.estimates:
            yield {
                "attack": attack.id,
                "metric": it.metric,
                "people_group": it.group,
                "best": it.best,
                "low": it.low,
                "high": it.high,
                "qualifier": it.qualifier,
                "basis": it.basis,
                "speakers": it.speakers,
                "claims": it.claims,
            }


def _presence(story: Story) -> Iterator[Mapping[str, Any]]:
    for place in story.places:
        for it in place.presence:
            yield {
                "place": place.id,
                "year": it.year,
                "state": it.state,
                "best": it.best,
                "low": it.low,
                "high": it.high,
                "qualifier": it.qualifier,
                "date": it.date,
                "carried": YES if it.carried else NO,
                "counts": it.counts,
            }


DERIVED = {
    it.table.name: it
    for it in (
        Derived(
            ESTIMATES,
            "Worked out by the atlas’s own rule from claims.csv, no source states it: each speaker counts once, with "
            "the last word; best is the UN’s, else that of the latest speaker who is no stakeholder, else the figure "
            "on which all agree; low and high span the last words.",
            ("attack", "metric", "people_group"),
            _estimates,
        ),
        Derived(
            PRESENCE_BY_YEAR,
            "Worked out by the atlas’s own rule from presence.csv, no source states it: the latest count of people "
            "present, of one date the UN’s first; it is carried forward until the next count or the closure, and "
            "never back.",
            ("place", "year"),
            _presence,
        ),
    )
}
"""Every such table by its name."""

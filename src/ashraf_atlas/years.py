"""What happens in each year: events in date order, what goes on, sums, and what the camera frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ashraf_atlas.claims import Estimate
from ashraf_atlas.dates import Period
from ashraf_atlas.estimates import LOWER_BOUND
from ashraf_atlas.geo import Point, bounds
from ashraf_atlas.grouping import grouped, grouped_under
from ashraf_atlas.places import Place, Ref
from ashraf_atlas.presence import in_year
from ashraf_atlas.story import Attack, AttackSum, Check, Context, Head, Relocation, Year, YearKilled

FEWEST_SECONDS, MOST_SECONDS = 2.0, 7.0
SECONDS_PER_ARC, SECONDS_PER_ATTACK = 0.5, 0.6
"""An eventful year plays longer, so that each mark can be followed."""

ONLY_AN_ANCHOR_M = 100_000
"""An end that is known no better than this stands for a country, and the camera leaves it out."""


def years(
    head: Head,
    places: Sequence[Place],
    relocations: Sequence[Relocation],
    attacks: Sequence[Attack],
    context: Sequence[Context],
    checks: Sequence[Check],
) -> tuple[Year, ...]:
    """Return one `Year` for each year of the story."""
    span = head.first_year, head.last_year
    dated: list[tuple[str, str, Period]] = [
        *(("attack", attack.id, attack.date) for attack in attacks),
        *(("relocation", relocation.id, relocation.date) for relocation in relocations),
        *(("context", event.id, event.date) for event in context if not event.related),
    ]

    events = grouped_under(dated, lambda it: it[2].years(*span)[:1])
    struck = grouped_under(attacks, lambda it: it.date.years(*span)[:1])
    moved = grouped_under((it for it in relocations if it.drawn != "none"), lambda it: it.years)
    checked = grouped(checks, lambda it: it.year)

    def one(year: int) -> Year:
        begun, moving = struck.get(year, ()), moved.get(year, ())
        ongoing = [it for it in moving if it.kind == "movement" and it.years[0] < year]
        arcs = [it for it in moving if it.drawn != "thin"]
        seconds = FEWEST_SECONDS + SECONDS_PER_ARC * len(arcs) + SECONDS_PER_ATTACK * len(begun)
        return Year(
            year=year,
            events=in_date_order(events.get(year, ())),
            ongoing=in_date_order(("relocation", it.id, it.date) for it in ongoing),
            checks=tuple(check.id for check in checked.get(year, ())),
            attacks=sum(attack.counted for attack in begun),
            others=sum(not attack.counted for attack in begun),
            killed=killed([attack for attack in begun if attack.counted]),
            bounds=_frame(year, head, places, moving, begun),
            seconds=round(min(seconds, MOST_SECONDS), 1),
        )

    return tuple(one(year) for year in range(head.first_year, head.last_year + 1))


def in_date_order(events: Iterable[tuple[str, str, Period]]) -> tuple[Ref, ...]:
    """Return the refs of (kind, id, date) by the start of the date, then the narrower date, then the id."""

    def order(event: tuple[str, str, Period]) -> tuple[date, timedelta, str]:
        _, id_, period = event
        start = period.start or date.min
        return start, (period.end or date.max) - start, id_

    return tuple(f"{kind}:{id_}" for kind, id_, _ in sorted(events, key=order))


def story_estimate(attack: Attack, metric: str) -> Estimate | None:
    """Return the estimate for people of the story, None if nobody gives a figure."""
    return next((it for it in attack.estimates if it.metric == metric and it.group == "story"), None)


def killed(attacks: Sequence[Attack]) -> YearKilled | None:
    """Return the killed of these attacks added up, people of the story; None if there is no attack."""
    if not attacks:
        return None
    total = add_up(attacks, "killed")
    estimates = (story_estimate(attack, "killed") for attack in attacks)
    disputed = sum(it is not None and it.basis == "disputed" for it in estimates)
    return YearKilled(total.best, total.low, total.high, total.at_least, total.unknown - disputed, disputed)


def add_up(attacks: Sequence[Attack], metric: str) -> AttackSum:
    """Return the sums of best, low and high over the attacks that have a best, people of the story."""
    found = [story_estimate(attack, metric) for attack in attacks]
    known = [it for it in found if it and it.best is not None]
    return AttackSum(
        best=sum(it.best or 0 for it in known) if known else None,
        low=sum(it.low for it in known) if known else None,
        high=sum(it.high for it in known) if known else None,
        at_least=any(LOWER_BOUND & set(it.qualifier.split("; ")) for it in known),
        unknown=len(attacks) - len(known),
        attacks=tuple(attack.id for attack in attacks),
    )


def number_of(attacks: Sequence[Attack], named: Sequence[Attack]) -> AttackSum:
    """Return how many counted attacks there are at the places of those named, from the first to the last of them."""
    places = {attack.place for attack in named}
    first = min(attack.date.start or date.min for attack in named)
    last = max(attack.date.end or date.max for attack in named)
    found = tuple(
        attack.id
        for attack in attacks
        if attack.counted
        and attack.place in places
        and (attack.date.start or date.min) >= first
        and (attack.date.end or date.max) <= last
    )
    count = len(found)
    return AttackSum(best=count, low=count, high=count, at_least=False, unknown=0, attacks=found)


def _frame(
    year: int, head: Head, places: Sequence[Place], moving: Sequence[Relocation], begun: Sequence[Attack]
) -> tuple[float, float, float, float]:
    """The box around what is active; where nothing moves and nothing is known, around all that is open."""
    by_id = {place.id: place for place in places}

    def lived_in(*states: str) -> Iterator[Place]:
        for place in places:
            shown = in_year(place, year)
            # where nobody was counted any more there is nothing to see
            if shown and shown.state in states and shown.high != 0:
                yield place

    def active() -> Iterator[Place]:
        for relocation in moving:
            ends = (by_id[end] for end in (relocation.from_drawn, relocation.to_drawn) if end)
            yield from (end for end in ends if end.precision_m < ONLY_AN_ANCHOR_M)
        for attack in begun:
            yield by_id[by_id[attack.place].drawn_at or attack.place]
        yield from lived_in("known")

    lat, lon = head.default_view[:2]
    points: list[Point] = [(place.lon, place.lat) for place in [*active()] or [*lived_in("unknown")]]
    return bounds(points or [(lon, lat)])

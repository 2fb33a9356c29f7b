"""How many people lived at a place at the end of a year: from dated head counts to one figure or a range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ashraf_atlas.estimates import EXACT
from ashraf_atlas.places import Change, Count, Place, Presence


def presence(counts: Iterable[Count], *, opened: date | None, closed: date | None, year: int) -> Presence:
    """Return the presence (people) at a place at the end of `year`, see `presence_on`."""
    return presence_on(counts, opened=opened, closed=closed, day=date(year, 12, 31))


def presence_on(counts: Iterable[Count], *, opened: date | None, closed: date | None, day: date) -> Presence:
    """Return the presence (people) at a place on the evening of `day`.

    `opened` is the first day on which it may have been open (None: never), `closed` the last (None: not
    closed). The rule (design.md, section 3): of the counts of people present whose date is over by then
    the latest wins; of one date the UN, then those outside, then others; those that still disagree
    are a range. A count carries forward until the next one or the closure, never backward.
    """
    if opened is None or opened > day:
        return _without_count(day.year, "not_opened")
    if closed is not None and closed <= day:
        return _without_count(day.year, "closed")
    known = [count for count in counts if is_presence(count) and _end(count) <= day]
    if not known:
        return _without_count(day.year, "unknown")
    latest = max(map(_end, known))
    of_latest = [count for count in known if _end(count) == latest]
    rank = min(_rank(count) for count in of_latest)
    deciding = [count for count in of_latest if _rank(count) == rank]
    spans = [_span(count) for count in deciding]
    figures = {count.people if count.people is not None else _span(count) for count in deciding}
    return Presence(
        year=day.year,
        state="known",
        best=deciding[0].people if len(figures) == 1 else None,
        low=min(low for low, _ in spans),
        high=max(high for _, high in spans),
        qualifier="; ".join(dict.fromkeys(it.qualifier for it in deciding if it.qualifier not in EXACT)),
        date=max(deciding, key=_start).date,
        carried=latest < date(day.year, 1, 1),
        counts=tuple(count.id for count in deciding),
    )


def changes(counts: Sequence[Count], *, opened: date | None, closed: date | None) -> tuple[Change, ...]:
    """Return each day on which the presence at a place changes, with it as it then is, for playback."""
    days = {opened, closed, *(_end(count) for count in counts if is_presence(count))} - {None}
    return tuple(
        Change(day, presence_on(counts, opened=opened, closed=closed, day=day))
        for day in sorted(day for day in days if day is not None)
        if day != date.max
    )


def in_year(place: Place, year: int) -> Presence | None:
    """Return the presence at a place at the end of a year, None outside the story and where nobody ever lived."""
    # they stand year after year: a search through them in every year would take the square of the time
    index = year - place.presence[0].year if place.presence else -1
    return place.presence[index] if 0 <= index < len(place.presence) else None


def is_presence(count: Count) -> bool:
    """Return whether a head count says how many people were there, and may be relied on."""
    return count.status == "counted" and count.present and count.rank is not None


def _without_count(year: int, state: str) -> Presence:
    return Presence(year, state, None, None, None, "", None, False, ())


def _rank(count: Count) -> int:
    assert count.rank is not None  # is_presence
    return count.rank


def _end(count: Count) -> date:
    return count.date.end or date.max


def _start(count: Count) -> date:
    return count.date.start or date.min


def _span(count: Count) -> tuple[int, int]:
    given = [number for number in (count.low, count.people, count.high) if number is not None]
    return min(given), max(given)

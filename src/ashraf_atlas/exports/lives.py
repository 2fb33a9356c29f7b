"""When a place was there, as Linked Places Format says it: days at the earliest and at the latest, and how sure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ashraf_atlas.dates import Period, period
from ashraf_atlas.places import Place
from ashraf_atlas.story import Story

LENGTHS = {"day": 10, "month": 7, "year": 4}


def life(place: Place, story: Story, today: date) -> dict[str, Any]:
    """Return the time of a place.

    Where its opening or closure is not known, what happened there gives the latest start and the earliest end: it was
    there then, and maybe before or after. Where nothing did, it is there today (the day of this version of the facts).
    """
    closed = place.closed.end if place.closed else None
    there = list(_there(place, story, closed or today))
    span: dict[str, Any] = {"start": {"latest": min((by for by, _ in there), default=closed or today).isoformat()}}
    if place.opened and place.opened.start:
        span["start"] = _day(place.opened, last=False)
    if place.closed and closed:
        span["end"] = _day(place.closed, last=True)
    elif there:
        span["end"] = {"earliest": max(until for _, until in there).isoformat()}
    return {"timespans": [span], **_sure(*(it for it in (place.opened, place.closed) if it))}


def when(begin: Period, end: Period) -> dict[str, Any]:
    """Return the time from the start of one date to the end of another."""
    span = {}
    if begin.start:
        span["start"] = _day(begin, last=False)
    if end.end:
        span["end"] = _day(end, last=True)
    return {"timespans": [span], **_sure(begin, end)}


def _there(place: Place, story: Story, latest: date) -> Iterator[tuple[date, date]]:
    """By when and until when at least a place was there, for each thing that says so."""
    for period_ in (it.date for it in place.custody):
        yield period_.start or latest, min(period_.end or latest, latest)
    # of an event it is not known when in its period it happened
    for event in _events(place, story):
        yield min(event.end or latest, latest), event.start or date.min


def _events(place: Place, story: Story) -> Iterator[Period]:
    yield from (it.date for it in place.counts if it.place == place.id)
    yield from (it.date for it in story.attacks if it.place == place.id)
    yield from (it.date for it in story.context if it.place == place.id)
    for it in story.relocations:
        if place.id in (it.from_, it.to) and it.status != "set aside":
            yield it.date


def _day(when: Period, *, last: bool) -> dict[str, str]:
    """Return the start or the end of a date: `in` a year, month or day, or, where it is about, between two days."""
    part = period(when.edtf.split("/")[-1 if last else 0])
    assert part.start
    assert part.end
    if part.approximate or "X" in part.edtf or "-2" in part.edtf[4:6]:
        return {"earliest": part.start.isoformat(), "latest": part.end.isoformat()}
    return {"in": part.start.isoformat()[: LENGTHS[part.precision]]}


def _sure(*known: Period) -> dict[str, str]:
    return {"certainty": "less-certain"} if any(it.approximate for it in known) else {}

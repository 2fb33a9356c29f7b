"""When a place was there, as Linked Places Format says it: days at the earliest and at the latest, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ashraf_atlas.dates import Period, period
from ashraf_atlas.grouping import grouped_under
from ashraf_atlas.places import Place
from ashraf_atlas.story import Story

LENGTHS = {"day": 10, "month": 7, "year": 4}


def life(place: Place, happened: Sequence[Period], today: date) -> dict[str, Any]:
    """Return the time of a place; `happened` is when something happened there, see `dates_at`.

    Where its opening or closure is not known, what happened there gives the latest start and the earliest end: it was
    there then, and maybe before or after. Where nothing did, it is there today (the day of this version of the facts).
    """
    closed = place.closed.end if place.closed else None
    there = list(_there(place, happened, closed or today))
    span: dict[str, Any] = {"start": {"latest": min((by for by, _ in there), default=closed or today).isoformat()}}
    if place.opened and place.opened.start:
        span["start"] = _day(place.opened, last=False)
    if place.closed and closed:
        span["end"] = _day(place.closed, last=True)
    elif there:
        span["end"] = {"earliest": max(until for _, until in there).isoformat()}
    return {"timespans": [span], **_sure(*(it for it in (place.opened, place.closed) if it))}


def dates_at(story: Story) -> Mapping[str, Sequence[Period]]:
    """Return the id of a place → the dates of what happened there, and of who came and went; counts it has itself."""
    dated: list[tuple[tuple[str | None, ...], Period]] = [
        *(((it.place,), it.date) for it in story.attacks),
        *(((it.place,), it.date) for it in story.context),
        *(((it.from_, it.to), it.date) for it in story.relocations if it.status != "set aside"),
    ]
    by_place = grouped_under(dated, lambda one: one[0])
    return {place: [when for _, when in there] for place, there in by_place.items() if place}


def when(begin: Period, end: Period) -> dict[str, Any]:
    """Return the time from the start of one date to the end of another."""
    span = {}
    if begin.start:
        span["start"] = _day(begin, last=False)
    if end.end:
        span["end"] = _day(end, last=True)
    return {"timespans": [span], **_sure(begin, end)}


def _there(place: Place, happened: Sequence[Period], latest: date) -> Iterator[tuple[date, date]]:
    """By when and until when at least a place was there, for each thing that says so."""
    for period_ in (it.date for it in place.custody):
        yield period_.start or latest, min(period_.end or latest, latest)
    # of an event it is not known when in its period it happened
    for event in (*(it.date for it in place.counts if it.place == place.id), *happened):
        yield min(event.end or latest, latest), event.start or date.min


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

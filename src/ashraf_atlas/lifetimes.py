"""Dates against each other: the story's years, and the time between the opening and the closing of a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial

from ashraf_atlas.coded import Coded, Mask
from ashraf_atlas.dates import period
from ashraf_atlas.draft import Draft, Row
from ashraf_atlas.outside_life import ends_of, outside_life
from ashraf_atlas.problems import Problem
from ashraf_atlas.vocabularies import YES

SHOWN_IN_ITS_YEARS = ("attacks", "relocations", "custody")
"""Tables whose rows would never be shown if they lay outside the story's years."""

SHOWN_FROM_BEFORE = ("presence", "context")
"""Tables whose rows may also lie before them."""

OF_A_YEAR = ("checks", "steps")
"""Tables whose rows name a year."""

JOURNEY = timedelta(days=7)
"""Who travels for days leaves before the new place opens, and arrives after the old one has closed."""

AT_ONCE = timedelta(0)

MOST_YEARS = 1_000
"""Years of a story: the page works out, sends and draws every one."""

MOST_PLACE_YEARS = 100_000
"""Residences times years, for the same reason."""


def years(draft: Draft) -> Iterator[Problem]:
    """The story has years, and everything that is shown in one lies in them."""
    for story in draft.of("story"):
        first, last = story.whole("first_year"), story.whole("last_year")
        if first is None or last is None:
            return
        if first > last:
            sheet = draft.sheets["story"]
            row = Row(story.file, sheet.where("first_year"), story.cells)
            yield row.problem("first_year", f"after the last year, {last}", "let the story end after it starts")
            return
        if last - first >= MOST_YEARS:
            row = Row(story.file, draft.sheets["story"].where("last_year"), story.cells)
            what = f"a story of {last - first + 1} years from {first} on; each year is a stop of the slider"
            yield row.problem("last_year", what, f"let it be {MOST_YEARS} years at most")
            return
        residences = sum(place["role"] == "residence" for place in draft.of("places"))
        if residences * (last - first + 1) > MOST_PLACE_YEARS:
            row = Row(story.file, draft.sheets["story"].where("last_year"), story.cells)
            what = f"{last - first + 1} years of {residences} residences, each of which is shown in each year"
            yield row.problem("last_year", what, f"let places times years be {MOST_PLACE_YEARS} at most")
            return
        for table in (*SHOWN_IN_ITS_YEARS, *SHOWN_FROM_BEFORE):
            earliest = None if table in SHOWN_FROM_BEFORE else first
            for it in draft.where(table, "date", partial(_is_outside, earliest, last)):
                yield _outside(it, first, last)
        for table in OF_A_YEAR:
            for it in draft.where(table, "year", partial(_is_another_year, range(first, last + 1))):
                yield it.problem("year", f"outside the years of the story, {first} to {last}", "correct it")


def _is_outside(earliest: int | None, last: int, said: str) -> bool:
    if not said:
        return False
    date = period(said)
    too_late = date.start is not None and date.start.year > last
    return too_late or (earliest is not None and date.end is not None and date.end.year < earliest)


def _is_another_year(years: range, said: str) -> bool:
    return bool(said) and int(said) not in years


def _outside(row: Row, first: int, last: int) -> Problem:
    what = f"outside the years of the story, {first} to {last}"
    return row.problem("date", what, "correct it, or first_year or last_year in story.toml")


def openings(draft: Draft) -> Iterator[Problem]:
    """A place closes after it opens."""
    for place in draft.of("places"):
        opened, closed = place.period("opened"), place.period("closed")
        if opened and closed and opened.start and closed.end and opened.start > closed.end:
            yield place.problem("closed", f"closed before it opened ({opened.edtf})", "correct one of the two")


def lives(draft: Draft) -> Iterator[Problem]:
    """People are counted at a place, leave it and arrive there while it exists.

    Custody, context, totals, offers and what is set aside are exempt, and so is a count of nobody. A date known only to
    the month or the year has to reach into the life of the place; of an interval each end has to, at its own precision,
    give or take a journey.
    """
    places, kinds = draft.by_id("places"), draft.by_id("kinds")
    for row in draft.having("presence", lambda cell: outside_life(cell("date"), cell("place"), places)):
        somebody = "people" in row.cells and not (row["people"] == "0" and row["high"] in ("", "0"))
        measure = kinds.get(row["measure"])
        if row["status"] == "counted" and measure and measure["counts"] == YES and somebody:
            yield from _outlives(row, places.get(row["place"]), "counted")
    for row in draft.having("relocations", partial(_outside_a_life, places)):
        if row["status"] == "counted" and row["kind"] == "movement":
            travel = JOURNEY if (date := row.period()) and date.interval else AT_ONCE
            yield from _outlives(row, places.get(row["from"]), "left", after=travel)
            yield from _outlives(row, places.get(row["to"]), "reached", before=travel)


def _outside_a_life(places: Mapping[str, Row], cell: Callable[[str], Coded]) -> Mask:
    left, reached = (outside_life(cell("date"), cell(end), places) for end in ("from", "to"))
    return left | reached


def _outlives(
    row: Row, place: Row | None, verb: str, *, before: timedelta = AT_ONCE, after: timedelta = AT_ONCE
) -> Iterator[Problem]:
    date = row.period()
    if not date or not place:
        return
    opened, closed = place.period("opened"), place.period("closed")
    ends = ends_of(date)
    mend = f"correct it, or opened or closed of {place['id']} in places.geojson (feature {place.number})"
    if opened and opened.start and any(it.end and opened.start - it.end > before for it in ends):
        yield row.problem("date", f"{place['id']} is {verb} before it opened ({opened.edtf})", mend)
    if closed and closed.end and (date.end is None or any(it.start and it.start - closed.end > after for it in ends)):
        yield row.problem("date", f"{place['id']} is {verb} after it closed ({closed.edtf})", mend)


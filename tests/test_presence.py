"""How many people lived at a place at the end of a year: every residence of the story, and strange input."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.dates import period
from ashraf_atlas.load import load
from ashraf_atlas.places import Count, Presence
from ashraf_atlas.presence import presence
from ashraf_atlas.story import Story

GEODATA = Path(__file__).parents[1] / "geodata"


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(load(GEODATA))


def short(it: Presence) -> str:
    """The figure; "~" behind what is carried; "low-high" for a range; else the state."""
    if it.state != "known":
        return it.state
    figure = str(it.best) if it.best is not None else f"{it.low}-{it.high}"
    return f"{figure}~" if it.carried else figure


REAL: dict[str, dict[range | int, str]] = {
    "tehran": {range(1981, 2027): "closed"},
    "paris": {range(1981, 2027): "unknown"},
    "auvers_sur_oise": {range(1981, 2027): "unknown"},
    "libreville": {range(1981, 1987): "not_opened", 1987: "unknown", range(1988, 2027): "closed"},
    "baghdad": {range(1981, 1986): "not_opened", range(1986, 2003): "unknown", range(2003, 2027): "closed"},
    "camp_ashraf": {
        range(1981, 1986): "not_opened",
        range(1986, 2003): "unknown",
        2003: "4000",
        2004: "3500-4000",
        2005: "4000",  # of March; an encyclopaedia's exact 3,534 does not count
        2006: "4000~",
        2007: "4000~",
        2008: "3000",
        2009: "3400",
        2010: "3400~",
        2011: "3300-3400",  # two media in December; the UN's 3,400 is of April
        2012: "100",
        range(2013, 2027): "closed",
    },
    "camp_liberty": {
        range(1981, 2012): "not_opened",
        2012: "3112",
        2013: "3000",
        2014: "2800",  # of no day in 2014; the UN's 2,700 is of August
        2015: "2160",
        range(2016, 2027): "closed",
    },
    "camp_anzali": {range(1981, 2003): "not_opened", range(2003, 2027): "closed"},
    "camp_alavi": {range(1981, 2003): "not_opened", range(2003, 2027): "closed"},
    "camp_faezeh": {range(1981, 2003): "not_opened", range(2003, 2027): "closed"},
    "camp_homayoun": {range(1981, 2003): "not_opened", range(2003, 2027): "closed"},
    "camp_habib": {range(1981, 2003): "not_opened", range(2003, 2027): "closed"},
    "tirana": {
        range(1981, 2013): "not_opened",
        range(2013, 2015): "unknown",  # arrivals are counted, not who is there
        2015: "821",
        2016: "2745",
        2017: "2745~",
        range(2018, 2027): "closed",
    },
    "ashraf_3": {
        range(1981, 2017): "not_opened",
        2017: "unknown",
        2018: "2300",
        2019: "2500",  # of August; a medium's 3,000 is of July
        range(2020, 2023): "2500~",
        2023: "2500",  # of 30 June; 2,800 and 3,000 are of the week before
        2024: "2500~",
        2025: "2500",
        2026: "2500~",
    },
}


@pytest.mark.parametrize("place", REAL)
def test_real_place_in_each_year(story: Story, place: str) -> None:
    expected = {
        year: figure
        for years, figure in REAL[place].items()
        for year in (years if isinstance(years, range) else [years])
    }
    [found] = [it for it in story.places if it.id == place]
    assert {it.year: short(it) for it in found.presence} == expected


def test_only_residences_have_presence(story: Story) -> None:
    assert {place.id for place in story.places if place.presence} == set(REAL)


def test_ashraf_at_the_end_of_2012_rests_on_the_un_count_of_november(story: Story) -> None:
    it = at(story, "camp_ashraf", 2012)
    assert (it.counts, it.date, it.qualifier) == (("pop_ashraf_201211",), period("2012-11-29"), "about")


def test_ashraf_at_the_end_of_2011_is_a_range_of_two_counts(story: Story) -> None:
    it = at(story, "camp_ashraf", 2011)
    assert (it.counts, it.qualifier) == (("pop_ashraf_201112a", "pop_ashraf_201112b"), "about")


def test_tirana_at_the_end_of_2017_carries_a_count_of_the_holder_albania(story: Story) -> None:
    it = at(story, "tirana", 2017)
    assert (it.best, it.low, it.high, it.qualifier) == (2745, 2745, 2745, "")
    assert (it.date, it.carried, it.counts) == (period("2016-12-31"), True, ("pop_alb_2016b",))


def test_what_has_no_count_has_no_figures(story: Story) -> None:
    assert at(story, "paris", 1981) == Presence(1981, "unknown", None, None, None, "", None, False, ())


# strange input


def counted(people: int | None, when: str, **more: Any) -> Count:
    count = Count(
        id=f"{people}_{when}", place="p", date=period(when), people=people, low=None, high=None,
        qualifier="exact", measure="residents", present=True, description="", source_type="media", rank=1,
            status="counted",        reason="", note="", sources=("s",),
    )  # fmt: skip
    return replace(count, **more)


def of_2000(*counts: Count, opened: date | None = date(1990, 1, 1), closed: date | None = None) -> str:
    return short(presence(counts, opened=opened, closed=closed, year=2000))


def test_a_place_that_was_never_opened() -> None:
    assert of_2000(counted(5, "2000"), opened=None) == "not_opened"


def test_opened_on_the_last_day_of_the_year() -> None:
    assert of_2000(opened=date(2000, 12, 31)) == "unknown"
    assert of_2000(opened=date(2001, 1, 1)) == "not_opened"


def test_closed_on_the_last_day_of_the_year() -> None:
    assert of_2000(counted(5, "1999"), closed=date(2000, 12, 31)) == "closed"
    assert of_2000(counted(5, "1999"), closed=date(2001, 1, 1)) == "5~"


def test_a_count_is_never_carried_backward() -> None:
    assert of_2000(counted(5, "2001")) == "unknown"
    assert of_2000(counted(5, "2000/2001")) == "unknown"


def test_a_count_whose_end_is_open_is_not_over() -> None:
    assert of_2000(counted(5, "1999/..")) == "unknown"


def test_a_period_that_reaches_into_the_year_is_not_carried() -> None:
    assert of_2000(counted(5, "1995/2000-01")) == "5"
    assert of_2000(counted(5, "1995/1999")) == "5~"


@pytest.mark.parametrize(
    "left_out",
    [{"present": False}, {"status": "set aside"}, {"rank": None}],
    ids=["arrivals", "set aside", "encyclopaedia"],
)
def test_what_does_not_count(left_out: dict[str, str]) -> None:
    assert of_2000(counted(5, "1998"), counted(9, "2000", **left_out)) == "5~"


def test_of_one_date_the_un_then_those_outside_then_others() -> None:
    un, medium, side = (
        counted(people, "2000", rank=rank) for people, rank in ((1, 0), (2, 1), (3, 2))
    )
    assert of_2000(side, medium, un) == "1"
    assert of_2000(side, medium) == "2"
    assert of_2000(side) == "3"


def test_a_later_date_goes_before_the_un() -> None:
    assert of_2000(counted(1, "2000-05", rank=0), counted(3, "2000-06")) == "3"


def test_equals_that_agree_are_one_figure() -> None:
    assert of_2000(counted(5, "2000"), counted(5, "2000-12-31", source_type="ngo")) == "5"


def test_equals_that_disagree_are_a_range() -> None:
    assert of_2000(counted(5, "2000"), counted(7, "2000")) == "5-7"
    assert of_2000(counted(5, "2000"), counted(None, "2000", low=4, high=6)) == "4-6"


def test_a_count_of_nobody_is_known() -> None:
    assert of_2000(counted(0, "2000")) == "0"


def at(story: Story, place: str, year: int) -> Presence:
    [found] = [it for it in story.places if it.id == place]
    [it] = [it for it in found.presence if it.year == year]
    return it


def test_playback_shows_each_count_of_ashraf_in_2012_from_its_day_on(story: Story) -> None:
    ashraf = next(place for place in story.places if place.id == "camp_ashraf")
    shown = {it.day.isoformat(): it.presence.best for it in ashraf.changes if it.day.year == 2012}
    assert shown == {
        "2012-02-17": 3280, "2012-03-20": 2000, "2012-07-24": 1200, "2012-08-01": 1300, "2012-09-30": 800,
        "2012-10-31": 100, "2012-11-29": 100,
    }  # fmt: skip


def test_a_place_changes_when_it_opens_and_when_it_closes(story: Story) -> None:
    liberty = next(place for place in story.places if place.id == "camp_liberty")
    assert (liberty.changes[0].day.isoformat(), liberty.changes[0].presence.best) == ("2012-02-18", 397)
    assert [it.presence.state for it in liberty.changes][-1] == "closed"

"""What is drawn of each relocation: every real one, and strange input."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.dates import period
from ashraf_atlas.load import load
from ashraf_atlas.places import Place
from ashraf_atlas.relocations import settle
from ashraf_atlas.story import Relocation, Story

GEODATA = Path(__file__).parents[1] / "geodata"


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(load(GEODATA))


REAL = {
    "arc": """
        rel_1981_flight rel_1981_auvers rel_1986_members rel_1986_rajavi rel_1986_ashraf rel_1987_gabon
        rel_1988_return rel_1988_spain rel_2003_camp_anzali rel_2003_camp_alavi rel_2003_camp_faezeh
        rel_2003_camp_homayoun rel_2003_camp_habib rel_2012_convoy_1 rel_2012_convoy_2 rel_2012_convoy_3
        rel_2012_convoy_4 rel_2012_convoy_5 rel_2012_convoy_6 rel_2012_convoy_7 rel_2012_convoy_8
        rel_2013_last42 rel_2013_alb rel_2014_alb rel_2015_alb rel_2016_alb
    """,
    "part": "rel_2013_alb_1 rel_2013_alb_2 rel_2013_alb_3 rel_2013_alb_9 rel_2014_alb_nov rel_2016_last",
    "thin": """
        rel_2013_2016_germany rel_2013_2016_norway rel_2013_2016_italy rel_2013_2016_finland
        rel_2013_2016_united_kingdom rel_2017_ashraf3
    """,
    "none": "rel_2013_2015_alb rel_2013_2016_alb rel_all_out rel_offer_germany",
}


@pytest.mark.parametrize("drawn", REAL)
def test_real_relocations_drawn_as(story: Story, drawn: str) -> None:
    assert {it.id for it in story.relocations if it.drawn == drawn} == set(REAL[drawn].split())


def test_2016_shows_the_total_of_1942_to_albania_with_the_last_group_as_its_part(story: Story) -> None:
    total, last = relocation(story, "rel_2016_alb"), relocation(story, "rel_2016_last")
    assert (total.people, total.to, total.to_drawn, total.years) == (1942, "albania", "tirana", (2016,))
    assert (total.parts, last.part_of, last.people) == (("rel_2016_last",), "rel_2016_alb", 280)
    assert total.path == last.path


def test_a_movement_over_years_runs_through_each_of_them(story: Story) -> None:
    assert relocation(story, "rel_2013_2016_norway").years == (2013, 2014, 2015, 2016)
    assert relocation(story, "rel_2017_ashraf3").years == (2017, 2018)


def test_gabon_lies_at_the_end_of_the_arc_of_1987(story: Story) -> None:
    path = relocation(story, "rel_1987_gabon").path
    assert (path[0], path[-1]) == ((2.3522, 48.8566), (9.4673, 0.4162))


def test_what_is_not_drawn_has_no_path(story: Story) -> None:
    assert all(bool(it.path) == (it.drawn != "none") for it in story.relocations)


def test_a_total_without_a_destination_is_not_drawn(story: Story) -> None:
    everyone = relocation(story, "rel_all_out")
    assert (everyone.to, everyone.to_drawn, everyone.from_drawn) == (None, None, "camp_liberty")


# strange input


def moved(id_: str = "r", when: str = "2000", kind: str = "movement", **more: Any) -> Relocation:
    date = period(when)
    made = Relocation(
        id=id_, kind=kind, from_="a", to="b", from_drawn="a", to_drawn="b", date=date,
        years=tuple(date.years(1990, 2010)), drawn="none", part_of=None, parts=(), people=None, low=None,
        high=None, qualifier="", title="", description="", disputed="", status="counted", reason="",
        sources=("s",), path=(),
    )  # fmt: skip
    return replace(made, **more)


def place(id_: str, lon: float) -> Place:
    return Place(
        id=id_, name="", names=(), other_names=(), kind="", role="residence", country="", admin_area="",
        lon=lon, lat=0.0, precision_m=0, opened=None, closed=None, drawn_at=None, area_km2=None, area_note="",
        position_note="", note="", sources=(), counts=(), presence=(), changes=(), custody=(), events=(),
    )  # fmt: skip


PLACES = {"a": place("a", 0), "b": place("b", 1)}


def drawn(*relocations: Relocation) -> list[str]:
    return [it.drawn for it in settle(relocations, PLACES)]


def test_no_relocation() -> None:
    assert settle([], PLACES) == ()


def test_set_aside_is_not_drawn() -> None:
    assert drawn(moved(status="set aside", reason="a slip")) == ["none"]


def test_both_ends_at_one_point_is_not_drawn() -> None:
    assert drawn(moved(to="c", to_drawn="a")) == ["none"]


def test_outside_the_years_of_the_story_is_not_drawn() -> None:
    assert drawn(moved(when="1980"), moved(when="1980", kind="total")) == ["none", "none"]


def test_a_movement_that_only_one_year_of_the_story_sees_is_an_arc() -> None:
    assert drawn(moved(when="1985/1990")) == ["arc"]


def test_open_ends_run_to_the_ends_of_the_story() -> None:
    assert drawn(moved(when="2009/.."), moved(when="../1990")) == ["thin", "arc"]


def test_only_movements_within_the_dates_and_ends_of_a_total_are_its_parts() -> None:
    total = moved("t", "2000-03/2000-06", "total")
    within, before, back = (
        moved("m", "2000-04"),
        moved("n", "2000-02/2000-04"),
        moved("o", "2000-04", from_="b", to="a", from_drawn="b", to_drawn="a"),
    )
    settled = settle([within, before, back, total], PLACES)
    assert [it.drawn for it in settled] == ["part", "arc", "arc", "arc"]
    assert [it.part_of for it in settled] == ["t", None, None, None]
    assert settled[-1].parts == ("m",)


def test_of_totals_within_each_other_the_narrower_has_the_part() -> None:
    wide, narrow = moved("w", "2000", "total"), moved("n", "2000-03", "total")
    assert settle([moved("m", "2000-03-05"), wide, narrow], PLACES)[0].part_of == "n"


def test_a_total_that_is_not_drawn_has_no_parts() -> None:
    over_years = moved("t", "2000/2001", "total")
    set_aside = moved("s", "2000", "total", status="set aside", reason="a slip")
    assert [it.parts for it in settle([moved("m"), over_years, set_aside], PLACES)] == [(), (), ()]


def relocation(story: Story, id_: str) -> Relocation:
    [found] = [it for it in story.relocations if it.id == id_]
    return found

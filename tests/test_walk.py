"""The stops of the walk: in order, each in a year that shows what it selects."""

from __future__ import annotations

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from tests.conftest import Copy


def test_stops_come_in_their_order_whatever_that_of_the_rows(choir: Copy) -> None:
    choir.set("steps.csv", "step_mill", "order", "99")
    story = build_story(load(choir.folder))
    assert [it.id for it in story.steps] == ["step_foam", "step_boats", "step_search", "step_mill"]
    assert story.steps[0].view == (47.6, 9.4, 8.5)
    assert story.steps[1].view is None
    assert story.steps[3].select is None


def test_a_story_needs_no_walk(choir: Copy) -> None:
    choir.write("steps.csv", choir.text("steps.csv").split("\n")[0] + "\n")
    assert build_story(load(choir.folder)).steps == ()


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        ("order", "20", 'order: the place of step_foam: "20": give each stop a number of its own'),
        ("year", "1993", "year: relocation:rel_first_boat is shown in 1992"),
        ("year", "2092", "year: outside the years of the story, 1990 to 1995"),
        ("select", "relocation:rel_frist_boat", "did you mean rel_first_boat?"),
        ("select", "source:s_gazette", "select: nothing can be named so here"),
        ("view", "47;9", 'view: not a view of the map: "47;9": write latitude;longitude;zoom, or leave it empty'),
        ("view", "97;9;3", "view: not a view of the map"),
        ("seconds", "0", "seconds: no time to stand"),
        ("seconds", "soon", "seconds: "),
        ("text", "", "text: nothing is given: give what the audience reads"),
        ("sources", "", "sources: nothing is given"),
    ],
)
def test_a_wrong_stop_is_one_line(choir: Copy, column: str, cell: str, problem: str) -> None:
    line = choir.set("steps.csv", "step_boats", column, cell)
    told = choir.problems()
    assert len(told) == 1, told
    assert told[0].startswith(f"steps.csv:{line}:{column}: ")
    assert problem in told[0]


def test_a_movement_over_several_years_may_be_shown_in_any_of_them(choir: Copy) -> None:
    choir.set("steps.csv", "step_boats", "select", "relocation:rel_soloists")
    choir.set("steps.csv", "step_boats", "year", "1994")
    assert choir.problems() == []
    choir.set("steps.csv", "step_boats", "year", "1995")
    assert "is shown in 1993 to 1994" in choir.problems()[0]

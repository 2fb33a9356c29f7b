"""What happens in each year of the real story, and in invented ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.dates import period
from ashraf_atlas.load import load
from ashraf_atlas.story import AttackSum, Story, Year, YearKilled
from ashraf_atlas.years import add_up, in_date_order, killed

GEODATA = Path(__file__).parents[1] / "geodata"

AUVERS, PARIS, LIBREVILLE = (2.1744, 49.0714), (2.3522, 48.8566), (9.4673, 0.4162)
ASHRAF, LIBERTY, BAGHDAD = (44.5667, 34.0667), (44.2465778, 33.3002611), (44.3661, 33.3152)
TIRANA, ASHRAF_3, TEHRAN = (19.8187, 41.3275), (19.576241, 41.429614), (51.389, 35.6892)


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(load(GEODATA))


def test_there_is_one_for_each_year(story: Story) -> None:
    assert [it.year for it in story.years] == list(range(1981, 2027))


def test_1986_happens_in_date_order(story: Story) -> None:
    assert of(story, 1986).events == (
        "relocation:rel_1986_ashraf",  # known to the year
        "relocation:rel_1986_members",
        "attack:pol_1986_06",  # on the same day, by id
        "relocation:rel_1986_rajavi",
        "context:ctx_1986_06_15",
    )


def test_context_that_points_at_a_relocation_is_not_told_twice(story: Story) -> None:
    events = {ref for year in story.years for ref in year.events}
    assert "context:ctx_2013_09_11" not in events
    assert "relocation:rel_2013_last42" in events


def test_every_attack_relocation_and_context_is_told_once(story: Story) -> None:
    told = [ref for year in story.years for ref in year.events] + list(story.before)
    assert len(told) == len(set(told))
    assert set(told) == {
        *(f"attack:{it.id}" for it in story.attacks),
        *(f"relocation:{it.id}" for it in story.relocations),
        *(f"context:{it.id}" for it in story.context if not it.related),
    }


def test_before_the_story_the_group_was_founded(story: Story) -> None:
    assert story.before == ("context:ctx_1965", "context:ctx_1970s", "context:ctx_1979_02")


def test_movements_to_five_countries_go_on_from_2014_to_2016(story: Story) -> None:
    countries = tuple(
        f"relocation:rel_2013_2016_{it}" for it in ("finland", "germany", "italy", "norway", "united_kingdom")
    )
    assert of(story, 2013).events[:5] == countries
    assert [of(story, year).ongoing for year in range(2013, 2018)] == [(), *[countries] * 3, ()]


def test_checks_stand_in_their_year(story: Story) -> None:
    assert of(story, 2016).checks == ("check_17", "check_18", "check_19", "check_20")
    assert of(story, 1982).checks == ()


@pytest.mark.parametrize(
    ("year", "attacks", "others", "expected"),
    [
        (1982, 0, 0, None),
        (1986, 0, 1, None),  # a police operation
        (1993, 1, 0, YearKilled(0, 0, 0, at_least=False, unknown=0, disputed=0)),
        (
            1999,
            2,
            0,
            YearKilled(6, 6, 6, at_least=False, unknown=1, disputed=0),
        ),  # nobody counts members on 10 June
        (2003, 2, 1, YearKilled(35, 35, 35, at_least=True, unknown=0, disputed=0)),
        (2009, 1, 0, YearKilled(11, 7, 11, at_least=False, unknown=0, disputed=0)),
        (2011, 2, 1, YearKilled(34, 12, 36, at_least=False, unknown=0, disputed=0)),
        (2013, 5, 0, YearKilled(66, 55, 67, at_least=False, unknown=0, disputed=0)),
        (2015, 1, 0, YearKilled(24, 20, 24, at_least=False, unknown=0, disputed=0)),
        (2016, 1, 0, YearKilled(0, 0, 0, at_least=False, unknown=0, disputed=0)),
        (2023, 0, 1, None),  # a police operation; its one death is disputed
    ],
)
def test_attacks_and_killed_of(story: Story, year: int, attacks: int, others: int, expected: YearKilled | None) -> None:
    it = of(story, year)
    assert (it.attacks, it.others, it.killed) == (attacks, others, expected)


def test_a_disputed_figure_is_counted_as_disputed_and_not_summed(story: Story) -> None:
    operation = [it for it in story.attacks if it.id == "atk_2023_06_20"]
    assert killed(operation) == YearKilled(None, None, None, at_least=False, unknown=0, disputed=1)


def test_no_attack_has_no_sum() -> None:
    assert killed([]) is None
    assert add_up([], "killed") == AttackSum(None, None, None, at_least=False, unknown=0, attacks=())


@pytest.mark.parametrize(
    ("year", "points"),
    [
        (1981, [TEHRAN, PARIS, AUVERS]),
        (1983, [PARIS, AUVERS]),  # nothing moves, nothing is known: all that is open
        (1986, [AUVERS, BAGHDAD, ASHRAF]),
        (1987, [PARIS, LIBREVILLE]),
        (1988, [PARIS, LIBREVILLE]),  # and not Madrid, which stands for Spain
        (1993, [ASHRAF]),
        (1995, [PARIS, AUVERS, BAGHDAD, ASHRAF]),
        (2009, [ASHRAF]),
        (2012, [ASHRAF, LIBERTY]),
        (2014, [LIBERTY, TIRANA]),  # and not the capitals at the ends of thin lines
        (2015, [LIBERTY, TIRANA]),
        (2016, [LIBERTY, TIRANA]),
        (2018, [TIRANA, ASHRAF_3]),
        (2026, [ASHRAF_3]),
    ],
)
def test_camera_frames(story: Story, year: int, points: list[tuple[float, float]]) -> None:
    lons, lats = zip(*points, strict=True)
    assert of(story, year).bounds == (min(lons), min(lats), max(lons), max(lats))


@pytest.mark.parametrize(
    ("year", "seconds"),
    [
        (1984, 2.0),  # nothing
        (1987, 2.5),  # an arc
        (2009, 2.6),  # an attack
        (2012, 6.6),  # eight arcs and an attack
        (2013, 7.0),  # more than fits
        (2014, 3.0),  # an arc and its part; thin lines need no time
        (2015, 3.1),  # an arc and an attack
        (2016, 3.6),  # an arc, its part and an attack
    ],
)
def test_seconds(story: Story, year: int, seconds: float) -> None:
    assert of(story, year).seconds == seconds


def test_every_year_plays_from_2_to_7_seconds(story: Story) -> None:
    assert {2.0 <= it.seconds <= 7.0 for it in story.years} == {True}


def test_in_date_order_the_narrower_date_comes_first_and_then_the_id() -> None:
    dated = [
        ("context", "year", period("2000")),
        ("context", "open", period("2000/..")),
        ("context", "b", period("2000-01-01")),
        ("attack", "a", period("2000-01-01")),
        ("context", "until", period("../2003")),
        ("context", "month", period("2000-01")),
    ]
    assert in_date_order(dated) == (
        "context:until", "attack:a", "context:b", "context:month", "context:year", "context:open",
    )  # fmt: skip


def of(story: Story, year: int) -> Year:
    return story.years[year - story.head.first_year]

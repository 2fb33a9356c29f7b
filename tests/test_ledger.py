"""The ledger: flows held against stocks. Figures of the real story are worked out by hand; the rest is invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.balances import Balance
from ashraf_atlas.build_story import build_story
from ashraf_atlas.dates import period
from ashraf_atlas.ledger import ledger
from ashraf_atlas.load import load
from ashraf_atlas.story import Relocation, Story

GEODATA = Path(__file__).parents[1] / "geodata"
TINY = Path(__file__).parent / "data" / "tiny"


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(load(GEODATA))


@pytest.fixture(scope="module")
def tiny() -> Story:
    return build_story(load(TINY))


def balance(story: Story, place: str, year: int | None) -> Balance:
    return next(it for it in story.ledger if (it.place, it.year) == (place, year))


def figures(it: Balance) -> dict[str, list[int | None]]:
    return {name: [flow.best for flow in getattr(it, name)] for name in ("arrived", "left", "killed", "missing")}


def again(story: Story, *relocations: Relocation) -> tuple[Balance, ...]:
    """The ledger of a story with these relocations instead of its own."""
    return ledger(story.places, relocations, story.attacks, range(story.head.first_year, story.head.last_year + 1))


def moved(story: Story, id_: str, **changes: Any) -> Relocation:
    return replace(next(it for it in story.relocations if it.id == id_), **changes)


def test_the_last_hundred_of_camp_ashraf(story: Story) -> None:
    it = balance(story, "camp_ashraf", 2013)
    assert (it.opening.best, it.closing.best, it.closing.state) == (100, 0, "nobody")
    assert figures(it) == {"arrived": [], "left": [42], "killed": [52], "missing": [7]}
    assert it.unaccounted is not None
    assert it.unaccounted.best == 0 - (100 - 42 - 52 - 7)
    assert (it.unaccounted.low, it.unaccounted.high) == (1, 1 + 1)  # killed: 52 to 53
    assert it.approximate


def test_camp_liberty_in_all_from_its_opening_to_its_closing(story: Story) -> None:
    it = balance(story, "camp_liberty", None)
    best = sum(flow.best or 0 for flow in it.arrived)
    gone = sum(flow.best or 0 for name in (it.left, it.killed) for flow in name)
    assert [flow.ref for flow in it.left] == ["relocation:rel_2013_2016_alb"]  # the total that holds the others
    assert it.unaccounted is not None
    assert it.unaccounted.best == gone - best
    assert len(it.unknown) == 5


def test_of_a_total_and_its_parts_only_the_total_counts(story: Story) -> None:
    it = balance(story, "camp_liberty", 2016)
    assert [flow.ref for flow in it.left] == ["relocation:rel_2016_alb"]


def test_a_total_that_runs_across_a_count_is_named_and_not_summed(story: Story) -> None:
    it = balance(story, "camp_liberty", 2015)
    assert "relocation:rel_2013_2015_alb" in it.undivided
    assert it.left == ()


def test_a_movement_without_a_number_is_named_and_not_summed(story: Story) -> None:
    it = balance(story, "camp_liberty", 2013)
    assert it.unknown == ("relocation:rel_2013_alb_9",)
    assert [flow.best for flow in it.left] == [14, 30, 27]


def test_without_an_earlier_count_nothing_is_unaccounted_for(story: Story) -> None:
    it = balance(story, "camp_anzali", 2003)
    assert (it.opening.state, it.unaccounted) == ("unknown", None)


def test_a_year_without_a_count_lists_its_flows_alone(story: Story) -> None:
    it = balance(story, "paris", 1987)
    assert (it.counted, it.unaccounted, [flow.ref for flow in it.left]) == (False, None, ["relocation:rel_1987_gabon"])


def test_an_offer_and_a_total_to_several_places_move_nobody(story: Story) -> None:
    named = {flow.ref for it in story.ledger for flow in (*it.arrived, *it.left)}
    named |= {ref for it in story.ledger for ref in (*it.unknown, *it.undivided, *it.after)}
    assert not named & {"relocation:rel_offer_germany", "relocation:rel_all_out"}


def test_every_flow_counts_in_one_balance_of_a_place_at_most(story: Story) -> None:
    for place in {it.place for it in story.ledger}:
        years = [it for it in story.ledger if it.place == place and it.year is not None and it.counted]
        for name in ("arrived", "left", "killed", "missing"):
            refs = [flow.ref for it in years for flow in getattr(it, name)]
            assert len(refs) == len({*refs}), (place, name)


def test_nothing_is_invented(story: Story) -> None:
    """Every figure of a flow is that of its relocation or of its attack's estimate."""
    people = {f"relocation:{it.id}": it.people for it in story.relocations}
    killed = {
        f"attack:{it.id}": {estimate.best for estimate in it.estimates if estimate.group == "story"}
        for it in story.attacks
    }
    for it in story.ledger:
        for flow in (*it.arrived, *it.left):
            assert flow.best == people[flow.ref]
        for flow in (*it.killed, *it.missing):
            assert flow.best in killed[flow.ref]


def test_an_exact_move_adds_up(tiny: Story) -> None:
    it = balance(tiny, "boathouse", 1992)
    assert it.unaccounted is not None
    assert (it.unaccounted.best, it.approximate) == (0, False)


def test_what_the_sources_leave_open_is_said(tiny: Story) -> None:
    it = balance(tiny, "boathouse", 1993)
    assert it.unaccounted is not None
    assert it.unaccounted.best == 35 - 40
    assert it.undivided == ("relocation:rel_soloists",)


def test_a_range_is_carried_through(tiny: Story) -> None:
    it = balance(tiny, "old_mill", 1992)
    assert it.unaccounted is not None
    assert (it.unaccounted.best, it.unaccounted.low, it.unaccounted.high) == (None, 0 - (42 - 40), 0 - (36 - 40))


def test_of_two_totals_of_the_same_dates_one_counts(tiny: Story) -> None:
    total = moved(tiny, "rel_1992")
    made = again(tiny, total, replace(total, id="rel_1992_again"))
    arrived = next(it for it in made if (it.place, it.year) == ("boathouse", 1992)).arrived
    assert [flow.ref for flow in arrived] == ["relocation:rel_1992"]


def test_a_movement_after_the_years_last_count_stands_with_the_next(tiny: Story) -> None:
    late = moved(tiny, "rel_1992", id="late", kind="movement", date=period("1990-11"), years=(1990,))
    made = again(tiny, late)
    first = next(it for it in made if (it.place, it.year) == ("old_mill", 1990))
    second = next(it for it in made if (it.place, it.year) == ("old_mill", 1991))
    assert (first.after, first.left) == (("relocation:late",), ())
    assert [flow.ref for flow in second.left] == ["relocation:late"]


def test_an_attack_after_the_years_last_count_stands_with_the_next(story: Story) -> None:
    attacks = [
        replace(it, date=period("2012-12-31")) if it.id == "atk_2013_02_09" else it for it in story.attacks
    ]
    made = ledger(story.places, story.relocations, attacks, range(1981, 2027))
    year, following = (next(it for it in made if (it.place, it.year) == ("camp_liberty", at)) for at in (2012, 2013))
    assert (year.after, year.killed) == (("attack:atk_2013_02_09",), ())
    assert "attack:atk_2013_02_09" in [flow.ref for flow in following.killed]


def test_what_is_set_aside_moves_nobody(tiny: Story) -> None:
    made = again(tiny, moved(tiny, "rel_1992", status="set aside"))
    assert all(not it.arrived for it in made)

"""The story that is built of the real tables: joined, ordered, summed, and resting on its sources."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.dates import Period, period
from ashraf_atlas.load import Tables, load
from ashraf_atlas.places import Place
from ashraf_atlas.story import Source, Story

GEODATA = Path(__file__).parents[1] / "geodata"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load(GEODATA)


@pytest.fixture(scope="module")
def story(tables: Tables) -> Story:
    return build_story(tables)


def test_nothing_of_the_tables_is_lost(story: Story, tables: Tables) -> None:
    built = {
        "places": story.places,
        "presence": {count.id for place in story.places for count in place.counts},
        "custody": [custody for place in story.places for custody in place.custody],
        "relocations": story.relocations,
        "attacks": story.attacks,
        "accounts": [account for attack in story.attacks for account in attack.accounts],
        "speakers": story.speakers,
        "claims": [*story.totals, *(claim for attack in story.attacks for claim in attack.claims)],
        "context": story.context,
        "controversies": story.controversies,
        "checks": story.checks,
        "sources": story.sources,
    }
    assert {name: len(records) for name, records in built.items()} == {name: len(tables[name]) for name in built}


def test_the_story_runs_from_1981_to_2026(story: Story) -> None:
    head = story.head
    assert (head.id, head.first_year, head.last_year, head.language) == ("ashraf", 1981, 2026, "en")
    assert head.default_view == (39.0, 27.0, 3.3)


def test_camp_ashraf_has_its_names_and_its_life(story: Story) -> None:
    camp = place(story, "camp_ashraf")
    names = dict(camp.names)
    assert (names["fa"], names["ar"], "sq" in names) == ("قرارگاه اشرف", "معسكر أشرف", True)
    assert (camp.lon, camp.lat, camp.precision_m, camp.area_km2) == (44.5667, 34.0667, 2000, 36)
    assert (camp.opened, camp.closed) == (period("1986"), period("2013-09-11"))


def test_names_that_are_not_given_are_not_there(tiny: Path) -> None:
    spoken = [{language for language, _ in it.names} for it in build_story(load(tiny)).places]
    assert all(name for it in build_story(load(tiny)).places for _, name in it.names)
    assert {"de", "fr"} in spoken
    assert any(it < {"de", "fr"} for it in spoken), "some have fewer"


def test_counts_of_a_holder_stand_where_it_is_drawn(story: Story) -> None:
    assert [count.id for count in place(story, "tirana").counts] == [
        "pop_alb_201305", "pop_alb_201305b", "pop_alb_201306", "pop_alb_201309", "pop_alb_201403",
        "pop_alb_2015", "pop_alb_2015b", "pop_alb_2016a", "pop_alb_2016b", "pop_alb_2017", "pop_alb_2019x",
    ]  # fmt: skip
    assert {count.place for count in place(story, "tirana").counts} == {"albania", "tirana"}


def test_counts_are_oldest_first(story: Story) -> None:
    for it in story.places:
        ends = [count.date.end for count in it.counts if count.date.end]
        assert ends == sorted(ends)


def test_custody_of_camp_ashraf_by_its_start(story: Story) -> None:
    assert [custody.id for custody in place(story, "camp_ashraf").custody] == [
        "cus_ashraf_saddam", "cus_ashraf_us", "cus_ashraf_transition", "cus_ashraf_iraq", "cus_ashraf_isis",
        "cus_ashraf_badr",
    ]  # fmt: skip


def test_custody_order_is_of_first_appearance(story: Story) -> None:
    assert story.custody_order == (
        "France", "Iraq under Saddam Hussein", "United States forces", "Government of Iraq", "ISIS",
        "Badr Organization / PMF", "Albania",
    )  # fmt: skip


def test_what_happened_at_ashraf_3(story: Story) -> None:
    assert place(story, "ashraf_3").events == (
        "context:ctx_2017_10_16",
        "relocation:rel_2017_ashraf3",
        "context:ctx_2019_07_13",
        "attack:atk_2023_06_20",  # its context row only points at it
        "context:ctx_2023_06_30",
        "context:ctx_2025",
    )


def test_what_happened_in_albania_stands_at_tirana_too(story: Story) -> None:
    assert {"relocation:rel_2016_alb", "context:ctx_2013_03_19"} <= set(place(story, "tirana").events)


def test_police_operations_and_the_crowd_clash_are_not_counted_as_attacks(story: Story) -> None:
    assert {it.id for it in story.attacks if not it.counted} == {
        "pol_1986_06", "pol_2003_06_17", "atk_2011_01_07", "atk_2023_06_20",
    }  # fmt: skip


def test_attack_has_what_each_party_says_of_it(story: Story) -> None:
    [attack] = [it for it in story.attacks if it.id == "atk_2013_09_01"]
    assert {account.kind for account in attack.accounts} == {"allegation", "denial", "inquiry"}
    assert attack.stakeholders == ("pmoi", "iraq", "iran", "kataib_hezbollah", "asaib_ahl_al_haq")


@pytest.mark.parametrize(
    ("check", "claimed", "expected"),
    [
        ("check_09", 47, (45, 19, 47, False, 0)),  # 11 and 34
        ("check_11", 1000, (570, 270, 850, True, 0)),  # 500 and more than 70 wounded
        ("check_15", None, (7, 7, 7, False, 0)),  # attacks, counted
        ("check_16", 52, (52, 52, 53, False, 0)),
        ("check_17", 141, (135, 94, 138, False, 0)),
        ("check_18", 1300, (939, 548, 1341, True, 2)),  # of two attacks nobody counts the wounded
        ("check_32", None, (2, 2, 2, False, 0)),  # attacks, counted
    ],
)
def test_sum_beside_a_check(
    story: Story, check: str, claimed: int | None, expected: tuple[int, int, int, bool, int]
) -> None:
    [it] = [it for it in story.checks if it.id == check]
    assert it.sum
    assert (it.sum.best, it.sum.low, it.sum.high, it.sum.at_least, it.sum.unknown) == expected
    assert (it.claim.value if it.claim else None) == claimed


def test_only_checks_of_figures_have_a_sum(story: Story) -> None:
    assert sum(it.sum is not None for it in story.checks) == 7


def test_totals_are_kept_apart_from_attacks(story: Story) -> None:
    assert [it.id for it in story.totals] == [f"clm_total_{number:02}" for number in range(1, 14)]
    assert {it.standing for it in story.totals} == {""}


def test_what_rests_on_the_first_unhcr_report_of_2016(story: Story) -> None:
    assert source(story, "s_unhcr_report_2016").rests == (
        "place:tirana",
        "place:albania",
        "presence:pop_alb_2016a",
        "presence:pop_alb_2016b",
        "custody:cus_tirana",
        "relocation:rel_2016_alb",
        "relocation:rel_2013_2016_alb",
        "context:ctx_2016_alb1900",
        "check:check_20",
        "step:step_2016_albania",
    )


def test_every_kind_of_fact_rests_on_a_source(story: Story) -> None:
    kinds = {ref.partition(":")[0] for it in story.sources for ref in it.rests}
    assert kinds == {
        "place", "presence", "custody", "relocation", "attack", "account", "claim", "context", "controversy",
        "check", "step", "speaker", "correction",
    }  # fmt: skip


def test_refs_lead_somewhere(story: Story) -> None:
    known = {f"attack:{it.id}" for it in story.attacks} | {f"relocation:{it.id}" for it in story.relocations}
    assert {it.related for it in story.context if it.related} <= known
    assert {it.select for it in story.checks if it.select} <= known | {f"place:{it.id}" for it in story.places}


def test_nothing_in_it_can_change(story: Story) -> None:
    with pytest.raises(FrozenInstanceError):
        story.head.title = "another"  # type: ignore[misc]
    # no list, no frame, no number of numpy's
    assert _leaves(replace(story, text={})) - {Period, dict} == {str, int, float, bool, date, type(None)}


def test_years_of_an_empty_story_are_framed_by_the_default_view(tables: Tables) -> None:
    empty = {name: tables[name].iloc[:0] for name in tables if name not in ("story", "texts", "own_texts")}
    story = build_story({**tables, **empty})
    assert {year.bounds for year in story.years} == {(27.0, 39.0, 27.0, 39.0)}
    assert (story.places, story.attacks, story.before, story.custody_order) == ((), (), (), ())


def _leaves(value: object) -> set[type]:
    """The types of all that is in records and tuples, down to what is neither."""
    if isinstance(value, Period):
        return {Period}
    if is_dataclass(value):
        return set().union(*(_leaves(getattr(value, field.name)) for field in fields(value)))
    if isinstance(value, tuple):
        return set().union(*map(_leaves, value))
    return {type(value)}


def place(story: Story, id_: str) -> Place:
    [found] = [it for it in story.places if it.id == id_]
    return found


def source(story: Story, id_: str) -> Source:
    [found] = [it for it in story.sources if it.id == id_]
    return found

"""The rule that makes best, low and high of what is claimed: on every real attack, and on strange input."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.claims import Claim, Estimate, Speaker
from ashraf_atlas.dates import period
from ashraf_atlas.estimates import LOWER_BOUND, estimate, standings
from ashraf_atlas.load import load
from ashraf_atlas.story import Story

GEODATA = Path(__file__).parents[1] / "geodata"

UN, OUTSIDE, AGREED, DISPUTED = "un", "outside", "agreed", "disputed"


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(load(GEODATA))


# attack, metric, group of people: best, low, high, qualifier, basis, whose word it is; and why
REAL: dict[tuple[str, str, str], tuple[int | None, int, int, str, str, str, str]] = {
    ("atk_1993_05_25", "killed", "story"): (0, 0, 0, "", AGREED, "pmoi", "the group alone"),
    ("atk_1999_06_09", "killed", "story"): (6, 6, 6, "", AGREED, "pmoi iraq", "both say the same"),
    ("atk_1999_06_09", "killed", "civilians"): (1, 1, 1, "", OUTSIDE, "afp", "AFP's own count"),
    ("atk_1999_06_09", "wounded", "story"): (21, 21, 21, "", OUTSIDE, "afp", "AFP's own count"),
    ("atk_1999_06_09", "wounded", "civilians"): (15, 15, 15, "", OUTSIDE, "afp", "AFP's own count"),
    ("atk_1999_06_10", "wounded", "civilians"): (6, 6, 6, "", AGREED, "pmoi", "the group alone"),
    ("atk_2001_04_18", "killed", "story"): (1, 1, 1, "", AGREED, "pmoi", "the group alone"),
    ("atk_2001_04_18", "killed", "civilians"): (2, 2, 2, "", AGREED, "iraq", "Iraq alone"),
    ("atk_2001_04_18", "wounded", "civilians"): (19, 19, 19, "", AGREED, "iraq", "Iraq alone"),
    ("atk_2003_04_us", "killed", "story"): (7, 7, 7, "at least", AGREED, "pmoi", "the group alone"),
    ("atk_2003_04_other", "killed", "story"): (28, 28, 28, "", AGREED, "pmoi", "the group alone"),
    ("pol_2003_06_17", "detained", "story"): (
        160, 160, 160, "more than", OUTSIDE, "afp", "an encyclopaedia says 160 too and does not count",
    ),
    ("atk_2009_07_28", "killed", "story"): (
        11, 7, 11, "", UN, "un",
        "from seven of HRW and Iraq to eleven; Amnesty said six once and nine in the end; Wikipedia does not count",
    ),
    ("atk_2009_07_28", "wounded", "story"): (
        500, 200, 500, "some", OUTSIDE, "wilpf",
        "WILPF spoke after Amnesty; of Iraq's two figures of one day the exact 200 stands",
    ),
    ("atk_2009_07_28", "wounded", "iraqi_forces"): (30, 30, 60, "", OUTSIDE, "usa", "Iraq is a stakeholder"),
    ("atk_2009_07_28", "killed", "iraqi_forces"): (2, 2, 2, "", AGREED, "iraq", "an official figure in one digest"),
    ("atk_2009_07_28", "detained", "story"): (36, 36, 36, "", OUTSIDE, "amnesty", "Amnesty alone"),
    ("atk_2011_01_07", "wounded", "story"): (
        176, 176, 176, "", AGREED, "pmoi", "the group alone; its 176 is a day later than the 175 of its supporters",
    ),
    ("atk_2011_04_08", "killed", "story"): (
        34, 12, 36, "", UN, "un", "from Iraq's later twelve to 36 of the group, which said 34 too, and of Amnesty",
    ),
    ("atk_2011_04_08", "wounded", "story"): (
        70, 70, 350, "more than", UN, "un", "the group's 350 is dated to the end of April, after its 300",
    ),
    ("atk_2011_12_25", "killed", "story"): (
        0, 0, 0, "none reported", AGREED, "iraq pmoi", "Iraq and the group say the same",
    ),
    ("atk_2012_03_28", "killed", "story"): (0, 0, 0, "", AGREED, "pmoi", "the group alone"),
    ("atk_2013_02_09", "killed", "story"): (
        8, 1, 8, "", UN, "un", "Iraq's exact one of 10 February stands against its five at least of that day",
    ),
    ("atk_2013_02_09", "wounded", "story"): (
        40, 25, 100, "about", UN, "un",
        "UN officials through AP; the UN's twelve is set aside; Iraq's two figures of that day are a span from 25",
    ),
    ("atk_2013_02_09", "wounded", "iraqi_forces"): (3, 3, 3, "", AGREED, "iraq", "police officials alone"),
    ("atk_2013_04_29", "killed", "story"): (0, 0, 0, "none reported", AGREED, "pmoi", "the group alone"),
    ("atk_2013_06_15", "killed", "story"): (2, 2, 2, "reportedly", UN, "un", "all who speak say two"),
    ("atk_2013_06_15", "killed", "all"): (3, 3, 3, "", AGREED, "iraq", "the police's three: two residents, an Iraqi"),
    ("atk_2013_06_15", "killed", "iraqis"): (1, 1, 1, "", OUTSIDE, "ap", "AP after Reuters, both one"),
    ("atk_2013_06_15", "wounded", "story"): (
        9, 9, 70, "", OUTSIDE, "ap",
        "AP's exact nine goes before Amnesty's 27 at least of the same day; the group's later word is 70",
    ),
    ("atk_2013_06_15", "wounded", "iraqis"): (7, 7, 7, "", OUTSIDE, "ap", "AP alone"),
    ("atk_2013_09_01", "killed", "story"): (
        52, 52, 53, "", UN, "un", "Iraq's 53 supersedes its 19, Amnesty's 52 its 47, over 70 is ruled out",
    ),
    ("atk_2013_09_01", "killed", "iraqi_forces"): (
        4, 4, 4, "", AGREED, "iran_linked_report", "a report affiliated with a stakeholder, alone",
    ),
    ("atk_2013_09_01", "missing", "story"): (7, 7, 7, "", UN, "un", "all organs of the UN say the same"),
    ("atk_2013_12_26", "killed", "story"): (
        4, 0, 4, "", UN, "un", "UNHCR in May 2014, after a fourth death; from Iraq's denial to four",
    ),
    ("atk_2013_12_26", "wounded", "story"): (
        70, 4, 71, "at least", OUTSIDE, "amnesty", "all others take a side",
    ),
    ("atk_2015_10_29", "killed", "story"): (
        24, 20, 24, "", UN, "un", "UNHCR in December; the Secretary-General's 26 of the day after is superseded",
    ),
    ("atk_2015_10_29", "killed", "iraqi_forces"): (
        3, 3, 3, "", OUTSIDE, "antiwar", "the group and Iraq say the same",
    ),
    ("atk_2015_10_29", "wounded", "iraqi_forces"): (
        16, 16, 16, "", OUTSIDE, "antiwar", "Iraq says at least as many",
    ),
    ("atk_2015_10_29", "wounded", "story"): (
        200, 200, 200, "about", AGREED, "financial_tribune", "affiliated with a stakeholder, alone",
    ),
    ("atk_2016_07_04", "killed", "story"): (0, 0, 0, "none reported", UN, "un", "UNHCR; supporters say the same"),
    ("atk_2016_07_04", "wounded", "story"): (
        50, 40, 50, "some", OUTSIDE, "amnesty",
        "Amnesty spoke after Antiwar.com; the group's 40 of late July supersedes its 50",
    ),
    ("atk_2023_06_20", "killed", "story"): (
        None, 0, 1, "", DISPUTED, "pmoi pmoi_lawyer albania_gov", "the police deny having caused the death",
    ),
    ("atk_2023_06_20", "wounded", "story"): (
        None, 21, 100, "", DISPUTED, "pmoi pmoi_lawyer albania_gov", "all three take a side",
    ),
    ("atk_2023_06_20", "wounded", "albanian_police"): (15, 15, 15, "", AGREED, "albania_gov", "Albania alone"),
    ("atk_2023_06_20", "wounded", "all"): (36, 36, 36, "about", AGREED, "albania_gov", "Albania alone"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("attack", "metric", "group"), REAL, ids=[f"{'-'.join(key)}: {row[-1]}" for key, row in REAL.items()]
)
def test_real_attack(story: Story, attack: str, metric: str, group: str) -> None:
    best, low, high, qualifier, basis, speakers, _ = REAL[attack, metric, group]
    [it] = [it for it in _estimates(story)[attack] if (it.metric, it.group) == (metric, group)]
    assert (it.best, it.low, it.high) == (best, low, high)
    assert (it.qualifier, it.basis) == (qualifier, basis)
    assert it.speakers == tuple(speakers.split())


def test_no_estimate_of_a_real_attack_is_left_out(story: Story) -> None:
    made = {(attack, it.metric, it.group) for attack, each in _estimates(story).items() for it in each}
    assert made == set(REAL)


def test_what_the_un_says_of_the_missing_is_carried_by_its_latest_text(story: Story) -> None:
    [missing] = [it for it in _estimates(story)["atk_2013_09_01"] if it.metric == "missing"]
    assert missing.claims == ("clm_2013_09_01_22",)


def test_two_exact_figures_of_one_date_are_carried_by_both_texts() -> None:
    made = told(said("un", 7, "2013-09", id="unami"), said("un", 7, "2013-09", id="unhcr"))
    assert (made.best, made.claims) == (7, ("unami", "unhcr"))


def test_standing_of_each_claim_of_the_killed_on_1_september_2013(story: Story) -> None:
    [attack] = [attack for attack in story.attacks if attack.id == "atk_2013_09_01"]
    told = {it.id[-2:]: it.standing for it in attack.claims if (it.metric, it.group) == ("killed", "story")}
    assert told == {
        "01": "superseded",  # Iraq's 19
        "02": "superseded",  # the first UN figure
        "03": "superseded",  # Amnesty's 47
        "04": "superseded",  # the UN's bodies counted, said again later in the month
        "06": "superseded",  # UNAMI
        "07": "superseded",  # UNHCR's more than 50
        "09": "last word",  # the group
        "11": "last word",  # Iraq's 53
        "12": "set aside",  # over 70
        "14": "shown, not counted",  # Wikipedia
        "16": "superseded",  # the UN's human rights office, at least 52
        "18": "superseded",  # UNHCR, Update 8
        "20": "last word",  # Amnesty's 52
        "21": "last word",  # UNHCR, Update 11
    }


def test_every_claim_about_an_attack_has_a_standing(story: Story) -> None:
    standing = {claim.standing for attack in story.attacks for claim in attack.claims}
    assert standing == {"last word", "superseded", "shown, not counted", "set aside"}


def test_sum_of_best_killed_from_2009_to_2016_is_135(story: Story) -> None:
    killed = [
        it.best or 0
        for attack in story.attacks
        for it in attack.estimates
        if attack.counted and attack.id > "atk_2009" and (it.metric, it.group) == ("killed", "story")
    ]
    assert killed == [11, 34, 0, 0, 8, 0, 2, 52, 4, 24, 0]
    assert sum(killed) == 135


# strange input: speakers a to e, of whom b is affiliated with a, and a is the stakeholder

SPEAKERS = {
    "un": Speaker("un", "United Nations", "un", None, "", ()),
    "a": Speaker("a", "A", "party", None, "", ()),
    "b": Speaker("b", "B", "person", "a", "", ()),
    "c": Speaker("c", "C", "ngo", None, "", ()),
    "d": Speaker("d", "D", "media", None, "", ()),
    "e": Speaker("e", "E", "encyclopaedia", None, "", ()),
}


def said(who: str, value: int | None, when: str = "2013-01-05", **more: Any) -> Claim:
    claim = Claim(
        id=f"{who}_{value}_{when}", scope="", metric="killed", group="story", speakers=tuple(who.split()),
        spoken_by="", value=value, low=None, high=None, qualifier="", status="counted", reason="",
        standing="", source_type="", report_date=period(when) if when else None, note="", sources=("s",),
    )  # fmt: skip
    return replace(claim, **more)


def told(*claims: Claim) -> Estimate:
    made = estimate(claims, ["a"], SPEAKERS)
    assert made
    return made


def test_no_claim_is_not_known() -> None:
    assert estimate([], ["a"], SPEAKERS) is None
    assert standings([], SPEAKERS) == {}


def test_all_claims_set_aside_is_not_known() -> None:
    claim = said("un", 5, status="set aside", reason="a slip")
    assert estimate([claim], ["a"], SPEAKERS) is None
    assert standings([claim], SPEAKERS) == {claim.id: "set aside"}


def test_only_an_encyclopaedia_is_not_known() -> None:
    claim = said("e", 5)
    assert estimate([claim], ["a"], SPEAKERS) is None
    assert standings([claim], SPEAKERS) == {claim.id: "shown, not counted"}


def test_one_stakeholder_alone_is_agreed_with_itself() -> None:
    made = told(said("a", 5))
    assert (made.best, made.low, made.high, made.basis, made.speakers) == (5, 5, 5, "agreed", ("a",))


def test_stakeholders_who_disagree_have_no_best() -> None:
    made = told(said("a", 5), said("b", 6))
    assert (made.best, made.low, made.high, made.basis) == (None, 5, 6, "disputed")
    assert (made.speakers, made.claims, made.qualifier) == (("a", "b"), (), "")


def test_the_affiliated_are_no_outsiders() -> None:
    assert told(said("b", 6, "2014"), said("c", 5)).speakers == ("c",)


def test_the_un_goes_before_later_outsiders() -> None:
    made = told(said("un", 4), said("c", 9, "2015"))
    assert (made.best, made.high, made.basis) == (4, 9, "un")


def test_of_two_outsiders_the_later_counts() -> None:
    assert told(said("c", 4), said("d", 5, "2013-02")).best == 5


def test_of_two_outsiders_of_one_day_the_more_exact_counts() -> None:
    assert told(said("c", 4, qualifier="about"), said("d", 5, qualifier="exact")).best == 5


def test_two_outsiders_of_one_day_who_differ_leave_a_range() -> None:
    made = told(said("c", 4), said("d", 5))
    assert (made.best, made.low, made.high, made.basis) == (None, 4, 5, "outside")
    assert made.speakers == ("c", "d")


def test_an_undated_claim_is_the_oldest() -> None:
    assert told(said("a", 5, "1981"), said("a", 9, "")).high == 5


def test_undated_alone_counts() -> None:
    assert told(said("c", 9, "")).best == 9


def test_a_month_is_later_than_a_day_in_it() -> None:
    assert told(said("c", 4, "2013-01-05"), said("c", 7, "2013-01")).best == 7


def test_of_equal_ends_the_narrower_date_counts() -> None:
    assert told(said("c", 4, "2013-01"), said("c", 7, "2013-01-31")).best == 7
    assert told(said("c", 4, "2013-01", qualifier="exact"), said("c", 7, "2013-01-31", qualifier="some")).best == 4


def test_two_exact_figures_of_one_speaker_and_day_stay_a_span() -> None:
    made = told(said("a", 6), said("a", 7))
    assert (made.best, made.low, made.high, made.basis) == (None, 6, 7, "disputed")


def test_bodies_counted_are_exact() -> None:
    assert told(said("un", 47, qualifier="at least"), said("un", 52, qualifier="bodies counted")).best == 52


def test_a_range_widens_low_and_high_around_its_figure() -> None:
    made = told(said("un", 20, low=18, high=24))
    assert (made.best, made.low, made.high) == (20, 18, 24)


def test_a_range_without_a_figure_leaves_best_empty_and_says_whose_it_is() -> None:
    made = told(said("un", None, low=18, high=24))
    assert (made.best, made.low, made.high, made.basis, made.speakers) == (None, 18, 24, "un", ("un",))
    assert told(said("a", None, low=18, high=24)).basis == "agreed"


def test_one_end_of_a_range_alone_is_both() -> None:
    made = told(said("a", None, low=None, high=24))
    assert (made.low, made.high) == (24, 24)


def test_several_speakers_of_one_claim_count_each_and_carry_it_once() -> None:
    both = said("a c", 5)
    made = told(both)
    assert (made.best, made.basis, made.speakers, made.claims) == (5, "outside", ("c",), (both.id,))
    later = said("c", 8, "2014")
    assert standings([both, later], SPEAKERS) == {both.id: "last word", later.id: "last word"}
    assert told(both, later).low == 5


def test_qualifiers_of_all_who_carry_best_are_told() -> None:
    made = told(said("a", 5, qualifier="at least"), said("b", 5, qualifier="exact"))
    assert (made.best, made.qualifier, made.basis) == (5, "at least", "agreed")


def test_lower_bounds_are_words_that_the_tables_use(story: Story) -> None:
    used = {claim.qualifier for attack in story.attacks for claim in attack.claims}
    assert used >= LOWER_BOUND


def _estimates(story: Story) -> dict[str, tuple[Estimate, ...]]:
    return {attack.id: attack.estimates for attack in story.attacks}

"""The sums beside the article's totals, worked out again from the tables with csv alone, by the rule in the README."""

from __future__ import annotations

import csv
from calendar import monthrange
from pathlib import Path

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.story import Story

GEODATA = Path(__file__).parents[1] / "geodata"
NOTHING_ADDED = {"", "exact", "bodies counted"}

Row = dict[str, str]


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(load(GEODATA))


def rows(table: str) -> list[Row]:
    with (GEODATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SPEAKERS = {row["id"]: row for row in rows("speakers")}


def days(date: str) -> tuple[str, str]:
    """First and last day of a date as these claims have it, as text that sorts."""
    if not date:
        return "", ""
    first, _, last = date.partition("/")
    ends = []
    for part in (first, last or first):
        year, *rest = part.rstrip("~?%").split("-")
        month = int(rest[0]) if rest else 0
        whole = f"{year}-{month or 12:02}-{monthrange(int(year), month or 12)[1]:02}"
        start = f"{year}-{month or 1:02}-01"
        day = part.rstrip("~?%") if len(rest) == 2 else None
        ends.append((day or start, day or whole))
    return ends[0][0], ends[1][1]


def span(claim: Row) -> tuple[int, int]:
    given = [int(claim[name]) for name in ("low", "value", "high") if claim[name]]
    return min(given), max(given)


def newness(claim: Row) -> tuple[str, bool, str]:
    """Later, then more exact, then the date that is narrower, which begins later."""
    start, end = days(claim["report_date"])
    return end, claim["qualifier"] in NOTHING_ADDED, start


def estimate(attack: Row, metric: str) -> tuple[int | None, int, int] | None:
    """Best, low and high; None where nobody who counts says anything."""
    words: dict[str, list[Row]] = {}
    for claim in rows("claims"):
        mine = (claim["attack"], claim["metric"], claim["people_group"]) == (attack["id"], metric, "story")
        if mine and claim["status"] == "counted":
            for speaker in claim["speaker"].split(";"):
                if SPEAKERS[speaker]["kind"] != "encyclopaedia":
                    words.setdefault(speaker, []).append(claim)
    if not words:
        return None
    last = {who: [it for it in said if newness(it) == max(map(newness, said))] for who, said in words.items()}
    low = min(span(it)[0] for said in last.values() for it in said)
    high = max(span(it)[1] for said in last.values() for it in said)
    parties = set(attack["stakeholders"].split(";"))
    united = {who: said for who, said in last.items() if SPEAKERS[who]["kind"] == "un"}
    outside = {
        who: said
        for who, said in last.items()
        if who not in parties and SPEAKERS[who]["affiliated_with"] not in parties - {""}
    }
    if united or outside:
        newest = max(newness(said[0]) for said in (united or outside).values())
        deciding = [it for said in (united or outside).values() for it in said if newness(said[0]) == newest]
    else:
        deciding = [it for said in last.values() for it in said]
    figures = {it["value"] or f"{span(it)}" for it in deciding}
    best = int(deciding[0]["value"]) if len(figures) == 1 and deciding[0]["value"] else None
    return best, low, high


CHECKS = [row for row in rows("checks") if row["sum_of"]]


@pytest.mark.parametrize("check", CHECKS, ids=[row["id"] for row in CHECKS])
def test_the_sum_beside_a_statement_is_what_the_tables_give(story: Story, check: Row) -> None:
    shown = next(it for it in story.checks if it.id == check["id"]).sum
    assert shown is not None
    attacks = [row for row in rows("attacks") if row["id"] in check["sum_of"].split(";")]
    if check["metric"] == "attacks":
        uncounted = {row["id"] for row in rows("kinds") if row["of"] == "attack" and row["counts"] == "no"}
        places = {row["place"] for row in attacks}
        first, last = min(days(row["date"])[0] for row in attacks), max(days(row["date"])[1] for row in attacks)
        found = [
            row["id"]
            for row in rows("attacks")
            if row["place"] in places and row["kind"] not in uncounted
            and first <= days(row["date"])[0] and days(row["date"])[1] <= last
        ]  # fmt: skip
        assert (shown.best, list(shown.attacks)) == (len(found), found)
        return
    estimates = [estimate(row, check["metric"]) for row in attacks]
    known = [it for it in estimates if it and it[0] is not None]
    assert shown.unknown == len(attacks) - len(known)
    assert shown.best == sum(it[0] or 0 for it in known)
    assert (shown.low, shown.high) == (sum(it[1] for it in known), sum(it[2] for it in known))


def test_every_total_of_the_article_has_a_sum_beside_it() -> None:
    said = {row["id"]: row["value"] for row in rows("claims") if row["speaker"] == "founding_article"}
    beside = {row["claim"] for row in CHECKS} - {""}
    assert beside == set(said)
    assert sorted(map(int, said.values())) == [47, 52, 141, 1000, 1300]
    assert {row["figure"] for row in CHECKS if row["metric"] == "attacks"} == {"2", "7"}

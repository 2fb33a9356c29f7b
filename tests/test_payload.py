"""What crosses the border: the keys that both sides agreed on, plain JSON, and the golden file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload

ROOT = Path(__file__).parent
GEODATA = ROOT.parent / "geodata"
TINY = ROOT / "data" / "tiny"
GOLDEN = ROOT / "golden" / "payload.json"

PARTS = """
    schema story kinds places relocations attacks context controversies checks steps corrections ledger speakers sources
    totals custodyOrder
    years before languages countries text
"""
STORY = "id title subtitle version issued creator firstYear lastYear language licence licenceUrl citation defaultView"
STEP = "id order year select view title text notes seconds sources"
PLACE = """
    id name names otherNames kind role country adminArea lon lat precisionM opened closed drawnAt areaKm2
    areaNote positionNote note sources counts presence changes custody events
"""
COUNT = "id place date people low high qualifier measure present description sourceType rank status reason note sources"
PRESENCE = "state best low high qualifier date carried counts"
CUSTODY = "id date controller detail administration legalBasis note sources"
DATE = "edtf start end from to precision approximate interval"
RELOCATION = """
    id kind from to fromDrawn toDrawn date years drawn partOf parts people low high qualifier title
    description disputed status reason sources path
"""
ATTACK = """
    id place date kind counted title summary contentNote means unWording stakeholders sources accounts claims estimates
"""
ACCOUNT = "id kind speaker accused text sources"
CLAIM = """
    id metric group speakers spokenBy value low high qualifier status reason standing sourceType reportDate
    note sources
"""
ESTIMATE = "best low high qualifier basis speakers claims"
CONTEXT = "id date kind title summary place related sources"
KIND = "id of name form counts"
CORRECTION = "id date about what before after why sources"
CONTROVERSY = "id topic claim claimedBy reply repliedBy sources"
CHECK = "id paragraph statement verdict finding year place select metric figure claim sum sources"
SUM = "best low high atLeast unknown attacks"
SPEAKER = "id name kind affiliatedWith ground sources"
SOURCE = "id publisher title type date url archived checked reliability rests"
YEAR = "events ongoing checks attacks others killed bounds seconds"
KILLED = "best low high atLeast unknown disputed"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return payload(build_story(load(GEODATA)))


def first(records: dict[str, Any]) -> Any:
    return next(iter(records.values()))


def test_it_has_the_agreed_parts(made: dict[str, Any]) -> None:
    assert list(made) == PARTS.split()
    assert made["schema"] == 1


def test_every_record_has_the_agreed_keys(made: dict[str, Any]) -> None:
    tirana, attack, check = (
        made["places"]["tirana"],
        made["attacks"]["atk_2013_09_01"],
        made["checks"]["check_17"],
    )
    agreed = {
        STORY: made["story"],
        PLACE: tirana,
        COUNT: tirana["counts"][0],
        PRESENCE: tirana["presence"]["2016"],
        CUSTODY: tirana["custody"][0],
        DATE: tirana["opened"],
        RELOCATION: first(made["relocations"]),
        ATTACK: attack,
        ACCOUNT: attack["accounts"][0],
        CLAIM: attack["claims"][0],
        ESTIMATE: attack["estimates"]["killed"]["story"],
        CONTEXT: first(made["context"]),
        CONTROVERSY: first(made["controversies"]),
        CHECK: check,
        f"{CLAIM} scope": check["claim"],
        SUM: check["sum"],
        SPEAKER: first(made["speakers"]),
        SOURCE: first(made["sources"]),
        KIND: first(made["kinds"]),
        CORRECTION: first(payload(build_story(load(TINY)))["corrections"]),
        STEP: first(payload(build_story(load(TINY)))["steps"]),
        YEAR: made["years"]["2013"],
        KILLED: made["years"]["2013"]["killed"],
    }
    assert {keys: set(record) for keys, record in agreed.items()} == {keys: set(keys.split()) for keys in agreed}


def test_records_of_one_kind_have_the_same_keys(made: dict[str, Any]) -> None:
    for table in (
        "relocations",
        "attacks",
        "context",
        "controversies",
        "checks",
        "speakers",
        "sources",
        "years",
    ):
        assert len({tuple(record) for record in made[table].values()}) == 1, table


def test_only_residences_have_presence_and_then_of_every_year(made: dict[str, Any]) -> None:
    for place in made["places"].values():
        assert ("presence" in place) == (place["role"] == "residence")
    assert list(made["places"]["paris"]["presence"]) == [str(year) for year in range(1981, 2027)]
    assert list(made["years"]) == [str(year) for year in range(1981, 2027)]


def test_it_is_plain_json(made: dict[str, Any]) -> None:
    assert json.loads(json.dumps(made, allow_nan=False)) == made


def test_figures_are_whole_numbers(made: dict[str, Any]) -> None:
    rest = {name: part for name, part in made.items() if name != "ledger"}
    for line in json.dumps(rest, indent=1).splitlines():
        name, _, value = line.strip().partition(": ")
        if name.strip('"') in {"best", "low", "high", "people", "value", "unknown", "year"}:
            assert re.fullmatch(r"(null|\d+),?", value), line
    for balance in made["ledger"]:  # only what does not add up can be less than nothing
        unaccounted = balance["unaccounted"] or {"best": None, "low": 0, "high": 0}
        stocks = [balance["opening"], balance["closing"]]
        flows = [flow for name in ("arrived", "left", "killed", "missing") for flow in balance[name]]
        figures = [record[name] for record in (*stocks, *flows) for name in ("best", "low", "high")]
        assert all(it is None or (type(it) is int and it >= 0) for it in figures)
        assert type(unaccounted["low"]) is type(unaccounted["high"]) is int
        assert unaccounted["low"] <= unaccounted["high"]


def test_what_is_not_given_is_null_or_empty_text(made: dict[str, Any]) -> None:
    place = made["places"]["durres"]
    assert (place["opened"], place["drawnAt"], place["areaKm2"], place["areaNote"]) == (None, None, None, "")
    assert made["relocations"]["rel_all_out"]["to"] is None
    assert made["context"]["ctx_1997_fto"]["place"] is None


@pytest.mark.parametrize(
    ("of", "start", "end", "from_", "to"),
    [
        ("atk_2013_09_01", "2013-09-01", "2013-09-01", 2013.6658, 2013.6684),  # a day
        ("atk_2003_04_us", "2003-04-01", "2003-04-30", 2003.2466, 2003.3287),  # a month
        ("atk_2009_07_28", "2009-07-28", "2009-07-29", 2009.5699, 2009.5752),  # two days
    ],
)
def test_date_of_an_attack(made: dict[str, Any], of: str, start: str, end: str, from_: float, to: float) -> None:
    date = made["attacks"][of]["date"]
    assert (date["start"], date["end"], date["from"], date["to"]) == (start, end, from_, to)


def test_a_year_ends_before_the_next_begins(made: dict[str, Any]) -> None:
    date = made["relocations"]["rel_1986_ashraf"]["date"]
    assert (date["from"], date["to"], date["precision"]) == (1986, 1986.9999, "year")


def test_an_open_end_is_null(made: dict[str, Any]) -> None:
    date = made["places"]["ashraf_3"]["custody"][0]["date"]
    assert date == {
        "edtf": "2017-11~/..", "start": "2017-11-01", "end": None, "from": 2017.8329, "to": None,
        "precision": "month", "approximate": True, "interval": True,
    }  # fmt: skip


def test_paths_are_in_the_direction_of_travel(made: dict[str, Any]) -> None:
    for it in made["relocations"].values():
        if it["path"]:
            ends = [made["places"][it[end]] for end in ("fromDrawn", "toDrawn")]
            assert [it["path"][0], it["path"][-1]] == [[round(end[axis], 4) for axis in ("lon", "lat")] for end in ends]


def test_refs_lead_to_what_is_in_it(made: dict[str, Any]) -> None:
    tables = {"attack": "attacks", "relocation": "relocations", "context": "context"}
    refs = [
        *(ref for place in made["places"].values() for ref in place["events"]),
        *(ref for year in made["years"].values() for ref in (*year["events"], *year["ongoing"])),
        *made["before"],
    ]
    for ref in refs:
        kind, _, id_ = ref.partition(":")
        assert id_ in made[tables[kind]]


def test_no_word_of_how_the_facts_were_gathered(made: dict[str, Any]) -> None:
    found = re.findall(r"\b(?:seed|dossier|corpus|stored (?:copy|copies|page|pages)|excerpts?)\b", json.dumps(made))
    assert found == []


def test_the_tiny_story_is_as_the_golden_file_says() -> None:
    renew = "python -m ashraf_atlas.payload tests/data/tiny > tests/golden/payload.json, and read what changes"
    facts = {name: part for name, part in payload(build_story(load(TINY))).items() if name != "text"}
    assert facts == json.loads(GOLDEN.read_text(encoding="utf-8")), renew

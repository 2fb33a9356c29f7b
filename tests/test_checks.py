"""Rules across cells and tables, on the real dataset and on the invented one: one line for each problem, at its place."""

# ruff: noqa: E501 (a case is one line)

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.countries import metres_outside, read_outlines
from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.load import load
from ashraf_atlas.problems import DatasetError
from tests.conftest import Copy

SEED = 2026
MUTATIONS = 60


def told(copy: Copy) -> str:
    """The one problem of a copy."""
    (problem,) = copy.problems()
    return problem


# --- the real dataset ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "id_", "column", "cell", "what"),
    [
        ("claims.csv", "clm_2013_09_01_01", "report_date", "2013-13-01", 'not an EDTF date: the calendar has no such day or month: "2013-13-01": write YYYY-MM-DD, YYYY-MM or YYYY'),
        ("claims.csv", "clm_2013_09_01_01", "attack", "atk_2013_09_31", 'no such id in attacks.csv: "atk_2013_09_31": did you mean atk_2013_09_01?'),
        ("claims.csv", "clm_2013_09_01_01", "speaker", "pmoi;irak", 'no such id in speakers.csv: "irak": did you mean iraq?'),
        ("claims.csv", "clm_2013_09_01_01", "value", "-19", 'a negative number: "-19": '),
        ("claims.csv", "clm_2013_09_01_01", "sources", "", "nothing is given: give at least one source it rests on"),
        ("presence.csv", "pop_ashraf_2003", "people", "four thousand", 'not a whole number: "four thousand": '),
        ("presence.csv", "pop_ashraf_2004", "low", "4500", 'more than high, 4000: "4500": '),
        ("presence.csv", "pop_ashraf_201308", "date", "1985", 'camp_ashraf is counted before it opened (1986): "1985": '),
        ("presence.csv", "pop_ashraf_201308", "date", "2014-01", 'camp_ashraf is counted after it closed (2013-09-11): "2014-01": '),
        ("relocations.csv", "rel_2012_convoy_2", "date", "2010", 'camp_liberty is reached before it opened (2012-02-18): "2010": '),
        ("relocations.csv", "rel_2013_last42", "date", "2014", 'camp_ashraf is left after it closed (2013-09-11): "2014": '),
        ("relocations.csv", "rel_2016_last", "to", "", 'no place, and this is no total but: movement: say where they went'),
        ("relocations.csv", "rel_1981_flight", "to", "tehran", 'the place they left: "tehran": '),
        ("attacks.csv", "atk_2013_09_01", "place", "camp_asraf", 'no such id in places.geojson: "camp_asraf": did you mean camp_ashraf?'),
        ("attacks.csv", "atk_2013_09_01", "date", "2113-09-01", 'outside the years of the story, 1981 to 2026: "2113-09-01": '),
        ("attacks.csv", "atk_2013_09_01", "kind", "assault", 'no such kind of attack in kinds.csv: "assault": did you mean armed_assault?'),
        ("custody.csv", "cus_auvers", "date", "1979/1980", 'outside the years of the story, 1981 to 2026: "1979/1980": '),
        ("custody.csv", "cus_ashraf_us", "date", "2008/2003", 'a period that ends before it starts: "2008/2003": '),
        ("context.csv", "ctx_2003_06_17", "related", "attack:pol_2003_06_71", 'no such id in attacks.csv: "pol_2003_06_71": did you mean pol_2003_06_17?'),
        ("context.csv", "ctx_2003_06_17", "related", "place:paris", 'nothing can be named so here: "place:paris": write attack:ID or relocation:ID'),
        ("checks.csv", "check_01", "year", "1960", 'outside the years of the story, 1981 to 2026: "1960": '),
        ("checks.csv", "check_01", "select", "relocation:rel_1981", 'no such id in relocations.csv: "rel_1981": did you mean rel_1981_'),
        ("accounts.csv", "acc_1986_06_01", "speaker", "france", 'no such id in speakers.csv: "france": did you mean france_gov?'),
        ("speakers.csv", "boumedra", "ground", "", "an affiliation without its ground: say what it rests on"),
        ("sources.csv", "s_founding_article", "url", "javascript:alert(1)", 'not a web address: "javascript:alert(1)": '),
    ],
)  # fmt: skip
def test_a_broken_cell_of_the_real_dataset_is_one_line(
    ashraf: Copy, file: str, id_: str, column: str, cell: str, what: str
) -> None:
    line = ashraf.set(file, id_, column, cell)
    assert told(ashraf).startswith(f"{file}:{line}:{column}: {what}")


@pytest.mark.parametrize(
    ("id_", "properties", "where"),
    [
        ("camp_ashraf", {"point": [51.4, 35.7]}, 'geometry: 464 km outside IQ: "[51.4, 35.7]": '),
        ("camp_ashraf", {"point": [33.87, 44.52]}, 'geometry: latitude and longitude look swapped: "[33.87, 44.52]": write [44.52, 33.87]'),
        ("camp_ashraf", {"point": [44.5, 133.9]}, 'geometry: latitude and longitude look swapped: "[44.5, 133.9]": '),
        ("camp_ashraf", {"point": [244.5, 233.9]}, 'geometry: outside the globe: "[244.5, 233.9]": '),
        ("tirana", {"country": "GR"}, 'geometry: 109 km outside GR: "[19.8187, 41.3275]": '),
        ("tirana", {"country": "ZZ"}, 'country: no outline of this country is known: "ZZ": '),
        ("tirana", {"country": "Albania"}, 'country: not a country code: "Albania": '),
        ("tirana", {"opened": "2017", "closed": "2016"}, 'closed: closed before it opened (2017): "2016": '),
        ("tirana", {"drawn_at": "durres"}, 'drawn_at: only a holder is drawn elsewhere: "durres": '),
        ("albania", {"drawn_at": "diyala"}, 'drawn_at: a holder, which is not drawn itself: "diyala": '),
        ("albania", {"drawn_at": "tiranë"}, 'drawn_at: not an id: "tiranë": '),
        ("durres", {"id": "tirana"}, 'id: the same id as in feature 21: "tirana": give each row its own'),
        ("durres", {"precision_m": "about 3 km"}, 'precision_m: not a number of 0 or more: "about 3 km": '),
        ("durres", {"precision_m": None}, "precision_m: nothing is given: "),
    ],
)  # fmt: skip
def test_a_broken_place_of_the_real_dataset_is_one_line(
    ashraf: Copy, id_: str, properties: dict[str, Any], where: str
) -> None:
    number = ashraf.set_place(id_, **properties)
    assert any(it.startswith(f"places.geojson:{number}:{where}") for it in ashraf.problems()), ashraf.problems()


def test_an_id_given_twice_is_told_at_the_second(ashraf: Copy) -> None:
    second = ashraf.text("claims.csv").split("\n")[2].split(",")[0]
    first = ashraf.text("claims.csv").split("\n")[1].split(",")[0]
    line = ashraf.set("claims.csv", second, "id", first)
    here = [it for it in ashraf.problems() if not it.startswith("text/")]  # its translations miss it now
    assert here == [f'claims.csv:{line}:id: the same id as in line 2: "{first}": give each row its own']


def test_a_place_may_lie_outside_its_country_by_its_precision(ashraf: Copy) -> None:
    # fifty kilometres out in the Adriatic
    ashraf.set_place("durres", point=[18.85, 41.3], precision_m=3000)
    assert " km outside AL: " in told(ashraf)
    ashraf.set_place("durres", precision_m=60_000)
    assert ashraf.problems() == []


def test_a_dataset_may_bring_its_own_outlines(choir: Copy) -> None:
    (choir.folder / "basemap").mkdir()
    square = '{"type": "Polygon", "coordinates": [[[9, 47], [10, 47], [10, 48], [9, 48], [9, 47]]]}'
    features = ",".join(
        f'{{"type": "Feature", "properties": {{"iso": "{iso}"}}, "geometry": {square}}}' for iso in ("DE", "AT", "CH")
    )
    choir.write("basemap/countries.geojson", f'{{"type": "FeatureCollection", "features": [{features}]}}')
    assert told(choir).startswith('places.geojson:4:country: no outline of this country is known: "LI": ')
    choir.write("basemap/countries.geojson", "{")
    assert told(choir).startswith("basemap/countries.geojson:0:-: no outlines of countries can be read from it: ")


def test_distance_from_a_country_is_in_metres() -> None:
    outlines = read_outlines(geodata_folder() / "basemap" / "countries.geojson", frozenset({"AL", "IQ", "XX"}))
    assert set(outlines) == {"AL", "IQ"}
    assert metres_outside((19.82, 41.33), outlines["AL"]) == 0
    assert metres_outside((44.36, 33.31), outlines["AL"]) == pytest.approx(2_300_000, rel=0.1)


# --- the invented dataset --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "start"),
    [
        ("presence.csv", "1992-11-01,0,,", "1992-11-01,7,,", "presence.csv:5:date: old_mill is counted after it closed (1992-10~): "),
        ("presence.csv", ",36,42,between", ",36,,between", "presence.csv:3:high: a range with one end: give high too"),
        ("presence.csv", ",36,42,between", ",,42,between", "presence.csv:3:low: a range with one end: give low too"),
        ("presence.csv", ",36,42,between", ",,,between", "presence.csv:3:people: no figure is given: give people, or low and high"),
        ("presence.csv", ",,36,42,", ",50,36,42,", 'presence.csv:3:people: more than high, 42: "50": '),
        ("presence.csv", ",,36,42,", ",30,36,42,", 'presence.csv:3:people: less than low, 36: "30": '),
        ("presence.csv", "Counts the audience too.", "", "presence.csv:4:reason: set aside without a reason: "),
        ("presence.csv", "vorarlberg,1993-12-31", "vorarlberg,1999", 'presence.csv:7:date: outside the years of the story, 1990 to 1995: "1999": '),
        ("relocations.csv", "A slip of the pen for 30; no other source has it.", "", "relocations.csv:8:reason: set aside without a reason: "),
        ("relocations.csv", "1992-09-20/1992-09-21", "1992-09-01/1992-09-05", 'relocations.csv:2:date: boathouse is reached before it opened (1992-09-21): '),
        ("relocations.csv", "boathouse,1992-10~", "boathouse,1992-12", 'relocations.csv:3:date: old_mill is left after it closed (1992-10~): "1992-12": '),
        ("relocations.csv", "boathouse,1992-10~", "boathouse,1992-10/..", 'relocations.csv:3:date: old_mill is left after it closed (1992-10~): "1992-10/..": '),
        ("relocations.csv", "boathouse,liechtenstein,1994-03", "boathouse,,1994-03", "relocations.csv:7:to: no place, and this is no total but: offer: "),
        ("claims.csv", "clm_total,,all attacks on the choir", "clm_total,,", "claims.csv:9:attack: neither an attack nor a scope: "),
        ("claims.csv", "clm_geese_1,atk_geese,", "clm_geese_1,atk_geese,the stage", 'claims.csv:7:scope: an attack has a scope too: "the stage": '),
        ("claims.csv", "A soprano,9,", "A soprano,,", "claims.csv:4:value: no figure is given: give value, or low and high"),
        ("checks.csv", "attack:atk_bubbles,wounded,", "attack:atk_bubbles,,", "checks.csv:3:metric: a sum of nothing: "),
        ("checks.csv", "attack:atk_bubbles,wounded,", "attack:atk_bubbles,killed,", 'checks.csv:3:claim: a claim of wounded, not killed: "clm_total": '),
        ("checks.csv", ",clm_total,", ",clm_geese_1,", 'checks.csv:3:claim: a claim about one attack: "clm_geese_1": '),
        ("speakers.csv", "person,choir,Sells", "person,fan_club,Sells", 'speakers.csv:6:affiliated_with: affiliated with itself: "fan_club": '),
    ],
)  # fmt: skip
def test_a_broken_rule_is_one_line(choir: Copy, file: str, old: str, new: str, start: str) -> None:
    choir.replace(file, old, new)
    assert told(choir).startswith(start)


def test_two_speakers_cannot_be_on_the_side_of_each_other(choir: Copy) -> None:
    choir.replace("speakers.csv", "The choir,party,,", "The choir,party,fan_club,")
    assert [it.split(": ")[:2] for it in choir.problems()] == [
        [f"speakers.csv:{line}:affiliated_with", "each is said to be on the other’s side"] for line in (4, 6)
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        # a date known to the year may lie in the part of it when the place was open
        ("presence.csv", "boathouse,1992-12-31", "boathouse,1992"),
        # nobody is there before it opens and after it closes
        ("presence.csv", "old_mill,1992-11-01,0", "old_mill,1994,0"),
        # who leaves on the day of closing arrives later
        ("relocations.csv", "1992-09-20/1992-09-21", "1992-10-31/1992-11-02"),
        # what is set aside, custody, context and totals are not held to the life of a place
        ("relocations.csv", "boathouse,1992-09,300", "boathouse,1994,300"),
        ("custody.csv", "1992-09-21/..", "1990/1993"),
        ("context.csv", "1992-08-30", "1991"),
        ("relocations.csv", "boathouse,1992,40", "boathouse,1991,40"),
        # an unknown number of people moved
        ("relocations.csv", "1993/1994,,3,5", "1993/1994,,,"),
    ],
)
def test_what_is_right_is_let_pass(choir: Copy, file: str, old: str, new: str) -> None:
    choir.replace(file, old, new)
    assert choir.problems() == []


def test_a_wrong_cell_is_not_told_twice(choir: Copy) -> None:
    choir.replace("claims.csv", "killed,story", "kiled,story")
    choir.replace("relocations.csv", "total,old_mill,,1990/1995", "totall,old_mill,,1990/1995")
    choir.replace("presence.csv", "1992-11-01,0,,", "1992-11-01,O,,")
    assert [it.split(": ")[0] for it in choir.problems()] == [
        "claims.csv:2:metric", "presence.csv:5:people", "relocations.csv:6:kind",
    ]  # fmt: skip


# --- anything at all -------------------------------------------------------------------------------------------------


def broken_at_random(content: bytes, chance: random.Random) -> bytes:
    """A file after one of the things that happen to files."""
    lines = content.split(b"\n")
    some, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    separator = chance.choice([b",", b'"', b":", b";", b"-"])
    parts = lines[some].split(separator)
    match chance.randrange(9):
        case 0:  # cut off
            return content[: chance.randrange(len(content))]
        case 1:  # a line twice
            lines.insert(other, lines[some])
        case 2:  # a line lost
            del lines[some]
        case 3:  # a cell lost
            parts.pop(chance.randrange(len(parts)))
        case 4:  # two cells swapped
            one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
            parts[one], parts[two] = parts[two], parts[one]
        case 5:  # a cell garbled
            parts[chance.randrange(len(parts))] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 9)))
        case 6:  # a cell that means something
            words = [b"", b"0", b"-1", b"1e9", b"null", b"[]", b"{}", b"../..", b"1992-02-30", b"old_mill", b"attack:x"]
            parts[chance.randrange(len(parts))] = chance.choice(words)
        case 7:  # one byte changed
            at = chance.randrange(len(content))
            return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        case 8:  # two lines swapped
            lines[some], lines[other] = lines[other], lines[some]
            return b"\n".join(lines)
    if separator.join(parts) != lines[min(some, len(lines) - 1)] and len(lines) == len(content.split(b"\n")):
        lines[some] = separator.join(parts)
    return b"\n".join(lines)


@pytest.mark.parametrize("number", range(MUTATIONS))
def test_whatever_happens_to_a_file_is_told_in_plain_lines(choir: Copy, tiny: Path, number: int) -> None:
    chance = random.Random(SEED + number)
    files = sorted(path.name for path in tiny.iterdir() if path.is_file())
    for file in chance.sample(files, chance.randrange(1, 4)):
        choir.write(file, broken_at_random((choir.folder / file).read_bytes(), chance))
    try:
        load(choir.folder)
    except DatasetError as error:
        assert error.problems
        for problem in error.problems:
            line = str(problem)
            assert line.isprintable()
            assert problem.what
            assert problem.mend
            assert line.startswith(f"{problem.file}:{problem.row}:")
            assert problem.file in files


# --- kinds -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "column", "cell", "told"),
    [
        ("armed_assault", "form", "", "kinds.csv:3:form: an attack without a form: write square, "),
        ("armed_assault", "form", "blob", 'kinds.csv:3:form: an unknown word: "blob": '),
        ("armed_assault", "counts", "", "kinds.csv:3:counts: nothing is given: write yes or no"),
        ("media", "counts", "yes", 'kinds.csv:16:counts: not a word for a kind of source_type: "yes": write first or '),
        ("civilians", "counts", "no", 'kinds.csv:11:counts: not a word for a kind of people_group: "no": leave it empty'),
        ("armed_assault", "of", "attacks", 'kinds.csv:3:of: an unknown word: "attacks": did you mean attack?'),
        ("police", "name", "", "kinds.csv:9:name: nothing is given: "),
    ],
)
def test_a_kind_says_what_it_is(choir: Copy, kind: str, column: str, cell: str, told: str) -> None:
    choir.set("kinds.csv", kind, column, cell)
    assert [it for it in choir.problems() if it.startswith(told)], choir.problems()


def test_a_kind_is_used_as_what_it_is(choir: Copy) -> None:
    choir.set("claims.csv", "clm_geese_1", "people_group", "media")
    assert choir.problems() == [
        'claims.csv:7:people_group: a kind of source_type, not of people_group: "media": write story or civilians or all, '
        "or add it to kinds.csv"
    ]


def test_without_the_people_of_the_story_there_is_no_story(choir: Copy) -> None:
    choir.replace("kinds.csv", "story,people_group,singers", "singers,people_group,singers")
    assert choir.problems()[-1].startswith("kinds.csv:0:id: no kind of people is called story: ")


def test_a_story_may_have_kinds_of_its_own(choir: Copy) -> None:
    choir.write("kinds.csv", choir.text("kinds.csv") + "food_fight,attack,food fight,hexagon,yes\n")
    choir.set("attacks.csv", "atk_geese", "kind", "food_fight")
    assert choir.problems() == []


# --- corrections -----------------------------------------------------------------------------------------------------


def test_a_correction_is_about_something_that_is_there(choir: Copy) -> None:
    choir.set("corrections.csv", "cor_1", "about", "attack:atk_gees")
    assert choir.problems() == [
        'corrections.csv:2:about: no such id in attacks.csv: "atk_gees": did you mean atk_geese?'
    ]
    choir.set("corrections.csv", "cor_1", "about", "kind:bomb")
    assert choir.problems()[0].startswith('corrections.csv:2:about: nothing can be named so here: "kind:bomb": write ')


# --- points that are shown only about --------------------------------------------------------------------------------


def test_a_coarsened_point_is_known_no_better_anywhere(choir: Copy) -> None:
    exact = load(choir.folder)["places"].iloc[0]
    choir.set_place("old_mill", coarsen_m=5000)
    coarse = load(choir.folder)["places"].iloc[0]
    assert (exact["precision_m"], coarse["precision_m"]) == (500, 5000)
    assert coarse.geometry != exact.geometry
    assert coarse.geometry.distance(exact.geometry) < 0.05
    choir.set_place("old_mill", point=[coarse.geometry.x, coarse.geometry.y])
    assert load(choir.folder)["places"].iloc[0].geometry == coarse.geometry

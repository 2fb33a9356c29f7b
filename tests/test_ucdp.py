"""An event file of UCDP GED as a dataset. The file in tests/data/ged has its columns; all its events are invented."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas.__main__ import main
from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.ucdp import Choice, Imported, ImportingError, import_ged, reading
from ashraf_atlas.ucdp.citing import Release
from ashraf_atlas.ucdp.event import Event, UnusableError, cleaned, event_of
from ashraf_atlas.ucdp.grounds import Spot, countries_of
from ashraf_atlas.ucdp.names import USED, WHERE
from ashraf_atlas.ucdp.opening import version_in
from ashraf_atlas.ucdp.reports import reports_of
from tests.conftest import ROOT

GED = ROOT / "tests" / "data" / "ged" / "invented_GEDEvent_v25_1.csv"
TODAY = date(2026, 1, 2)


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def imported(path: Path, out: Path, **choice: Any) -> Imported:
    return import_ged(path, out, Choice(**choice), today=TODAY, tell=lambda rows: None)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Imported]:
    """All that can be used of the invented file."""
    out = tmp_path_factory.mktemp("ged") / "out"
    return out, imported(GED, out)


@pytest.fixture
def table(whole: tuple[Path, Imported]) -> Callable[[str], dict[str, dict[str, str]]]:
    """Return `table(name)`: the rows of a table of it by id."""
    return lambda name: {row["id"]: row for row in rows_of(whole[0] / f"{name}.csv")}


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Return `changed(function, name=…)`: a copy of the invented file whose rows went through a function."""

    def change(alter: Callable[[dict[str, str]], dict[str, str]], name: str = "GEDEvent_v25_1.csv") -> Path:
        text = GED.read_bytes().decode("utf-8", "replace")
        rows = [alter(row) for row in csv.DictReader(io.StringIO(text, newline="")) if None not in row.values()]
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return change


# --- what becomes of an event ----------------------------------------------------------------------------------------


def test_what_comes_out_is_a_valid_story(whole: tuple[Path, Imported]) -> None:
    out, made = whole
    story = build_story(load(out))
    assert len(story.attacks) == made.events == 10
    assert len(story.places) == made.places == 8
    assert len(story.sources) == made.sources
    best = {it.id: next((e.best for e in it.estimates if e.group == "story"), None) for it in story.attacks}
    assert best["ged_1"] == 3
    assert all(it.counted for it in story.attacks)


def test_each_event_keeps_the_id_that_ucdp_gave_it(table: Callable[[str], dict[str, dict[str, str]]]) -> None:
    assert list(table("attacks")) == [f"ged_{number}" for number in (1, 2, 3, 4, 5, 6, 7, 12, 14, 15)]


def test_the_same_file_gives_the_same_dataset(whole: tuple[Path, Imported], tmp_path: Path) -> None:
    imported(GED, tmp_path / "again")
    for path in whole[0].iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("id_", "edtf"),
    [
        ("ged_1", "2013-09-01"),
        ("ged_2", "2013-09-02/2013-09-05"),
        ("ged_3", "2014-02"),
        ("ged_4", "2014"),
        ("ged_5", "2015-03-30/2015-04-02"),
        ("ged_15", "2016-02-29"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    table: Callable[[str], dict[str, dict[str, str]]], id_: str, edtf: str
) -> None:
    assert table("attacks")[id_]["date"] == edtf


def test_what_is_said_of_an_event_is_what_ucdp_says(table: Callable[[str], dict[str, dict[str, str]]]) -> None:
    attacks = table("attacks")
    assert attacks["ged_1"]["title"] == "Government of the Lake – Brass Band, Rorschach town"
    assert "state-based conflict between Government of the Lake and Brass Band" in attacks["ged_1"]["summary"]
    assert "Dead in its best estimate: 1 of Government of the Lake, 2 of Brass Band." in attacks["ged_1"]["summary"]
    assert "When: known to within two to six days (UCDP’s date precision 2)." in attacks["ged_2"]["summary"]
    assert "one-sided violence by Brass Band" in attacks["ged_3"]["summary"]
    assert '"somewhere" in <b>the district</b>' in attacks["ged_3"]["summary"]
    assert "event clarity 2" in attacks["ged_3"]["summary"]
    assert "“Check location”" in attacks["ged_7"]["summary"]
    assert attacks["ged_15"]["title"].endswith("Quarter of Señor Gösta"), "the row is in the code page of Windows"


def test_its_figures_are_claims_of_ucdp(table: Callable[[str], dict[str, dict[str, str]]]) -> None:
    claims = table("claims")
    said = {id_: (it["people_group"], it["value"], it["low"], it["high"]) for id_, it in claims.items()}
    assert said["ged_1_all"] == ("story", "3", "3", "5")
    assert said["ged_1_side_b"] == ("side_b", "2", "", "")
    assert said["ged_3_civilians"] == ("civilians", "6", "", "")
    assert said["ged_4_unknown"] == ("unknown", "2", "", "")
    assert said["ged_6_all"] == ("story", "0", "0", "4")
    assert "ged_6_civilians" not in said
    assert said["ged_15_all"] == ("story", "", "1", "3")
    assert {(it["speaker"], it["metric"], it["report_date"]) for it in claims.values()} == {("ucdp", "killed", "2025")}


def test_a_best_figure_outside_its_range_is_kept_and_said(
    whole: tuple[Path, Imported], table: Callable[[str], dict[str, dict[str, str]]]
) -> None:
    row = table("claims")["ged_12_all"]
    assert (row["value"], row["low"], row["high"]) == ("5", "", "")
    assert row["note"] == "UCDP’s low and high, 7 and 9, are no range around it."
    assert whole[1].disordered == 1


def test_sides_are_stakeholders_and_civilians_are_nobody_who_speaks(
    table: Callable[[str], dict[str, dict[str, str]]],
) -> None:
    speakers = table("speakers")
    assert {id_: (it["name"], it["kind"]) for id_, it in speakers.items()} == {
        "ucdp": ("Uppsala Conflict Data Program", "academic"),
        "side_9201": ("Government of the Lake", "government"),
        "side_9202": ("Brass Band", "party"),
        "side_9203": ("Choir", "party"),
    }
    assert table("attacks")["ged_1"]["stakeholders"] == "side_9201;side_9202"
    assert table("attacks")["ged_3"]["stakeholders"] == "side_9202"
    assert table("accounts")["ged_3_by"]["accused"] == "Brass Band"
    assert set(table("accounts")) == {"ged_3_by", "ged_14_by"}


def test_places_are_known_as_exactly_as_ucdp_knows_them(whole: tuple[Path, Imported]) -> None:
    features = json.loads((whole[0] / "places.geojson").read_text(encoding="utf-8"))["features"]
    places = {it["properties"]["id"]: it for it in features}
    assert places["at_n47d478_e9d486_p1"]["geometry"]["coordinates"] == [9.486, 47.478]
    exact = {it["properties"]["name"]: it["properties"]["precision_m"] for it in features}
    assert exact["Rorschach town"] == WHERE["1"].metres
    assert exact["Bregenz town"] == 25_000
    assert exact["Austria"] == WHERE["6"].metres
    countries = {it["properties"]["name"]: it["properties"]["country"] for it in features}
    assert countries["Rorschach town"] == "CH"
    assert countries["Border bridge"] == "AT", "just over the border, in the country that GED names"


def test_reports_are_sources_once_each(table: Callable[[str], dict[str, dict[str, str]]]) -> None:
    sources = table("sources")
    reports = [it for it in sources.values() if it["type"] == "report"]
    assert len({(it["publisher"], it["title"], it["date"]) for it in reports}) == len(reports)
    named = table("attacks")["ged_1"]["sources"].split(";")
    assert [sources[it]["publisher"] for it in named] == [
        "Uppsala Conflict Data Program", "Lake Gazette", "Shore Radio",
    ]  # fmt: skip
    titles = {it["title"] for it in reports}
    assert "Four days; and no end" in titles
    assert "Lake Gazette 3/1/2015, A year in the hills; Shore Radio" in titles


def test_ucdp_is_cited_as_it_asks(whole: tuple[Path, Imported]) -> None:
    story = tomllib.loads((whole[0] / "story.toml").read_text(encoding="utf-8"))
    assert (story["licence"], story["version"], story["issued"]) == ("CC BY 4.0", "25.1", "2026-01-02")
    assert "Sundberg, R. & Melander, E. (2013)" in story["citation"]
    assert "Öberg, M. (2025). Organized violence 1989–2024" in story["citation"]
    assert "version 25.1" in story["citation"]
    assert (story["first_year"], story["last_year"]) == (2013, 2016)


# --- rows that cannot be used ----------------------------------------------------------------------------------------


def test_every_row_is_used_or_listed(whole: tuple[Path, Imported]) -> None:
    out, made = whole
    assert made.rows == made.events + len(made.left_out) == 18
    listed = {(row["line"], row["id"]): row["why"].split(":")[0] for row in rows_of(out / "left_out.csv")}
    assert listed == {
        ("9", "8"): "no latitude",
        ("10", "9"): "date_start is not a date like 2013-09-01",
        ("11", "10"): "date_end is before date_start",
        ("12", "1"): "an earlier row has the same id",
        ("14", "13"): "no country is as near as the point is known",
        ("17", "16"): "type_of_violence is not one of 1, 2, 3",
        ("18", "17"): "best is not a number of deaths",
        ("19", "18"): "47 cells where the header has 49",
    }


def test_the_command_says_what_was_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["import", "ucdp", str(GED), str(out)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("10 events at 8 places, with 14 sources, are in ")
    assert f"8 rows could not be used, all listed in {out / 'left_out.csv'}:" in said.err
    assert "  1 because no latitude: 8\n" in said.err
    assert main(["check", str(out)]) == 0


def test_without_such_rows_there_is_no_list(tmp_path: Path) -> None:
    assert imported(GED, tmp_path / "out", last_year=2013).left_out[0].why.startswith("47 cells")
    assert (tmp_path / "out" / "left_out.csv").exists()
    assert imported(GED, tmp_path / "dyad", dyads=("Brass Band - Choir",), last_year=2013).events == 1


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("id", "x", "no id that is a number: 'x'"),
        ("latitude", "91", "latitude is outside the globe: '91'"),
        ("longitude", "nan", "no longitude"),
        ("longitude", "inf", "longitude is outside the globe: 'inf'"),
        ("longitude", "9,4", "no longitude: '9,4'"),
        ("date_start", "9/1/2013", "date_start is not a date like 2013-09-01: '9/1/2013'"),
        ("date_start", "20130901", "date_start is not a date like 2013-09-01: '20130901'"),
        ("date_end", "NULL", "date_end is not a date like 2013-09-01: ''"),
        ("date_prec", "6", "date_prec is not one of 1, 2, 3, 4, 5: '6'"),
        ("where_prec", "", "where_prec is not one of 1, 2, 3, 4, 5, 6, 7: ''"),
        ("best", "-1", "best is not a number of deaths: '-1'"),
        ("high", "1.5", "high is not a number of deaths: '1.5'"),
        ("side_a", "NA", "side_a is empty"),
    ],
)
def test_each_reason_is_said_in_words(column: str, cell: str, why: str) -> None:
    with pytest.raises(UnusableError) as error:
        event(**{column: cleaned(cell)})
    assert str(error.value) == why


def event(**cells: str) -> Event:
    """An event at a place and time, with these cells."""
    usual = {
        "id": "1", "year": "2013", "type_of_violence": "1", "side_a": "A", "side_b": "B", "where_prec": "1",
        "latitude": "47.4", "longitude": "9.4", "country": "X", "date_prec": "1", "date_start": "2013-09-01",
        "date_end": "2013-09-01", "best": "1", "high": "1", "low": "1",
    }  # fmt: skip
    return event_of({**dict.fromkeys(USED, ""), **usual, **cells}, 2)


@pytest.mark.parametrize(
    ("start", "end", "precision", "edtf"),
    [
        ("2012-02-01", "2012-02-29", "4", "2012-02"),
        ("2012-02-01", "2012-02-29", "1", "2012-02-01/2012-02-29"),
        ("2012-02-01", "2012-02-28", "4", "2012-02-01/2012-02-28"),
        ("2012-01-01", "2012-12-31", "5", "2012"),
        ("2012-01-01", "2013-12-31", "5", "2012-01-01/2013-12-31"),
        ("2012-12-01", "2012-12-31", "5", "2012-12"),
        ("2012-12-01", "2012-12-01", "4", "2012-12-01"),
    ],
)
def test_a_span_is_a_month_or_a_year_only_if_it_is_all_of_it(start: str, end: str, precision: str, edtf: str) -> None:
    assert event(date_start=start, date_end=f"{end} 00:00:00.000", date_prec=precision).edtf == edtf


# --- which events ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--country", "austria"], {2, 4, 6, 7, 15}),
        (["--country", "305", "--country", "Switzerland", "--to", "2013"], {1, 2}),
        (["--from", "2015", "--to", "2015", "--country", "305"], {6, 7}),
        (["--dyad", "9102"], {2, 6, 7, 15}),
        (["--dyad", "government of the lake – brass band", "--to", "2014"], {1, 4}),
    ],
)
def test_events_are_chosen_by_country_year_and_dyad(tmp_path: Path, options: list[str], ids: set[int]) -> None:
    assert main(["import", "ucdp", str(GED), str(tmp_path / "out"), *options]) == 0
    assert {row["id"] for row in rows_of(tmp_path / "out" / "attacks.csv")} == {f"ged_{it}" for it in ids}


def test_a_name_may_leave_out_what_stands_in_brackets(changed: Callable[..., Path], tmp_path: Path) -> None:
    path = changed(lambda row: {**row, "country": row["country"].replace("Austria", "Austria (Lake Austria)")})
    assert imported(path, tmp_path / "out", countries=("Austria",)).events == 5


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--country", "Autria"], "No event is chosen: the file has no country called Autria; did you mean Austria?"),
        (["--country", "Ruritania"], "has no country called Ruritania; it has Switzerland, Austria"),
        (["--dyad", "Brass Bande - Choir"], "did you mean Brass Band - Choir?"),
    ],
)
def test_a_choice_of_nothing_is_said_with_what_there_is(
    changed: Callable[..., Path], tmp_path: Path, options: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = changed(dict)
    assert main(["import", "ucdp", str(path), str(tmp_path / "out"), *options]) == 1
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_too_many_events_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_EVENTS", 5)
    with pytest.raises(ImportingError, match=r"^11 events are chosen, and a dataset can hold 5: choose fewer with --c"):
        imported(GED, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


# --- other versions, and files that are none -------------------------------------------------------------------------


def test_an_older_version_is_read_too(changed: Callable[..., Path], tmp_path: Path) -> None:
    gone = {
        "active_year",
        "code_status",
        "source_office",
        "source_date",
        "source_headline",
        "gwnoa",
        "gwnob",
        "country_id",
    }
    other = {"best": "best_est", "low": "low_est", "high": "high_est", "dyad_new_id": "dyad_id"}
    path = changed(
        lambda row: {other.get(name, name): cell for name, cell in row.items() if name not in gone}, "ged201.csv"
    )
    made = imported(path, tmp_path / "out", dyads=("9101",), last_year=2014)
    assert made.events == 2
    rows = {row["id"]: row for row in rows_of(tmp_path / "out" / "sources.csv")}
    assert any(it["title"].startswith("Lake Gazette,2013-09-02,Three killed") for it in rows.values())
    story = tomllib.loads((tmp_path / "out" / "story.toml").read_text(encoding="utf-8"))
    assert story["version"] == "20.1"


def test_semicolons_tags_and_archives_are_read_too(changed: Callable[..., Path], tmp_path: Path) -> None:
    path = changed(dict)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([rows[0], ["#tag"] * len(rows[0]), *rows[1:]])
    with zipfile.ZipFile(tmp_path / "ged251-csv.zip", "w") as archive:
        archive.writestr("GEDEvent_v25_1.csv", "\ufeff" + text.getvalue())
    assert imported(tmp_path / "ged251-csv.zip", tmp_path / "out", last_year=2014).events == 4


def test_what_is_no_ged_file_is_told_what_it_lacks(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(
        ImportingError, match=r"attacks.csv is not an event file of UCDP GED: .* not name year, type_of_"
    ):
        imported(tiny / "attacks.csv", tmp_path / "out")
    with pytest.raises(ImportingError, match=r"does not name best\.$"):
        text = GED.read_bytes().replace(b",best,", b",bst,", 1)
        (tmp_path / "lacks.csv").write_bytes(text)
        imported(tmp_path / "lacks.csv", tmp_path / "out")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is not an event file of UCDP GED"),
        (GED.read_bytes().split(b"\n")[0] + b"\n", "has a header and no rows."),
        (b"PK\x03\x04 and so on", "cannot be read (file is not a zip file)."),
        (b"\x00\x01\x02", "is not an event file of UCDP GED"),
        (None, "cannot be read (no such file or directory)."),
    ],
)
def test_a_broken_file_is_one_sentence(
    tmp_path: Path, content: bytes | None, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "it.csv"
    if content is not None:
        path.write_bytes(content)
    assert main(["import", "ucdp", str(path), str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_full_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["import", "ucdp", str(GED), str(tmp_path)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [it.name for it in tmp_path.iterdir()] == ["mine.txt"]


def test_a_wrong_command_ends_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options in (["--from", "13"], ["--from", "2014", "--to", "2013"]):
        with pytest.raises(SystemExit) as ending:
            main(["import", "ucdp", str(GED), str(tmp_path / "out"), *options])
        assert ending.value.code == 2
    assert "--from 2014 is after --to 2013" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("GEDEvent_v25_1.csv", "25.1"),
        ("ged251-csv.zip", "25.1"),
        ("GEDEvent_v26_0_7.csv", "26.0.7"),
        ("GEDEvent_v26_01_26_06.csv", "26.01.26.06"),
        ("mine.csv", ""),
        ("ged_2013.csv", ""),
    ],
)
def test_the_version_is_that_of_the_file_name(name: str, version: str) -> None:
    assert version_in(name) == version


def test_a_candidate_release_is_cited_as_one() -> None:
    assert "Candidate Events Dataset" in Release("26.0.7").citation()
    assert "Hegre" in Release("26.0.7").citation()
    assert "Davies" in Release("26.1").citation()
    assert "not told by the name of the file" in Release("").citation()


# --- parts -----------------------------------------------------------------------------------------------------------


def test_the_country_of_a_point_agrees_with_what_a_dataset_is_checked_by() -> None:
    spots = {
        "IQ": Spot((44.37, 33.32), 2_000, "645"),
        "NP": Spot((85.3, 27.7), 2_000, "790"),
        "CO": Spot((-74.1, 4.6), 2_000, "100"),
        "YE": Spot((44.0, 13.6), 2_000, "678"),
        "AL": Spot((19.2, 41.3), 25_000, "339"),  # at sea, near enough
    }
    assert countries_of([*spots.values(), Spot((-120, -40), 2_000, "1")]) == {spot: iso for iso, spot in spots.items()}


def test_reports_are_told_apart_only_where_the_columns_agree() -> None:
    cells = dict.fromkeys(USED, "")
    three = {"source_office": "A;B", "source_date": "2013-09-01;2013", "source_headline": "One;Two"}
    assert [(it.publisher, it.title, it.date) for it in reports_of({**cells, **three})] == [
        ("A", "One", "2013-09-01"), ("B", "Two", "2013"),
    ]  # fmt: skip
    crooked = {**three, "source_headline": "One;Two;Three", "source_article": "all of it"}
    assert [it.title for it in reports_of({**cells, **crooked})] == ["all of it"]
    assert list(reports_of(cells)) == []


def test_ids_are_ids_whatever_the_names(changed: Callable[..., Path], tmp_path: Path) -> None:
    path = changed(lambda row: {**row, "side_a_new_id": "", "side_b_new_id": "", "side_b": "Хор; and <others>"})
    imported(path, tmp_path / "out", last_year=2013)
    for row in rows_of(tmp_path / "out" / "speakers.csv"):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row["id"])

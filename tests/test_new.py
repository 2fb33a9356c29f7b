"""A dataset to start from: valid, complete, explained where it is written, and never half there."""

from __future__ import annotations

import csv
import json
import os
import tomllib
from pathlib import Path

import pytest

from ashraf_atlas import starting
from ashraf_atlas.__main__ import main
from ashraf_atlas.columns import ANY_LANGUAGE
from ashraf_atlas.dates import period
from ashraf_atlas.estimates import EXACT
from ashraf_atlas.load import load
from ashraf_atlas.new_folder import NewFolderError, new_folder
from ashraf_atlas.schema import TABLES
from ashraf_atlas.starting import TEMPLATE, explained, start
from tests.conftest import Copy

CSV = [it for it in TABLES.values() if it.format == "csv"]


@pytest.fixture
def started(tmp_path: Path) -> Path:
    folder = tmp_path / "my story"
    start(folder)
    return folder


# --- what it holds ---------------------------------------------------------------------------------------------------


def test_it_is_valid_as_it_is_shipped_and_as_it_is_written(started: Path) -> None:
    for folder in (TEMPLATE, started):
        tables = load(folder)
        assert len(tables["places"]) == 3
        assert len(tables["relocations"]) == 2
        assert len(tables["attacks"]) == 1


def test_it_shows_a_disagreement(started: Path) -> None:
    claims = load(started)["claims"]
    assert claims["attack"].nunique() == 1
    assert claims["speaker"].nunique() == claims["value"].nunique() == 2
    assert claims["qualifier"].iloc[1] not in EXACT


def test_it_has_every_file_and_nothing_else(started: Path) -> None:
    for folder in (TEMPLATE, started):
        found = sorted(it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file())
        assert found == sorted([*(it.file for it in TABLES.values()), "text/en.csv"])


def test_the_words_it_changes_are_words_of_the_page(started: Path, geodata: Path) -> None:
    words = load(started)["texts"]
    own = {row[0] for row in csv.reader((TEMPLATE / "text/en.csv").read_text(encoding="utf-8").splitlines()[1:])}
    assert own <= set(load(geodata)["texts"]["en"])
    assert words["en"]["page.article"] == "The article, checked"
    assert not [text for key, text in words["en"].items() if "founding" in text]


@pytest.mark.parametrize("table", CSV, ids=lambda it: it.name)
def test_every_column_is_there_in_the_order_of_the_schema(started: Path, table: starting.Table) -> None:
    lines = (started / table.file).read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if not line.startswith("#"))
    assert tuple(next(csv.reader([header]))) == table.names


def test_every_key_and_every_property_is_there(started: Path) -> None:
    story = tomllib.loads((started / "story.toml").read_text(encoding="utf-8"))
    assert tuple(story) == TABLES["story"].names
    for feature in json.loads((started / "places.geojson").read_text(encoding="utf-8"))["features"]:
        names = [it for it in feature["properties"] if not it.startswith("name_")]
        assert tuple(names) == tuple(it for it in TABLES["places"].names if ANY_LANGUAGE not in it)


@pytest.mark.parametrize("table", [*CSV, TABLES["places"]], ids=lambda it: it.name)
def test_each_file_says_at_its_top_what_belongs_into_it(started: Path, table: starting.Table) -> None:
    text = (started / table.file).read_text(encoding="utf-8")
    said = explained(table, rows=table.name != "corrections")
    assert 2 <= len(said) <= 3
    assert all(
        line.replace("one row", "one feature" if table.format == "geojson" else "one row") in text for line in said
    )
    assert table.one_row_is in said[0]
    filled = said[1].removeprefix("Must be filled: ").split(". ")[0].rstrip(".").split("; ")[0].split(", ")
    assert filled == [it.name for it in table.columns if it.required]


def test_each_key_of_the_story_has_its_meaning_above_it(started: Path) -> None:
    lines = (started / "story.toml").read_text(encoding="utf-8").splitlines()
    for column in TABLES["story"].columns:
        line = next(number for number, it in enumerate(lines) if it.startswith(f"{column.name} = "))
        assert lines[line - 1].startswith(f"# {column.help}")


def test_dates_are_written_as_the_comments_say() -> None:
    for example in starting.DATES:
        assert period(example.split()[0])
    assert period("2002-08~").approximate


def test_a_problem_below_a_comment_has_the_line_of_an_editor(started: Path) -> None:
    copy = Copy(started)
    copy.replace("presence.csv", "2002-06-01", "2002-06-31")
    line = next(n for n, it in enumerate(copy.text("presence.csv").splitlines(), 1) if "2002-06-31" in it)
    (problem,) = copy.problems()
    assert problem.startswith(f"presence.csv:{line}:date: ")


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my story"
    assert main(["new", str(folder)]) == 0
    said = capsys.readouterr()
    assert f"ashraf-atlas serve '{folder}' --watch" in said.out
    assert f"ashraf-atlas check '{folder}'" in said.out
    assert said.err == ""
    assert main(["check", str(folder)]) == 0


def test_it_can_be_made_in_an_empty_folder_also_the_one_in_which_a_person_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "here").mkdir()
    assert main(["new", str(tmp_path / "empty")]) == 0
    monkeypatch.chdir(tmp_path / "here")
    assert main(["new", "."]) == 0
    assert main(["check", "."]) == 0
    assert sorted(it.name for it in tmp_path.iterdir()) == ["empty", "here"]


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("full", "full is not empty: give a folder that is not there yet, or an empty one."),
        ("file", "file is a file: give a folder that is not there yet, or an empty one."),
        ("gone/new", "gone/new has nowhere to be: make the folder gone first."),
        ("file/new", "file/new has nowhere to be: make the folder file first."),
        ("x" * 300, "cannot be made (file name too long): give another folder."),
        ("loop", "loop cannot be made ("),
        ("a\0b", "cannot be made (embedded null byte): give another folder."),
    ],
)
def test_what_is_in_the_way_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    before = sorted(tmp_path.rglob("*"))
    assert main(["new", what]) == 1
    said = capsys.readouterr()
    assert why in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NewFolderError, match="permission denied"):
        start(tmp_path / "mine")


# --- never half there ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ZeroDivisionError])
def test_an_interruption_leaves_nothing(tmp_path: Path, failure: type[BaseException]) -> None:
    with pytest.raises(failure), new_folder(tmp_path / "mine") as made:
        (made / "half").write_text("x", encoding="utf-8")
        raise failure
    assert list(tmp_path.iterdir()) == []


def test_until_it_is_whole_it_is_not_there(tmp_path: Path) -> None:
    with new_folder(tmp_path / "mine") as made:
        assert not (tmp_path / "mine").exists()
        assert made.parent == tmp_path
        (made / "whole").write_text("x", encoding="utf-8")
    assert [it.name for it in tmp_path.rglob("*")] == ["mine", "whole"]


def test_everybody_may_read_it_as_any_other_folder(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    start(tmp_path / "mine")
    assert (tmp_path / "mine").stat().st_mode == (tmp_path / "other").stat().st_mode

"""The README leads a newcomer from an empty folder to a map: everything it says to type is typed here, in its order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ashraf_atlas.__main__ import main
from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from tests.conftest import ROOT, Copy

README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = README.split("## From an empty folder to your map in ten minutes\n")[1].split("\n### ")[0]

STEP = re.compile(
    r"[Ii]n `([^`]+)` change\s+`([^`]+)`\s+to\s+`([^`]+)`"
    r"|Add to `([^`]+)`:\n\n```\n(.*?)```"
    r"|```\n(ashraf-atlas [^`]*?)```",
    re.DOTALL,
)


def steps() -> list[tuple[str, ...]]:
    """Each thing to do: ("change", file, old, new), ("add", file, rows), ("run", commands)."""
    return [
        ("change", it[1], it[2], it[3]) if it[1] else ("add", it[4], it[5]) if it[4] else ("run", it[6])
        for it in STEP.finditer(STEPS)
    ]


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """The dataset after every step; after each one it was valid."""
    monkeypatch.chdir(tmp_path)
    copy = Copy(tmp_path / "my-story")
    for what, *how in steps():
        if what == "run":
            for command in how[0].strip().splitlines():
                if command.split()[1] != "serve":
                    assert main(command.split()[1:]) == 0, command
        elif what == "change":
            copy.replace(*how)
        else:
            copy.write(how[0], copy.text(how[0]).rstrip("\n") + "\n" + how[1])
        assert copy.problems() == [], how
    return copy


def test_every_kind_of_step_is_there() -> None:
    kinds = [it[0] for it in steps()]
    assert (kinds.count("change"), kinds.count("add"), kinds.count("run")) == (6, 3, 2)
    assert steps()[0] == ("run", "ashraf-atlas new my-story\nashraf-atlas serve my-story --watch\n")


def test_what_it_promises_comes_out(done: Copy) -> None:
    story = build_story(load(done.folder))
    assert (story.head.title, story.head.last_year) == ("My first map", 2006)
    place = next(it for it in story.places if it.name == "Old Harbour")
    assert (place.lon, place.lat) == (22.27, 60.45)
    assert [(it.best, it.qualifier) for it in place.presence if it.year == 2001] == [(130, "about")]
    move = next(it for it in story.relocations if it.id == "rel_2003")
    assert (move.people, move.drawn) == (101, "arc")
    attack = next(it for it in story.attacks if it.id == "atk_2004_05")
    (wounded,) = attack.estimates
    assert (wounded.metric, wounded.basis, wounded.best, wounded.low, wounded.high) == (
        "wounded", "disputed", None, 2, 5,
    )  # fmt: skip


def test_check_says_what_it_says(done: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(done.folder)]) == 0
    assert f"```\n{capsys.readouterr().out}```" in STEPS


MISTAKES = {
    "no such id in speakers.csv": ("claims.csv", "observers,,1", "guards,,1"),
    "not an EDTF date": ("presence.csv", "2002-06-01", "06/01/2002"),
    "latitude and longitude look swapped": ("places.geojson", "[25.6, 62.3]", "[62.3, 25.6]"),
    "too many cells": ("presence.csv", '"People in the camp, by name"', "People in the camp, by name"),
    "the cells are separated by semicolons": ("presence.csv", ",", ";"),
    "outside the years of the story": ("relocations.csv", "2003-05/2003-06", "2000-05"),
    "second_camp is left before it opened": ("relocations.csv", "2004-09,", "2003-01,"),
}


@pytest.mark.parametrize("said", re.findall(r"^\| `([^`]+)` \|", STEPS, re.MULTILINE))
def test_mistakes_look_as_it_says(tmp_path: Path, said: str) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    copy = Copy(tmp_path / "mine")
    file, old, new = next(how for start, how in MISTAKES.items() if said.startswith(start))
    assert old in copy.text(file)
    copy.write(file, copy.text(file).replace(old, new))
    (problem,) = copy.problems()
    assert said in problem


def test_what_can_be_run_of_the_import_is_an_option_of_it() -> None:
    command = re.search(r"^ashraf-atlas (import .*)$", README, re.MULTILINE)
    assert command
    with pytest.raises(SystemExit) as ending:
        main([*command[1].split(), "--help"])
    assert ending.value.code == 0

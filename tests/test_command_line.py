"""The command line as a person meets it: what it prints, and the status it ends with."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ashraf_atlas import __version__
from ashraf_atlas.__main__ import COMMANDS, main, run_app
from tests.conftest import ROOT, Copy


def ended(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What a process of its own printed and how it ended."""
    return subprocess.run(
        [sys.executable, "-m", "ashraf_atlas", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_embedded_story_is_valid_from_any_folder(tmp_path: Path) -> None:
    run = ended("check", folder=tmp_path)
    assert run.stdout.startswith("The dataset is valid: 44 kinds, 33 places, ")
    assert (run.stdout.count("\n"), run.stderr, run.returncode) == (1, "", 0)


def test_problems_go_to_the_error_output_with_their_number(choir: Copy) -> None:
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-13")
    choir.set("attacks.csv", "atk_geese", "place", "nowhere")
    choir.set("attacks.csv", "pol_search", "date", "soon")
    run = ended("check", str(choir.folder))
    assert [line.split(": ")[0] for line in run.stderr.splitlines()] == [
        "attacks.csv:3:place", "attacks.csv:4:date", "claims.csv:7:report_date", "3 problems in 2 files",
    ]  # fmt: skip
    assert (run.stdout, run.returncode) == ("", 1)


@pytest.mark.parametrize("bad", ["nowhere", "story.toml"])
def test_a_wrong_path_is_one_line_and_status_1(tiny: Path, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tiny / bad)]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"{tiny / bad}:0:-: no")
    assert said.out == ""


def test_serving_a_broken_dataset_tells_the_same(choir: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    (choir.folder / "claims.csv").unlink()
    folder = str(choir.folder)
    assert main(["serve", folder, "--port", "0"]) == 1
    assert run_app(["--geodata", folder, "--port", "0"]) == 1
    first, number, *again = capsys.readouterr().err.splitlines()
    assert first.startswith("claims.csv:0:-: the file is missing: ")
    assert number == "1 problem in 1 file"
    assert again == [first, number]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main([command, "--help"])
    said = capsys.readouterr().out
    assert ending.value.code == 0
    assert f"example: ashraf-atlas {command}" in said


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["--help"])
    assert ending.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {name} " in said for name in COMMANDS)


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"ashraf-atlas {__version__}\n"
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "required: COMMAND"),
        (["fly"], "invalid choice: 'fly'"),
        (["check", "--fast"], "unrecognized arguments: --fast"),
        (["serve", "--port", "http"], "not a port: 'http'"),
        (["serve", "--port", "65536"], "not a port: '65536'"),
        (["serve", "--base-path", "/a b/"], "not a path of a web address: '/a b/'"),
        (["serve", "--base-path", "/../"], "not a path of a web address: '/../'"),
    ],
)
def test_a_wrong_command_ends_with_status_2(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    assert ending.value.code == 2
    assert why in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "meant"), [("/", "/"), ("", "/"), ("atlas", "/atlas/"), ("/atlas", "/atlas/"), ("/a/b/", "/a/b/")]
)
def test_a_base_path_may_be_written_with_or_without_slashes(
    given: str, meant: str, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[object] = []
    monkeypatch.setattr(
        "ashraf_atlas.serving.serve",
        lambda folder, place, options, watch: served.append((folder, place.base_path, watch)),
    )
    assert main(["serve", str(tiny), "--base-path", given]) == 0
    assert served == [(tiny, meant, False)]


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(folder: Path, tell: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ashraf_atlas.load.load", interrupted)
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_reader_that_goes_away_is_no_error(tiny: Path) -> None:
    command = f'"{sys.executable}" -m ashraf_atlas check "{tiny}" | true'
    run = subprocess.run(
        ["/bin/sh", "-c", command],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("", "")


def test_without_a_folder_the_dataset_that_one_stands_in_is_meant(choir: Copy) -> None:
    run = ended("check", folder=choir.folder)
    assert run.stdout.startswith("The dataset is valid: 20 kinds, 5 places, ")
    choir.set("attacks.csv", "pol_search", "date", "soon")
    assert ended("check", folder=choir.folder).returncode == 1

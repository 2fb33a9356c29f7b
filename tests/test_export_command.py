"""`ashraf-atlas export` as a person meets it: what it writes, what it says, and what is left if it is stopped."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ashraf_atlas.__main__ import main
from ashraf_atlas.exports import EXPORTS
from tests.conftest import ROOT, Copy
from tests.exported import DATASETS, exported

TINY = str(DATASETS["choir"])

STOPPED_IN_THE_MIDDLE = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a runner in the background ignores it
from ashraf_atlas import whole_file
from ashraf_atlas.__main__ import main

def never_done(handle):
    print("half of it is on the disk", flush=True)
    time.sleep(60)

whole_file.os.fsync = never_done
sys.exit(main(sys.argv[1:]))
"""


def wrote(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("format_", EXPORTS)
def test_it_writes_the_format_and_says_so(format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / f"choir{EXPORTS[format_].ending}"
    table = ["--table", "claims"] if format_ == "csv" else []
    assert main(["export", format_, str(out), TINY, *table]) == 0
    content = exported("choir", format_, "claims" if table else "")
    assert wrote(tmp_path) == {out.name: content}
    said = capsys.readouterr()
    assert said.out == f"{out} is written: {EXPORTS[format_].help}, {len(content):,} bytes.\n"
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["shapefile", "x"], "invalid choice: 'shapefile'"),
        (["csv", "x.csv"], "which table? give --table with one of kinds, places, "),
        (["csv", "x.csv", "--table", "story"], "invalid choice: 'story'"),
        (["geojson", "x.geojson", "--table", "claims"], "--table goes with csv: geojson holds every table"),
        (["geojson"], "required: OUT"),
    ],
)
def test_a_wrong_command_ends_with_status_2(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["export", *arguments])
    assert ending.value.code == 2
    assert why in capsys.readouterr().err


def refused(out: Path, capsys: pytest.CaptureFixture[str], *, folder: str = TINY) -> str:
    """What is said of a path that cannot be written."""
    assert main(["export", "geojson", str(out), folder]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    return said.err.removeprefix("ashraf-atlas: ").removesuffix("\n")


def test_a_path_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(tmp_path, capsys) == f"{tmp_path} is a folder: give the name of a file in it."
    nowhere = tmp_path / "no" / "x.geojson"
    assert refused(nowhere, capsys) == f"There is no folder {tmp_path / 'no'}: make it first, or give another one."
    assert refused(Path(os.devnull), capsys) == f"{os.devnull} is not a file: give the name of one."
    long = tmp_path / ("x" * 300)
    assert refused(long, capsys) == f"{long} cannot be written: file name too long."
    assert wrote(tmp_path) == {}


def test_a_broken_dataset_tells_its_problems_and_writes_nothing(
    choir: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-13")
    out = tmp_path / "out"
    out.mkdir()
    assert main(["export", "kml", str(out / "x.kml"), str(choir.folder)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("claims.csv:7:report_date: ")
    assert said[-1] == "1 problem in 1 file"
    assert wrote(out) == {}


def test_a_file_that_is_there_is_replaced_through_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "real.geojson").write_text("old")
    (tmp_path / "link.geojson").symlink_to("real.geojson")
    assert main(["export", "geojson", str(tmp_path / "link.geojson"), TINY]) == 0
    assert (tmp_path / "link.geojson").is_symlink()
    assert (tmp_path / "real.geojson").read_bytes() == exported("choir", "geojson")
    assert set(wrote(tmp_path)) == {"link.geojson", "real.geojson"}


def test_a_new_file_can_be_read_by_whom_the_folder_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert main(["export", "geojson", str(tmp_path / "x"), TINY]) == 0
    finally:
        os.umask(before)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("trouble", "status", "said"),
    [
        (OSError(28, "No space left on device"), 1, "x.geojson cannot be written: no space left on device."),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    step: str,
    trouble: BaseException,
    status: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def failing(*given: object) -> None:
        raise trouble

    (tmp_path / "x.geojson").write_text("old")
    monkeypatch.setattr(f"ashraf_atlas.whole_file.os.{step}", failing)
    if step == "replace":
        monkeypatch.setattr("pathlib.Path.replace", failing)
    assert main(["export", "geojson", str(tmp_path / "x.geojson"), TINY]) == status
    assert capsys.readouterr().err.endswith(f"{said}\n" if said else "")
    assert wrote(tmp_path) == {"x.geojson": b"old"}


def test_a_format_that_cannot_be_made_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*given: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "x.gpkg").write_text("old")
    monkeypatch.setattr("pyogrio.write_arrow", full)
    assert main(["export", "gpkg", str(tmp_path / "x.gpkg"), TINY]) == 1
    assert capsys.readouterr().err == "ashraf-atlas: The gpkg cannot be made: No space left on device.\n"
    assert wrote(tmp_path) == {"x.gpkg": b"old"}


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize(
    ("sent", "status", "litter"), [(signal.SIGTERM, 143, 0), (signal.SIGINT, 130, 0), (signal.SIGKILL, -9, 1)]
)
def test_a_process_that_is_killed_in_the_middle_leaves_the_old_file(
    sent: signal.Signals, status: int, litter: int, tmp_path: Path
) -> None:
    out = tmp_path / "x.zip"
    out.write_text("old")
    process = subprocess.Popen(
        [sys.executable, "-c", STOPPED_IN_THE_MIDDLE, "export", "datapackage", str(out), TINY],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "half of it is on the disk\n"
    process.send_signal(sent)
    _, told = process.communicate(timeout=30)
    assert process.returncode == status
    assert told == ""
    assert out.read_text() == "old"
    assert len(wrote(tmp_path)) == 1 + litter


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    out = tmp_path / "x.geojson"
    out.write_text("old")
    run = subprocess.run(
        [sys.executable, "-m", "ashraf_atlas", "export", "geojson", str(out), TINY],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("", f"ashraf-atlas: {out} cannot be written: file too large.\n")
    assert run.returncode == 1
    assert wrote(tmp_path) == {"x.geojson": b"old"}


def test_a_file_of_the_dataset_is_not_written_over(choir: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    before = choir.text("claims.csv")
    out = str(choir.folder / "claims.csv")
    assert main(["export", "csv", out, str(choir.folder), "--table", "claims"]) == 1
    assert capsys.readouterr().err.endswith("is a file of the dataset itself: give another name.\n")
    assert choir.text("claims.csv") == before

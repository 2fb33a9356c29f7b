"""What can stand in a folder besides files, and the worst of it through the real command: status 1 and plain lines."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from ashraf_atlas.schema import TABLES
from ashraf_atlas.watching import Watched
from tests.conftest import ROOT, Copy
from tests.hostile import write_hostile

AT_ONCE = 2

FILES = ("claims.csv", "places.geojson", "story.toml")
UNIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="these kinds of files are not known here")


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the real command does; it must not wait for anything."""
    return subprocess.run(
        [sys.executable, "-m", "ashraf_atlas", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        timeout=120,
        check=False,
    )


def in_place_of(file: str, put: Callable[[Path], Any]) -> Callable[[Path], Any]:
    def change(folder: Path) -> Any:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        return put(path)

    return change


def bound_socket(path: Path) -> socket.socket:
    made = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket has to be short
    try:
        made.bind(path.name)
    finally:
        os.chdir(here)
    return made


# --- in the process --------------------------------------------------------------------------------------------------


@UNIX
@pytest.mark.parametrize("file", FILES)
def test_what_is_no_file_is_said_and_not_waited_for(choir: Copy, file: str) -> None:
    for put in (os.mkfifo, lambda path: path.symlink_to(os.devnull), lambda path: path.symlink_to("/dev/zero")):
        in_place_of(file, put)(choir.folder)
        assert choir.problems() == [f"{file}:0:-: not a file: put a file in its place"]
    with closing(in_place_of(file, bound_socket)(choir.folder)):
        assert choir.problems() == [f"{file}:0:-: not a file: put a file in its place"]


@UNIX
@pytest.mark.parametrize("file", FILES)
def test_a_link_to_itself_is_said(choir: Copy, file: str) -> None:
    in_place_of(file, lambda path: path.symlink_to(path.name))(choir.folder)
    assert choir.problems() == [f"{file}:0:-: the file is missing: mend the link, which leads nowhere"]


@UNIX
def test_a_folder_that_links_to_itself_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (problem,) = Copy(tmp_path / "loop").problems()
    assert problem.startswith(f"{tmp_path / 'loop'}:0:-: ")


@UNIX
def test_folders_that_lead_back_into_themselves_do_no_harm(choir: Copy) -> None:
    (choir.folder / "text").mkdir()
    (choir.folder / "text" / "again").symlink_to(choir.folder)
    (choir.folder / "basemap").symlink_to(".")
    assert choir.problems() == []


@pytest.mark.parametrize("file", [table.file for table in TABLES.values()])
def test_a_file_that_vanishes_while_it_is_looked_at_is_said(
    choir: Copy, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def late(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == Path(file).name:
            raise FileNotFoundError(2, "No such file or directory")
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", late)
    assert choir.problems() == [f"{file}:0:-: the file cannot be read: no such file or directory; try again"]


def test_words_in_a_file_that_is_not_called_so_are_not_lost(choir: Copy) -> None:
    (choir.folder / "text").mkdir()
    for name in ("de.CSV", "EN.csv", "fr.csv.csv", "de_AT.csv"):
        choir.write(f"text/{name}", "key,text\npage.skip,Skip\n")
    choir.write("text/readme.txt", "not words")
    assert [it.split(": ")[0] for it in choir.problems()] == [
        "text/EN.csv:0:-", "text/de.CSV:0:-", "text/de_AT.csv:0:-", "text/fr.csv.csv:0:-",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["text", "basemap"])
def test_a_file_where_a_folder_should_be_is_said(choir: Copy, name: str) -> None:
    choir.write(name, "key,text\n")
    (problem,) = choir.problems()
    assert problem.startswith(f"{name}:0:-: not a folder")


@UNIX
def test_a_link_is_not_followed_to_what_is_no_base_map(choir: Copy) -> None:
    (choir.folder / "basemap").mkdir()
    choir.write("secret", "a password")
    for name in ("overview.geojson", "detail.geojson", "towns.geojson"):
        (choir.folder / "basemap" / name).symlink_to(choir.folder / "secret")
    assert [it.split(": ")[:2] for it in choir.problems()] == [
        [f"basemap/{name}.geojson:0:-", "not a FeatureCollection"] for name in ("detail", "overview", "towns")
    ]


@UNIX
def test_names_of_files_and_folders_can_be_anything_in_the_page_of_problems(choir: Copy) -> None:
    folder = choir.folder.with_name(os.fsdecode(b"<b>\xe9\x1b[31m\n"))
    choir.folder.rename(folder)
    (folder / "text").mkdir()
    (folder / "text" / os.fsdecode(b"<u>\xff\x07.csv")).write_text("key,text\n", encoding="utf-8")
    answer = Client(Watched(folder, "/")).get("/")
    assert answer.status_code == 200
    assert r"text/&lt;u&gt;\udcff\x07.csv:0:-" in answer.get_data(as_text=True)
    assert "<u>" not in answer.get_data(as_text=True)


# --- through the command ---------------------------------------------------------------------------------------------


def _write(file: str, content: bytes) -> Callable[[Path], Any]:
    return in_place_of(file, lambda path: path.write_bytes(content))


def _recoded(encoding: str) -> Callable[[Path], Any]:
    def change(folder: Path) -> None:
        for path in sorted(folder.glob("*.*")):
            path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, "replace"))

    return change


def _without_quotation(folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        path.write_text(path.read_text(encoding="utf-8").replace('"', ""), encoding="utf-8")


def _everywhere(old: str, new: str) -> Callable[[Path], Any]:
    def change(folder: Path) -> None:
        for path in sorted(folder.glob("*.*")):
            path.write_bytes(path.read_bytes().replace(old.encode(), new.encode("utf-8", "surrogatepass")))

    return change


NASTY: dict[str, Callable[[Path], Any]] = {
    "a pipe for a table": in_place_of("claims.csv", lambda path: os.mkfifo(path)),
    "a pipe for a page of words": in_place_of("text/en.csv", lambda path: os.mkfifo(path)),
    "a pipe for a base map": in_place_of("basemap/overview.geojson", lambda path: os.mkfifo(path)),
    "an endless device": in_place_of("story.toml", lambda path: path.symlink_to("/dev/zero")),
    "folders for files": lambda folder: [in_place_of(file, Path.mkdir)(folder) for file in FILES],
    "UTF-16 with its mark": _recoded("utf-16"),
    "UTF-16 without": _recoded("utf-16-le"),
    "UTF-32": _recoded("utf-32"),
    "Windows Arabic": lambda folder: _recoded("cp1256")(folder) or _everywhere("Mill", "\udce4")(folder),
    "no quotation marks": _without_quotation,
    "semicolons": _everywhere(",", ";"),
    "surrogates": _everywhere("choir", "\ud800"),
    "bells and escapes": _everywhere("choir", "\x1b[31m\x07"),
    "numbers with commas": _everywhere("40", "4,0"),
    "no number": _write("places.geojson", b'{"type": "FeatureCollection", "features": [NaN, Infinity, -Infinity]}'),
    "a number of 400 digits": _everywhere("47.69", "1" + "0" * 400),
    "a number beyond all": _everywhere("47.69", "1e999"),
    "swapped coordinates": _everywhere("[9.16, 47.69]", "[47.69, 9.16]"),
    "other shapes": _everywhere('"Point"', '"Polygon"'),
    "deep JSON": _write("places.geojson", b"[" * 100_000),
    "deep TOML": _write("story.toml", b"a = " + b"[" * 100_000),
    "TOML of other types": _everywhere(" = 199", " = 199-0"),
    "dates of 30 February": _everywhere("1991-06-15", "1991-02-30"),
    "dates left open": _everywhere("1991-06-15", "../"),
    "American dates": _everywhere("1991-06-15", "06/15/1991"),
    "nothing at all": lambda folder: [path.unlink() for path in folder.iterdir()],
    "everything else": lambda folder: [path.write_bytes(os.urandom(999)) for path in folder.iterdir()],
}
"""What is done to a dataset."""


@pytest.fixture(scope="module")
def runs(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, subprocess.CompletedProcess[str]]:
    """What the command does with all of them, two at a time: starting takes longer than checking."""

    def one(what: str) -> subprocess.CompletedProcess[str]:
        folder = tmp_path_factory.mktemp("nasty") / "story"
        shutil.copytree(tiny, folder)
        NASTY[what](folder)
        return command("check", str(folder))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(NASTY, pool.map(one, NASTY), strict=True))


@UNIX
@pytest.mark.parametrize("what", NASTY)
def test_the_command_tells_it_in_plain_lines(runs: dict[str, subprocess.CompletedProcess[str]], what: str) -> None:
    run = runs[what]
    assert (run.stdout, run.returncode) == ("", 1)
    *problems, summary = run.stderr.splitlines()
    assert problems
    assert summary.endswith(("file", "files"))
    assert all(line.isprintable() and ": " in line for line in problems)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_a_title_full_of_script_leaves_the_terminal_alone(
    tiny: Path, geodata: Path, tmp_path: Path, encoding: str
) -> None:
    folder = write_hostile(tiny, geodata, tmp_path / "hostile")
    run = command("check", str(folder), PYTHONIOENCODING=encoding)
    assert run.stdout.startswith("The dataset is valid: ")
    assert (run.stdout.count("\n"), run.stderr, run.returncode) == (1, "", 0)


def test_an_export_of_what_is_not_valid_leaves_nothing_behind(choir: Copy, tmp_path: Path) -> None:
    choir.set("attacks.csv", "atk_geese", "place", "nowhere")
    out = tmp_path / "out.zip"
    run = command("export", "datapackage", str(out), str(choir.folder))
    assert (run.stdout, run.returncode, out.exists()) == ("", 1, False)
    assert run.stderr.startswith("attacks.csv:3:place: ")

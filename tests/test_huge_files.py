"""Files with far too much of something: told in little time and memory, measured in a process of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, Copy
from tests.synthetic import Size, write_story

MOST_SECONDS = 30
"""Of the processor, with what Python needs to start."""

MOST_BYTES = 1_200_000_000
"""Of memory that is really used."""

MB = 1_000_000
NEARLY = 19 * MB
"""As much of a map, or of a line of a table, as is read at all."""

NEARLY_A_TABLE = 99 * MB
"""As much of a table as is read at all."""

NEARLY_ALL_ROWS = 499_000
"""As many rows of a table as are read."""


def _rows(header: str, row: str, many: int) -> str:
    return header + "\n" + "\n".join(row.format(number) for number in range(many))


def _place(properties: str) -> str:
    geometry = '{"type": "Point", "coordinates": [9, 47]}'
    return _collection(f'{{"type": "Feature", "properties": {properties}, "geometry": {geometry}}}')


def _collection(features: str) -> str:
    return f'{{"type": "FeatureCollection", "features": [{features}]}}'


HUGE: dict[str, tuple[str, Callable[[], str], str]] = {
    "a field of 100 MB": ("sources.csv", lambda: "id,publisher\nx," + "x" * 100 * MB, "more than 100000 kB"),
    "a long line": ("sources.csv", lambda: "id,publisher\n" + "," * NEARLY_A_TABLE, "a line of more than 20000 kB"),
    "many quotation marks": ("custody.csv", lambda: "id\n" + '"' * NEARLY + '\n"' * (NEARLY * 2), "never closed"),
    "a quoted field": ("custody.csv", lambda: 'id,publisher\nx,"' + "x" * NEARLY, "a quotation mark is never closed"),
    "a row of commas": ("context.csv", lambda: "x" + "," * NEARLY + "\nx", "19000001 columns"),
    "many cells in a row": ("controversies.csv", lambda: "id,title\nx" + "," * NEARLY, "the column is missing"),
    "many rows": ("presence.csv", lambda: "id\n" + "a\n" * (NEARLY_A_TABLE // 2), "more than 500000 rows"),
    "long rows": ("presence.csv", lambda: _rows("id" + ",x" * 9, "{0}" + ",{0}" * 9, 700_000), "more than 500000 rows"),
    "many comments": ("relocations.csv", lambda: "#\n" * (NEARLY_A_TABLE // 2), "the file holds no rows"),
    "many members of a list": ("claims.csv", lambda: "id,speaker\nx," + "a;" * 65_000, "too long"),
    "many doubles": ("accounts.csv", lambda: "id\n" + "a\n" * NEARLY_ALL_ROWS, "the same id as in line 2"),
    "many misspelt ids": ("checks.csv", lambda: _rows("id,place", "x{0},p{0}", NEARLY_ALL_ROWS), "no such id"),
    "a long name of a column": ("speakers.csv", lambda: "id," + "x" * 100_000 + "\n", "an unknown column"),
    "foreign bytes": ("corrections.csv", lambda: "id\n" + "\udce4\n" * (NEARLY_A_TABLE // 2), "not UTF-8"),
    "a long property": ("places.geojson", lambda: _place('{"id": "' + "x" * NEARLY + '"}'), "too long"),
    "lists in lists": ("places.geojson", lambda: "[" * NEARLY, "too deep"),
    "lists in a property": ("places.geojson", lambda: _place('{"id": ' + "[" * 900 + "]" * 900 + "}"), "neither text"),
    "many lists": ("places.geojson", lambda: _collection("[]," * (NEARLY // 3) + "[]"), "more than 50000 rows"),
    "many properties": ("places.geojson", lambda: _place("{" + _rows('"":1', ',"x{0}":1', MB) + "}"), "001 columns"),
    "many doubles of a property": ("places.geojson", lambda: "{" + '"a":1,' * 3 * MB + '"b":1}', "written twice"),
    "a long number": ("places.geojson", lambda: _place('{"id": ' + "9" * NEARLY + "}"), "a number of 19000000 digits"),
    "a title of 100 MB": ("story.toml", lambda: 'title = "' + "x" * 100 * MB + '"', "more than 200 kB"),
    "a key of many parts": ("story.toml", lambda: "a." * 99_000 + "a = 1", "full stops"),
    "many keys of many parts": ("story.toml", lambda: _rows("", "a." * 990 + "b{0} = 1", 99), "neither text nor"),
    "many keys": ("story.toml", lambda: _rows("", "k{0} = 1", 18_000), "18000 columns"),
    "tables in tables": ("story.toml", lambda: "a = " + "{a=" * 60_000, "too deep"),
    "many words": ("text/en.csv", lambda: _rows("key,text", f"k{{0}},{'x' * 1000}", 18_000), ""),
    "a base map": ("basemap/overview.geojson", lambda: "[" * NEARLY, "not a FeatureCollection"),
    "outlines": ("basemap/countries.geojson", lambda: "[" * NEARLY, "no outlines of countries can be read"),
}
"""What there is too much of → file, content, and what is said of it."""


@dataclass(frozen=True)
class Check:
    """How a check of a dataset ended, what it said, and what it took."""

    status: int
    said: str
    seconds: float
    size: int


def checked(folder: Path) -> Check:
    """Run the check in a process that cannot take the machine with it."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (2 * MOST_SECONDS, 2 * MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (12 * 10**9, 12 * 10**9))

    said = folder.parent / "said"
    with said.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "ashraf_atlas", "check", str(folder)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=bounded,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, size = used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Check(process.returncode, said.read_text(encoding="utf-8"), seconds, size)


def rounds() -> list[list[str]]:
    """What can be checked in one folder, as it is about different files."""
    found: list[list[str]] = []
    for what in HUGE:
        free = next((it for it in found if all(about(other) != about(what) for other in it)), None)
        if free is None:
            found.append([what])
        else:
            free.append(what)
    return found


def about(what: str) -> str:
    """The file that it is about; outlines are looked at only where places can be."""
    return "places.geojson" if what == "outlines" else HUGE[what][0]


@pytest.mark.parametrize("together", rounds(), ids=", ".join)
def test_it_is_told_in_bounded_time_and_memory(choir: Copy, together: list[str]) -> None:
    for what in together:
        file, content, _ = HUGE[what]
        (choir.folder / file).parent.mkdir(exist_ok=True)
        (choir.folder / file).write_bytes(content().encode("utf-8", "surrogateescape"))
    check = checked(choir.folder)
    assert "Traceback" not in check.said
    assert check.status == 1
    for what in together:
        file, _, expected = HUGE[what]
        told = [line for line in check.said.splitlines() if line.startswith(f"{file}:")]
        assert any(expected in line for line in told) if expected else not told, what
    assert max(map(len, check.said.splitlines())) < 1000
    assert check.seconds < MOST_SECONDS
    assert check.size < MOST_BYTES


def test_a_hundred_thousand_attacks_are_not_too_many(tmp_path: Path) -> None:
    write_story(tmp_path / "story", Size(attacks=100_000, places=1_000, relocations=10_000))
    check = checked(tmp_path / "story")
    assert "100000 attacks, 0 accounts, 3 speakers, 300000 claims" in check.said
    assert check.status == 0
    assert check.size < MOST_BYTES

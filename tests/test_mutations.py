"""Datasets changed as people change them: each is a story with everything in it, or a list of clear problems.

The changes are drawn by hypothesis, the same in every run; `tests/mutating` says what they are, `tests/oracle.py` what
may come of them. To look further: `python -m pytest tests/test_mutations.py --examples 5000 --other-seed 7`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from ashraf_atlas.build_story import build_story
from ashraf_atlas.exports import downloads
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.serving import app_of
from tests.conftest import ROOT, Copy
from tests.extremes import EXTREMES
from tests.hostile import write_hostile
from tests.mutating import Files, files_of, mangled, mutated, reworded, write
from tests.oracle import VALID, verdict
from tests.plain_reader import CSV_TABLES, UNSHOWN, csv_rows, lacking

TINY = files_of(ROOT / "tests" / "data" / "tiny")
GEODATA = files_of(ROOT / "geodata")

LOOKS: dict[str, tuple[st.SearchStrategy[Files], int]] = {
    "changed in ways that fit each file": (mutated(TINY), 70),
    "changed so that most of it stays right": (reworded(TINY), 45),
    "changed byte by byte": (mangled(TINY), 30),
    "the real one, changed": (mutated(GEODATA), 12),
    "the real one, its words changed": (reworded(GEODATA), 4),
}
"""What is tried, and how many examples of it."""


@pytest.mark.parametrize("how", LOOKS)
def test_it_is_a_whole_story_or_a_list_of_problems(how: str, pytestconfig: pytest.Config) -> None:
    files, examples = LOOKS[how]
    other = pytestconfig.getoption("--other-seed")

    @given(files)
    def judged(made: Files) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "story"
            write(made, folder)
            verdict(folder)

    unbounded = settings(
        max_examples=pytestconfig.getoption("--examples") or examples,
        derandomize=other is None,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    (seed(other) if other is not None else _as_it_is)(unbounded(judged))()


def _as_it_is(test: Callable[[], None]) -> Callable[[], None]:
    return test


@pytest.mark.parametrize("like", EXTREMES)
def test_a_story_unlike_any_other_is_whole_served_and_exported(choir: Copy, like: str) -> None:
    EXTREMES[like](choir)
    whole_served_and_exported(choir.folder)


def test_a_story_full_of_script_is_too(tiny: Path, geodata: Path, tmp_path: Path) -> None:
    whole_served_and_exported(write_hostile(tiny, geodata, tmp_path / "hostile"))


def whole_served_and_exported(folder: Path) -> None:
    assert verdict(folder) == VALID
    client = Client(app_of(folder))
    files = [it.file for it in downloads("choir")]
    for address in ("/", "/card.png", "/data/corrections.atom", *(f"/data/{file}" for file in files)):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("table", CSV_TABLES)
def test_what_is_judged_by_sees_every_cell_and_row(choir: Copy, table: str) -> None:
    facts = payload(build_story(load(choir.folder)))
    assert lacking(choir.folder, facts) == []
    row = csv_rows(choir.folder / f"{table}.csv")[0]
    for column, cell in row.items():
        if cell and column not in UNSHOWN:
            before = choir.text(f"{table}.csv")
            choir.set(f"{table}.csv", row["id"], column, f"{cell}9")
            assert lacking(choir.folder, facts), column
            choir.write(f"{table}.csv", before)
    choir.write(f"{table}.csv", choir.text(f"{table}.csv") + ",".join(["one_more", *[""] * (len(row) - 1)]) + "\n")
    assert lacking(choir.folder, facts)

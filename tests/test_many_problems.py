"""Of very many rows with the same sort of problem the first are told, and how many more there are."""

from __future__ import annotations

import pytest

from ashraf_atlas import checks, csv_file, validation
from tests.conftest import Copy

HEADER = "id,attack,kind,speaker,accused,text,sources\n"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (checks, csv_file, validation):
        monkeypatch.setattr(module, "MOST_TOLD", 2)


def told(choir: Copy) -> list[str]:
    return [it for it in choir.problems() if it.startswith("accounts.csv:")]


def row(number: int, **cells: str) -> str:
    usual = {"id": f"acc_{number}", "attack": "atk_geese", "kind": "denial", "speaker": "choir", "accused": ""}
    return ",".join({**usual, "text": "No.", "sources": "s_gazette", **cells}.values()) + "\n"


def test_a_file_with_so_many_rows_to_mend_is_told_in_full(choir: Copy) -> None:
    choir.write("accounts.csv", HEADER + row(1, id="A") + row(2) + row(3, id="B"))
    assert [it.split(": ")[0:2] for it in told(choir)] == [
        ["accounts.csv:2:id", "not an id"],
        ["accounts.csv:4:id", "not an id"],
    ]


def test_cells_that_are_wrong(choir: Copy) -> None:
    choir.write("accounts.csv", HEADER + "".join(row(at, id="A" * at) for at in range(1, 6)) + row(7, attack="gone"))
    assert [it.split(": ", 1)[0] for it in told(choir)] == [f"accounts.csv:{it}" for it in ("2:id", "3:id", "4:-")]
    assert told(choir)[-1] == "accounts.csv:4:-: 3 rows more with such problems: mend those above first"


def test_rows_that_are_crooked(choir: Copy) -> None:
    choir.write("accounts.csv", HEADER + "a,b\n" * 3 + row(1))
    assert told(choir)[-1] == "accounts.csv:4:-: 1 row more with such problems: mend those above first"
    assert len(told(choir)) == 3


def test_ids_that_lead_nowhere(choir: Copy) -> None:
    choir.write("accounts.csv", HEADER + "".join(row(at, attack=f"gone_{at}") for at in range(4)))
    assert told(choir)[-1] == "accounts.csv:4:-: 2 rows more with such problems: mend those above first"
    assert len(told(choir)) == 3


def test_rows_below_those_that_are_told_are_not_asked_about(choir: Copy) -> None:
    header, first, *_ = choir.text("relocations.csv").splitlines(keepends=True)
    date = first.split(",")[4]
    rows = [first.replace(date, f"never {at}").replace("rel_", f"rel_{at}", 1) for at in range(4)]
    choir.write("relocations.csv", header + "".join(rows))
    found = [it for it in choir.problems() if it.startswith("relocations.csv:")]
    assert [it.split(": ", 1)[0] for it in found] == [f"relocations.csv:{it}" for it in ("2:date", "3:date", "4:-")]

"""What is read by whole columns is what is read row by row, or left to that; and each text is looked at once."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from ashraf_atlas import csv_rows, dates
from ashraf_atlas.cells import CELL_TYPES
from ashraf_atlas.coded import Coded, coded
from ashraf_atlas.columns import Column
from ashraf_atlas.csv_columns import read_columns
from ashraf_atlas.load import load
from ashraf_atlas.plain_cells import PLAIN, surely_right
from tests.synthetic import Size, write_story

PIECES = ('"', ",", "\n", "\r\n", "\r", '""', "a", " ", "é", "#", "\n\n", ',"b",', '"c\nd"', "\u2028", "\x0b")


def by_columns(text: str, above: int, end: int) -> tuple[object, ...] | None:
    read = read_columns(text[end:], above, 1000)
    if read is None:
        return None
    return (read.head_line, read.head), read.lines.tolist(), [it.cells for it in read.columns]


def row_by_row(text: str, above: int, end: int) -> tuple[object, ...]:
    head, body, problems = csv_rows._row_by_row(text[end:], "file", above)
    assert problems == []
    assert body.crooked == []
    return head, body.lines.tolist(), [it.cells for it in body.columns]


def test_columns_are_what_is_read_row_by_row() -> None:
    chance = random.Random(2026)
    read = 0
    for _ in range(20_000):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 16)))
        above, end = csv_rows.above_header(text)
        found = by_columns(text, above, end)
        if found is not None:
            read += 1
            assert found == row_by_row(text, above, end), repr(text)
    assert read > 500


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a,b\n1,2\n3,4\n", [2, 3]),
        ('a,b\n1,"2\n\n3"\n4,5', [2, 5]),
        ('a,b\r\n\r\n"1","2 ""and"" 3"\r\n,\r\n4,5\r\n', [3, 5]),
    ],
)
def test_rows_know_the_line_on_which_they_start(text: str, lines: list[int]) -> None:
    read = read_columns(text, 0, 10)
    assert read is not None
    assert read.lines.tolist() == lines


CROOKED = ("a,b\n1\n", "a,b\n1,2,3\n", 'a,b\n1,2"3"\n', 'a,b\n"1"2,3\n', 'a,b\n"1,2\n')


@pytest.mark.parametrize("text", [*CROOKED, "a\r1\r", "a,b\n", "", "a\n\udce4\n"])
def test_what_somebody_has_to_be_told_of_is_left_to_the_rows(text: str) -> None:
    assert read_columns(text, 0, 10) is None


def test_a_cell_of_any_length_is_judged_by_the_rows() -> None:
    assert read_columns("a\n" + "x" * 131_072, 0, 10) is not None
    assert read_columns("a\n" + "x" * 131_073, 0, 10) is None


def test_of_more_rows_than_there_may_be_the_first_too_many_is_the_last_that_is_read() -> None:
    text = "a\n" + "x\n" * 15
    for most, goes_on in ((15, False), (14, True), (10, True)):
        read = read_columns(text, 0, most)
        assert read is not None
        assert (read.goes_on, read.lines[-1]) == (goes_on, min(most + 2, 16))
        assert read.columns[0].cells == ["x"] * min(most + 1, 15)


def test_rows_that_hold_nothing_are_not_too_many() -> None:
    assert read_columns("a,b\n1,2\n,\n3,4\n", 0, 2) is None
    _, body, problems = csv_rows._row_by_row("a,b\n1,2\n,\n3,4\n", "file", 0)
    assert (body.lines.tolist(), problems) == ([2, 4], [])


def test_each_text_is_asked_about_once() -> None:
    asked: list[str] = []
    cells = coded(["b", "a", "b", "", "a"])
    assert cells.where(lambda cell: asked.append(cell) or cell == "a").tolist() == [False, True, False, False, True]
    assert asked == ["b", "a", ""]


def test_a_cell_that_is_left_out_is_not_asked_about() -> None:
    asked: list[str] = []
    cells = coded(["b", "a", "b"]).without([1])
    assert cells.where(lambda cell: not asked.append(cell)).tolist() == [True, False, True]
    assert asked == ["b"]
    assert cells.cells == ["b", None, "b"]
    assert cells.has("a").tolist() == [False, False, False]


@pytest.mark.parametrize("texts", [["a", "b", "a", "c"], ["a", "b", "c"]])
def test_what_stands_twice_is_found_whether_or_not_its_texts_are_gathered(texts: list[str]) -> None:
    twice = [texts.count(it) > 1 for it in texts]
    assert coded(texts).twice().tolist() == twice
    assert Coded(texts, np.arange(len(texts))).twice().tolist() == twice


@pytest.mark.parametrize("kind", PLAIN)
def test_what_is_surely_right_is_right(kind: str) -> None:
    chance = random.Random(kind)
    signs = "aZ09_;:/. -\n\x00\u2003\ufffe\u0645é\"<\\https://a.b"
    texts = ["".join(chance.choice(signs) for _ in range(chance.randint(1, 9))) for _ in range(3_000)]
    texts += [f"https://a.{it}" for it in texts] + [str(it) for it in range(100)] + ["a" * 3_000, "9" * 12]
    column = Column("column", kind, "help", required=True)
    sure = surely_right(texts, column)
    assert sure.any()
    assert [text for text, right in zip(texts, sure, strict=True) if right and column.fault(text)] == []


def test_a_column_of_equal_dates_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted_faults(monkeypatch, "date")
    write_story(tmp_path / "story", Size(attacks=2_000, places=10, relocations=10))
    load(tmp_path / "story")
    claims = [it for it in asked if it == "2025-12"]
    assert len(claims) == 1  # of 6,000 rows
    assert len(asked) < 3_000


@pytest.mark.parametrize("attacks", [200, 2_000])
def test_usual_cells_are_not_looked_at_one_by_one(
    attacks: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [counted_faults(monkeypatch, kind) for kind in ("id", "text", "whole")]
    write_story(tmp_path / "story", Size(attacks, places=10, relocations=10))
    load(tmp_path / "story")
    assert sum(map(len, asked)) < 500  # what small tables need, whatever the story's length


def counted_faults(monkeypatch: pytest.MonkeyPatch, kind: str) -> list[str]:
    """Let a type of cell keep a list of what it is asked about."""
    asked: list[str] = []
    usual = CELL_TYPES[kind]

    def fault(cell: str) -> tuple[str, str] | None:
        asked.append(cell)
        return usual.fault(cell)

    monkeypatch.setitem(CELL_TYPES, kind, type(usual)(usual.words, fault, usual.value))
    dates.period.cache_clear()
    return asked

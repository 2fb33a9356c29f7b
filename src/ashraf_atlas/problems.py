"""What is wrong with a dataset, said so that it can be mended: file, row, column, the value and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NOWHERE = "-"
"""Stands for the column where a problem has none; its row is then 0, or the line it was found on."""

LONGEST = 80
"""How many characters of a value are shown."""

MOST_TOLD = 10_000
"""Rows of a file of which one sort of problem is told: nobody reads more, and so many more take minutes to word."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, at one place."""

    file: str
    """Path inside the dataset folder, or the folder itself."""
    row: int
    """Line of the file as an editor numbers it, the header being 1; for features of GeoJSON their number, from 1."""
    column: str
    what: str
    """What is wrong, in a few words."""
    value: str | None
    """The value that is wrong; None if nothing is there."""
    mend: str
    """How to mend it."""

    @property
    def where(self) -> str:
        """Where it is: `file:row:column`."""
        return printable(f"{self.file}:{self.row}:{self.column}")

    @property
    def said(self) -> tuple[str, str | None, str]:
        """What is wrong, the value in quotation marks (None for none), and how to mend it, each on one line."""
        return printable(self.what), None if self.value is None else quoted(self.value), printable(self.mend)

    def __str__(self) -> str:
        """Return `file:row:column: what: "value": mend`, always one line."""
        return ": ".join([self.where, *(it for it in self.said if it is not None)])


class DatasetError(Exception):
    """A dataset that is not valid. Its `problems` are sorted by file and row, and its text is one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take the problems in any order; of several at one place the first is told."""
        once: dict[tuple[str, int, str], Problem] = {}
        for it in problems:
            once.setdefault((it.file, it.row, it.column), it)
        self.problems = tuple(once[place] for place in sorted(once))
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def summary(self) -> str:
        """How many problems there are, in how many files."""
        files = len({problem.file for problem in self.problems})
        return f"{counted(len(self.problems), 'problem')} in {counted(files, 'file')}"


def and_more(file: str, row: int, more: int) -> Problem:
    """Return what is told in place of the same sort of problem in more rows, of which `row` is the first."""
    what = f"{counted(more, 'row')} more with such problems"
    return Problem(file, row, NOWHERE, what, None, "mend those above first")


def quoted(value: str) -> str:
    """Return a value in quotation marks on one line, cut if long, nothing in it able to disturb a terminal."""
    shown = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
    return printable(f'"{escaped}"')


def printable(text: str) -> str:
    """Return a text on one line, with escapes for whatever a terminal would not print as a character."""
    if text.isprintable():
        return text
    # unpaired surrogates and marks that turn the writing direction are among what is not printable
    return "".join(it if it.isprintable() else it.encode("unicode_escape", "replace").decode("ascii") for it in text)


def counted(count: int, noun: str) -> str:
    """Return a number of things in words: 1 problem, 2 problems."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

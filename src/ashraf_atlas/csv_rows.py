"""From the text of a CSV file to a header and the columns below it, with the line on which each row starts.

Lines above the header that start with # are comments, so that a file can say what belongs into it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge

import numpy as np

from ashraf_atlas.coded import Coded, Codes
from ashraf_atlas.csv_columns import read_columns
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.sheet import MOST_COLUMNS, MOST_ROWS, too_many_rows
from ashraf_atlas.text_file import encodable

Record = tuple[int, list[str]]
"""The line on which a row starts, and its cells."""

AT_ONCE = 4_096
"""Rows that are turned into columns together: a long file kept as rows would take several times the memory."""

LONGEST_LINE = 20_000_000
"""Characters of a line: one of nothing but commas would take many times its length of memory."""

COMMENT = "#"

_COMMENTS = re.compile(
    r"""(?:
        (?: [#] [^\r\n]*+ \n )++  # most are of this kind
        |
        (?: [^\S\r\n]*+ (?: \r\n? | \n ) )*+  # blank lines
        (?: [#] [^\r\n]*+  # a comment
        | "[#] [^"\r\n]*+ " (?: [^"\r\n]*+ " [^"\r\n]*+ " )*+ [^"\r\n]*+  # one in quotation marks
        )
        (?: \r\n? | \n | \Z )
    )*+""",
    re.VERBOSE,
)
"""What stands above a header. Nothing is tried twice, as there can be very many lines."""

BROKEN = {
    "unexpected end": "a quotation mark is never closed",
    "field larger": "a quotation mark is never closed, or a cell is very long",
}
"""How Python says that a row cannot be read, and what that means."""

_LINE_END = re.compile("\r\n?")


@dataclass
class Body:
    """What stands below a header: the rows as long as it, by column, and the others."""

    lines: Codes
    """The line on which each row that is as long as the header starts."""
    columns: list[Coded]
    crooked: list[Record] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.lines) + len(self.crooked)

    def rows(self) -> Iterator[Record]:
        """Yield every row from top to bottom."""
        cells = zip(*(column.cells for column in self.columns), strict=True)
        straight = zip(self.lines.tolist(), map(list, cells), strict=True)
        return merge(straight, self.crooked, key=lambda it: it[0])

    def encodable(self) -> Body:
        """Return the same without what no file can hold, see `text_file.encodable`."""
        columns = [column.renamed(encodable) for column in self.columns]
        crooked = [(line, [encodable(cell) for cell in cells]) for line, cells in self.crooked]
        return Body(self.lines, columns, crooked)


class _Gathering:
    """Rows that become columns, in which each text is kept once."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[int] = []
        self.crooked: list[Record] = []
        self._rows: list[list[str]] = []
        self._known: list[dict[str, int]] = [{} for _ in range(width)]
        self._codes: list[list[Codes]] = [[] for _ in range(width)]

    def add(self, line: int, cells: list[str]) -> None:
        if len(cells) != self.width:
            self.crooked.append((line, cells))
            return
        self.lines.append(line)
        self._rows.append(cells)
        if len(self._rows) == AT_ONCE:
            self._gather()

    def _gather(self) -> None:
        for cells, known, codes in zip(zip(*self._rows, strict=True), self._known, self._codes, strict=False):
            codes.append(np.array([known.setdefault(cell, len(known)) for cell in cells], dtype=np.int32))
        self._rows.clear()

    @property
    def count(self) -> int:
        return len(self.lines) + len(self.crooked)

    def body(self) -> Body:
        self._gather()
        none = np.array([], dtype=np.int32)
        codes = [np.concatenate([none, *it]) for it in self._codes]
        columns = [Coded([*known], its) for known, its in zip(self._known, codes, strict=True)]
        return Body(np.array(self.lines, dtype=np.int64), columns, self.crooked)


def read_rows(text: str, file: str) -> tuple[Record | None, Body, list[Problem]]:
    """Return the first row that holds anything, those below, and what is wrong: a row that cannot be read ends them.

    What follows such a row is not guessed at.
    """
    above, end = above_header(text)
    if read := read_columns(text[end:], above, MOST_ROWS):
        problems = [too_many_rows(file, int(read.lines[-1]), MOST_ROWS)] if read.goes_on else []
        return (read.head_line, read.head), Body(read.lines, read.columns), problems
    return _row_by_row(text[end:], file, above)


def _row_by_row(text: str, file: str, above: int) -> tuple[Record | None, Body, list[Problem]]:
    content = io.BytesIO(text.encode("utf-8", errors="surrogateescape"))
    lines = csv.reader(io.TextIOWrapper(content, "utf-8", "surrogateescape", newline=""), strict=True)
    foreign_ends = "\r" in text
    head: Record | None = None
    gathered = _Gathering(0)
    problems = []
    start = above + 1
    try:
        for cells in lines:
            if any(cells):
                kept = [_LINE_END.sub("\n", cell) for cell in cells] if foreign_ends else cells
                if head is None:
                    head = start, kept
                    if len(kept) > MOST_COLUMNS:
                        break  # nothing below it will be read
                    gathered = _Gathering(len(kept))
                else:
                    gathered.add(start, kept)
                if gathered.count > MOST_ROWS:
                    problems.append(too_many_rows(file, start, MOST_ROWS))
                    break
            start = above + lines.line_num + 1
    except csv.Error as error:
        what = next((it for said, it in BROKEN.items() if said in str(error)), f"not a row of CSV ({error})")
        mend = 'put cells that hold commas or line breaks into quotation marks, and write "" for one inside them'
        problems.append(Problem(file, start, NOWHERE, what, None, mend))
    return head, gathered.body(), problems


def long_line(text: str) -> int | None:
    """Return the number of the first line that is too long to be a row, None if there is none."""
    start = 0
    while start + LONGEST_LINE < len(text):
        end = 1 + max(text.rfind("\n", start, start + LONGEST_LINE), text.rfind("\r", start, start + LONGEST_LINE))
        if not end:
            return _line_ends(text[:start]) + 1
        start = end
    return None


def above_header(text: str) -> tuple[int, int]:
    """Return how many lines, and how many characters, stand above the header: comments, and blank lines between them.

    Spreadsheets put a comment into quotation marks when they save it, and commas behind it: it is one still.
    """
    found = _COMMENTS.match(text)
    above = found[0] if found else ""
    return _line_ends(above) + (above != "" and above[-1] not in "\r\n"), len(above)


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")

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

from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.sheet import MOST_COLUMNS, MOST_ROWS, too_many_rows
from ashraf_atlas.text_file import encodable

Record = tuple[int, list[str]]
"""The line on which a row starts, and its cells."""

AT_ONCE = 4_096
"""Rows that are turned into columns together: a long file kept as rows would take several times the memory."""

COMMENT = "#"
QUOTED_COMMENT = '"#'

BROKEN = {
    "unexpected end": "a quotation mark is never closed",
    "field larger": "a quotation mark is never closed, or a cell is very long",
}
"""How Python says that a row cannot be read, and what that means."""

_LINE_END = re.compile("\r\n?")


@dataclass
class Body:
    """What stands below a header: the rows as long as it, by column, and the others."""

    width: int
    lines: list[int] = field(default_factory=list)
    """The line on which each row that is as long as the header starts."""
    columns: list[list[str]] = field(default_factory=list)
    crooked: list[Record] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.lines) + len(self.crooked)

    def rows(self) -> Iterator[Record]:
        """Yield every row from top to bottom."""
        straight = zip(self.lines, map(list, zip(*self.columns, strict=True)), strict=True)
        return merge(straight, self.crooked, key=lambda it: it[0])

    def encodable(self) -> Body:
        """Return the same without what no file can hold, see `text_file.encodable`."""
        columns = [[encodable(cell) for cell in column] for column in self.columns]
        crooked = [(line, [encodable(cell) for cell in cells]) for line, cells in self.crooked]
        return Body(self.width, self.lines, columns, crooked)


def read_rows(text: str, file: str) -> tuple[Record | None, Body, list[Problem]]:
    """Return the first row that holds anything, those below, and what is wrong: a row that cannot be read ends them.

    What follows such a row is not guessed at.
    """
    above = comment_lines(text)
    rest = io.StringIO(text, newline="")
    for _ in range(above):
        rest.readline()
    lines = csv.reader(rest, strict=True)
    foreign_ends = "\r" in text
    head: Record | None = None
    body = Body(0)
    gathered: list[list[str]] = []
    shared: list[dict[str, str]] = []
    problems = []
    start = above + 1
    try:
        for cells in lines:
            if any(cells):
                kept = [_LINE_END.sub("\n", cell) for cell in cells] if foreign_ends else cells
                if head is None and len(kept) > MOST_COLUMNS:
                    return (start, kept), Body(len(kept)), []  # nothing below it will be read
                if head is None:
                    head, body = (start, kept), Body(len(kept), columns=[[] for _ in kept])
                    shared = [{} for _ in kept]
                elif len(kept) == body.width:
                    body.lines.append(start)
                    gathered.append(kept)
                else:
                    body.crooked.append((start, kept))
                if body.count > MOST_ROWS:
                    problems.append(too_many_rows(file, start))
                    break
                if len(gathered) == AT_ONCE:
                    _gather(body, gathered, shared)
            start = above + lines.line_num + 1
    except csv.Error as error:
        what = next((it for said, it in BROKEN.items() if said in str(error)), f"not a row of CSV ({error})")
        mend = 'put cells that hold commas or line breaks into quotation marks, and write "" for one inside them'
        problems.append(Problem(file, start, NOWHERE, what, None, mend))
    _gather(body, gathered, shared)
    return head, body, problems


def _gather(body: Body, rows: list[list[str]], shared: list[dict[str, str]]) -> None:
    """Put rows behind the columns, and forget them; texts that are the same are kept once."""
    for column, cells, known in zip(body.columns, zip(*rows, strict=True), shared, strict=False):
        column.extend([known.setdefault(cell, cell) for cell in cells])
    rows.clear()


def comment_lines(text: str) -> int:
    """Return how many lines stand above the header: comments, and blank lines between and after them.

    Spreadsheets put a comment into quotation marks when they save it, and commas behind it: it is one still.
    """
    above = 0
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if line.startswith(COMMENT) or (line.startswith(QUOTED_COMMENT) and line.count('"') % 2 == 0):
            above = number
        elif line.strip():
            break
    return above

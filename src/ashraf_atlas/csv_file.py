"""CSV files: from text to rows of cells that know the line they start on.

Lines above the header that start with # are comments, so that a file can say what belongs into it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from heapq import merge
from pathlib import Path

import numpy as np
import pandas as pd

from ashraf_atlas.columns import STAMP, Table
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Reading,
    Sheet,
    column_name,
    too_many_columns,
    too_many_rows,
    unreadable,
)
from ashraf_atlas.text_file import encodable, foreign_byte, has_foreign_byte, read_text

Record = tuple[int, list[str]]
"""The line on which a row starts, and its cells."""

AT_ONCE = 4_096
"""Rows that are turned into columns together: a long file kept as rows would take several times the memory."""

WRONG_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}

LONGEST_HEADER = 10_000
"""So many characters of a header are searched for another separator."""

COMMENT = "#"
QUOTED_COMMENT = '"#'

BROKEN = {
    "unexpected end": "a quotation mark is never closed",
    "field larger": "a quotation mark is never closed, or a cell is very long",
}
"""How Python says that a row cannot be read, and what that means."""



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


_LINE_END = re.compile("\r\n?")


def read_csv(table: Table, folder: Path, file: str | None = None) -> Reading:
    """Return the rows of a CSV file of this table; `file` names it if the table has more than one."""
    file = file or table.file
    text, problems = read_text(folder, file)
    if text is None:
        return None, problems
    head, body, problems = _records(text, file)
    whole = not problems
    foreign = foreign_byte(text, file)
    if foreign and head:
        problems.append(_in_column(foreign, head, body))
        head, body = (head[0], [encodable(cell) for cell in head[1]]), _encodable(body)
    elif foreign:
        problems.append(foreign)
    if not head and whole:
        mend = f"let the first row name the columns: {','.join(table.names)}"
        return unreadable(file, "the file holds no rows", mend)
    if not head:
        return None, problems
    line, named = head
    if len(named) > MOST_COLUMNS:
        return too_many_columns(file, line, len(named))
    header = [column_name(name) for name in named]
    wrong = _separator(named, table)
    if wrong:
        mend = "save it with commas between the cells"
        return unreadable(file, f"the cells are separated by {WRONG_SEPARATORS[wrong]}", mend, row=line)
    if not any(table.column(name) for name in header):
        mend = f"let the first row name the columns: {','.join(table.names)}"
        return unreadable(file, "the first row is not the header", mend, row=line, value=",".join(named))
    problems += _twice(header, file, line)
    problems += _crooked(body, header, line, table, file)
    if not body.count and not table.may_be_empty:
        problems.append(Problem(file, line, NOWHERE, "no rows", None, f"add at least one, {table.one_row_is}"))
    stamp = STAMP if set(STAMP) <= set(header) else ()
    names = [name for name in dict.fromkeys(header) if name not in stamp]
    frame = pd.DataFrame(
        {name: np.array(body.columns[header.index(name)], dtype=object) for name in names},
        index=body.lines,
        dtype=object,
    )
    named_in = dict.fromkeys(header, line)
    return Sheet(table, file, frame, _ids(header, body), whole, named_in), problems


def _records(text: str, file: str) -> tuple[Record | None, Body, list[Problem]]:
    """The first row that holds anything, and those below; what follows one that cannot be read is not guessed at."""
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


def _encodable(body: Body) -> Body:
    columns = [[encodable(cell) for cell in column] for column in body.columns]
    return Body(body.width, body.lines, columns, [(at, [*map(encodable, cells)]) for at, cells in body.crooked])


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


def _in_column(problem: Problem, head: Record, body: Body) -> Problem:
    for line, cells in body.rows():
        found = next((name for name, cell in zip(head[1], cells, strict=False) if has_foreign_byte(cell)), None)
        if found:
            return replace(problem, column=found) if line <= problem.row else problem
    return problem


def _separator(header: list[str], table: Table) -> str | None:
    if len(header) > 1 and any(table.column(name) for name in header):
        return None
    joined = ",".join(header)[:LONGEST_HEADER]
    return next((it for it in WRONG_SEPARATORS if sum(bool(table.column(name)) for name in joined.split(it)) > 1), None)


def _twice(header: list[str], file: str, line: int) -> list[Problem]:
    names = dict.fromkeys(name for name in header if header.count(name) > 1 and name)
    return [Problem(file, line, name, "two columns have this name", name, "remove one of them") for name in names]


def _crooked(body: Body, header: list[str], line: int, table: Table, file: str) -> list[Problem]:
    """The rows that are not as long as the header; if none is, it is the header that is wrong."""
    lengths = {len(cells) for _, cells in body.crooked}
    if len(lengths) == 1 and not body.lines:
        if not set(table.names) <= set(header):
            return []  # a name is missing in the header, which is told of its column
        if body.count > 1:
            what = f"{len(header)} cells where every row has {lengths.pop()}"
            mend = "give each column its name, and each row as many cells"
            return [Problem(file, line, NOWHERE, what, None, mend)]
    mend = "look for a missing comma, or for one that should stand in quotation marks"
    found = []
    for row, cells in body.crooked:
        many = "too many" if len(cells) > len(header) else "too few"
        what = f"{many} cells: {len(cells)} where the header has {len(header)}"
        found.append(Problem(file, row, NOWHERE, what, cells[0], mend))
    return found


def _ids(header: list[str], body: Body) -> frozenset[str]:
    if "id" not in header:
        return frozenset()
    place = header.index("id")
    crooked = (cells[place] for _, cells in body.crooked if len(cells) > place)
    return frozenset(filter(None, (*body.columns[place], *crooked)))

"""CSV files: from text to rows of cells that know the line they start on.

Lines above the header that start with # are comments, so that a file can say what belongs into it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

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

WRONG_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}

LONGEST_HEADER = 10_000
"""So many characters of a header are searched for another separator."""

COMMENT = "#"

BROKEN = {
    "unexpected end": "a quotation mark is never closed",
    "field larger": "a quotation mark is never closed, or a cell is very long",
}
"""How Python says that a row cannot be read, and what that means."""

_LINE_END = re.compile("\r\n?")


def read_csv(table: Table, folder: Path, file: str | None = None) -> Reading:
    """Return the rows of a CSV file of this table; `file` names it if the table has more than one."""
    file = file or table.file
    text, problems = read_text(folder, file)
    if text is None:
        return None, problems
    records, problems = _records(text, file)
    whole = not problems
    foreign = foreign_byte(text, file)
    if foreign:
        problems.append(_in_column(foreign, records))
        records = [(row, [encodable(cell) for cell in cells]) for row, cells in records]
    if not records and whole:
        mend = f"let the first row name the columns: {','.join(table.names)}"
        return unreadable(file, "the file holds no rows", mend)
    if not records:
        return None, problems
    (line, named), body = records[0], records[1:]
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
    if not body and not table.may_be_empty:
        problems.append(Problem(file, line, NOWHERE, "no rows", None, f"add at least one, {table.one_row_is}"))
    straight = [it for it in body if len(it[1]) == len(header)]
    stamp = STAMP if set(STAMP) <= set(header) else ()
    names = [name for name in dict.fromkeys(header) if name not in stamp]
    frame = pd.DataFrame(
        {name: [cells[header.index(name)] for _, cells in straight] for name in names},
        index=[line for line, _ in straight],
        dtype=object,
    )
    named_in = dict.fromkeys(header, line)
    return Sheet(table, file, frame, _ids(header, body), whole, named_in), problems


def _records(text: str, file: str) -> tuple[list[Record], list[Problem]]:
    """All rows that hold anything; what comes after a row that cannot be read is not guessed at."""
    above = comment_lines(text)
    rest = io.StringIO(text, newline="")
    for _ in range(above):
        rest.readline()
    lines = csv.reader(rest, strict=True)
    records: list[Record] = []
    start = above + 1
    try:
        for cells in lines:
            if len(records) > MOST_ROWS:
                return records, [too_many_rows(file, start)]
            if any(cells):
                records.append((start, [_LINE_END.sub("\n", cell) for cell in cells]))
            start = above + lines.line_num + 1
    except csv.Error as error:
        what = next((it for said, it in BROKEN.items() if said in str(error)), f"not a row of CSV ({error})")
        mend = 'put cells that hold commas or line breaks into quotation marks, and write "" for one inside them'
        return records, [Problem(file, start, NOWHERE, what, None, mend)]
    return records, []


def comment_lines(text: str) -> int:
    """Return how many lines stand above the header: comments, and blank lines between and after them.

    Spreadsheets put a comment into quotation marks when they save it, and commas behind it: it is one still.
    """
    above = 0
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        quoted = line.startswith(f'"{COMMENT}') and line.count('"') % 2 == 0
        if line.startswith(COMMENT) or quoted:
            above = number
        elif line.strip():
            break
    return above


def _in_column(problem: Problem, records: Sequence[Record]) -> Problem:
    header = records[0][1] if records else []
    for line, cells in records[1:]:
        found = next((name for name, cell in zip(header, cells, strict=False) if has_foreign_byte(cell)), None)
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


def _crooked(body: Sequence[Record], header: list[str], line: int, table: Table, file: str) -> list[Problem]:
    """The rows that are not as long as the header; if none is, it is the header that is wrong."""
    lengths = {len(cells) for _, cells in body}
    if len(lengths) == 1 and len(header) not in lengths:
        if not set(table.names) <= set(header):
            return []  # a name is missing in the header, which is told of its column
        if len(body) > 1:
            what = f"{len(header)} cells where every row has {lengths.pop()}"
            mend = "give each column its name, and each row as many cells"
            return [Problem(file, line, NOWHERE, what, None, mend)]
    mend = "look for a missing comma, or for one that should stand in quotation marks"
    found = []
    for row, cells in body:
        if len(cells) != len(header):
            many = "too many" if len(cells) > len(header) else "too few"
            what = f"{many} cells: {len(cells)} where the header has {len(header)}"
            found.append(Problem(file, row, NOWHERE, what, cells[0], mend))
    return found


def _ids(header: list[str], body: Sequence[Record]) -> frozenset[str]:
    if "id" not in header:
        return frozenset()
    place = header.index("id")
    return frozenset(cells[place] for _, cells in body if len(cells) > place and cells[place])

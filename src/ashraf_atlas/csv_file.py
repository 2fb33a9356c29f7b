"""CSV files: from text to rows of cells that know the line they start on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ashraf_atlas.columns import STAMP, Table
from ashraf_atlas.csv_rows import LONGEST_LINE, Body, Record, long_line, read_rows
from ashraf_atlas.problems import MOST_TOLD, NOWHERE, Problem, and_more
from ashraf_atlas.sheet import (
    MOST_COLUMNS,
    Reading,
    Sheet,
    column_name,
    too_many_columns,
    unreadable,
)
from ashraf_atlas.text_file import encodable, foreign_byte, has_foreign_byte, read_text

WRONG_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}

LARGEST = 100_000_000
"""Bytes of a file: a hundred thousand attacks, with some words of each."""

LONGEST_HEADER = 10_000
"""So many characters of a header are searched for another separator."""


def read_csv(table: Table, folder: Path, file: str | None = None) -> Reading:
    """Return the rows of a CSV file of this table; `file` names it if the table has more than one."""
    file = file or table.file
    text, problems = read_text(folder, file, largest=LARGEST)
    if text is None:
        return None, problems
    if too_long := long_line(text):
        mend = "give each row a line of its own"
        return unreadable(file, f"a line of more than {LONGEST_LINE // 1000} kB", mend, row=too_long)
    head, body, problems = read_rows(text, file)
    whole = not problems
    foreign = foreign_byte(text, file)
    if foreign and head:
        problems.append(_in_column(foreign, head, body))
        head, body = (head[0], [encodable(cell) for cell in head[1]]), body.encodable()
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
    columns = {name: body.columns[header.index(name)] for name in names}
    named_in = dict.fromkeys(header, line)
    return Sheet(table, file, columns, body.lines, _ids(header, body), whole, named_in), problems


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
    if len(lengths) == 1 and not len(body.lines):
        if not set(table.names) <= set(header):
            return []  # a name is missing in the header, which is told of its column
        if body.count > 1:
            what = f"{len(header)} cells where every row has {lengths.pop()}"
            mend = "give each column its name, and each row as many cells"
            return [Problem(file, line, NOWHERE, what, None, mend)]
    mend = "look for a missing comma, or for one that should stand in quotation marks"
    found = []
    if len(body.crooked) > MOST_TOLD:
        found.append(and_more(file, body.crooked[MOST_TOLD][0], len(body.crooked) - MOST_TOLD))
    for row, cells in body.crooked[:MOST_TOLD]:
        many = "too many" if len(cells) > len(header) else "too few"
        what = f"{many} cells: {len(cells)} where the header has {len(header)}"
        found.append(Problem(file, row, NOWHERE, what, cells[0], mend))
    return found


def _ids(header: list[str], body: Body) -> frozenset[str]:
    if "id" not in header:
        return frozenset()
    place = header.index("id")
    crooked = (cells[place] for _, cells in body.crooked if len(cells) > place)
    return frozenset(filter(None, (*body.columns[place].texts, *crooked)))

"""Columns and cells against their declaration: rows in which something may be wrong are found by whole columns, pandera
says what it is, and its failures become problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ashraf_atlas.cells import closest
from ashraf_atlas.coded import Coded, Codes, Mask
from ashraf_atlas.columns import ANY_LANGUAGE, Column, Table
from ashraf_atlas.plain_cells import surely_right
from ashraf_atlas.problems import MOST_TOLD, NOWHERE, Problem, and_more
from ashraf_atlas.sheet import Sheet

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

NOUNS = {"csv": "column", "geojson": "property", "toml": "key"}
"""What a column is called in a file of each format."""


def judged(sheet: Sheet) -> tuple[Sheet, list[Problem]]:
    """Return a sheet, and what is wrong with its columns and cells.

    Of very many rows with something wrong the first are told, and the sheet ends before the others.
    """
    suspected = np.flatnonzero(_suspected(sheet))
    if len(suspected) <= MOST_TOLD:
        return sheet, _faults(sheet, suspected)
    end = int(suspected[MOST_TOLD])
    more = and_more(sheet.file, int(sheet.rows[end]), len(suspected) - MOST_TOLD)
    return sheet.up_to(end), [*_faults(sheet, suspected[:MOST_TOLD]), more]


def _faults(sheet: Sheet, suspected: Codes) -> list[Problem]:
    if not len(suspected) and _well_named(sheet):
        return []  # most files are, and pandera takes a second to start
    import pandas as pd
    import pandera.pandas as pa

    columns = {name: cells.at(suspected) for name, cells in sheet.columns.items()}
    frame = pd.DataFrame(columns, index=sheet.rows[suspected], dtype=object)
    try:
        schema_of(sheet.table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return list(_problems(sheet, frame, errors.failure_cases.to_dict("records")))
    return []


def _well_named(sheet: Sheet) -> bool:
    table = sheet.table
    return set(table.names) <= set(sheet.columns) and all(table.column(name) for name in sheet.columns)


def _suspected(sheet: Sheet) -> Mask:
    """For each row whether it has a cell that is wrong, or one of those that may not stand twice and do."""
    suspected = np.zeros(len(sheet.rows), dtype=bool)
    for name, cells in sheet.columns.items():
        column = sheet.table.column(name)
        if column:
            suspected |= ~_right(cells, column)
    unique = sheet.columns.get(sheet.table.columns[0].name)
    return suspected | unique.twice() if unique else suspected


def _right(cells: Coded, column: Column) -> Mask:
    """For each row whether its cell is; a text is looked at by itself only if it is out of the ordinary."""
    right = surely_right(cells.texts, column)
    for at in np.flatnonzero(~right):
        right[at] = column.fault(cells.texts[at]) is None
    return right[cells.codes]


@lru_cache
def schema_of(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of a table: its columns and no others, each cell right, no doubles in the first."""
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {f"{it.pattern}$" if ANY_LANGUAGE in it.name else it.name: _column(it, table) for it in table.columns},
        strict=True,
        name=table.name,
    )


def _column(column: Column, table: Table) -> pa.Column:
    import pandera.pandas as pa

    return pa.Column(
        checks=pa.Check(lambda cells: _each_right(cells, column), name="cell", error="cell"),
        unique=column is table.columns[0],
        report_duplicates="exclude_first",
        regex=ANY_LANGUAGE in column.name,
        required=column.name in table.names,
    )


def _each_right(cells: pd.Series[str], column: Column) -> pd.Series[bool]:
    return cells.map(lambda cell: column.fault(cell) is None).astype(bool)


def _problems(sheet: Sheet, frame: pd.DataFrame, failures: list[dict[str, Any]]) -> Iterator[Problem]:
    named = [it["failure_case"] for it in failures if it["check"] == "column_in_schema"]
    missing = [it["failure_case"] for it in failures if it["check"] == "column_in_dataframe"]
    for name in missing:
        meant = closest(name, [it for it in named if closest(it, missing) == name])
        if meant:
            named.remove(meant)
        yield _missing(sheet, name, meant)
    for name in named:
        yield _unknown(sheet, str(name))
    first = _first_rows(sheet.table, frame)
    for it in failures:
        if it["check"] in ("cell", "field_uniqueness") and (problem := _cell(sheet, it, first)):
            yield problem


def _first_rows(table: Table, frame: pd.DataFrame) -> dict[str, int]:
    """The first row of each value of the column that may not have one twice."""
    unique = table.columns[0].name
    rows = list(frame[unique].items()) if unique in frame else []
    return {str(cell): int(str(row)) for row, cell in reversed(rows)}


def _missing(sheet: Sheet, name: str, meant: str | None) -> Problem:
    noun = NOUNS[sheet.table.format]
    every = " in every feature" if sheet.table.format == "geojson" else ""
    row = sheet.where(meant) if meant else sheet.where(name)
    column = sheet.table.column(name)
    mend = f"rename {meant} to {name}" if meant else f"add it: {column.help if column else name}"
    return Problem(sheet.file, row, name, f"the {noun} is missing{every}", meant, mend)


def _unknown(sheet: Sheet, name: str) -> Problem:
    noun = NOUNS[sheet.table.format]
    near = closest(name, sheet.table.names)
    known = f"the closest known name is {near}" if near else f"known are {', '.join(sheet.table.names)}"
    return Problem(sheet.file, sheet.where(name), name or NOWHERE, f"an unknown {noun}", name, f"remove it; {known}")


def _cell(sheet: Sheet, failure: dict[str, Any], first: Mapping[str, int]) -> Problem | None:
    name, index, cell = str(failure["column"]), int(failure["index"]), str(failure["failure_case"])
    row = sheet.row(index, name)
    if failure["check"] == "field_uniqueness":
        if not cell:
            return None
        where = "feature" if sheet.table.format == "geojson" else "line"
        what = f"the same {name} as in {where} {first[cell]}"
        return Problem(sheet.file, row, name, what, cell, "give each row its own")
    column = sheet.table.column(name)
    found = column.fault(cell) if column else None
    if not found:
        return None
    what, mend = found
    return Problem(sheet.file, row, name, what, cell if cell else None, mend)

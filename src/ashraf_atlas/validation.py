"""Columns and cells against their declaration: pandera does the checking, its failures become problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ashraf_atlas.cells import closest
from ashraf_atlas.columns import ANY_LANGUAGE, Column, Table
from ashraf_atlas.once_each import of_each
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.sheet import Sheet

NOUNS = {"csv": "column", "geojson": "property", "toml": "key"}
"""What a column is called in a file of each format."""


@lru_cache
def schema_of(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of a table: its columns and no others, each cell right, no doubles in the first."""
    return pa.DataFrameSchema(
        {f"{it.pattern}$" if ANY_LANGUAGE in it.name else it.name: _column(it, table) for it in table.columns},
        strict=True,
        name=table.name,
    )


def faults(sheet: Sheet) -> list[Problem]:
    """Return what is wrong with the columns and cells of a sheet."""
    try:
        schema_of(sheet.table).validate(sheet.frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return list(_problems(sheet, errors.failure_cases.to_dict("records")))
    return []


def _column(column: Column, table: Table) -> pa.Column:
    return pa.Column(
        checks=pa.Check(lambda cells: _right(cells, column), name="cell", error="cell"),
        unique=column is table.columns[0],
        report_duplicates="exclude_first",
        regex=ANY_LANGUAGE in column.name,
        required=column.name in table.names,
    )


def _right(cells: pd.Series[str], column: Column) -> pd.Series[bool]:
    return pd.Series(of_each(cells, lambda cell: column.fault(cell) is None), index=cells.index, dtype=bool)


def _problems(sheet: Sheet, failures: list[dict[str, Any]]) -> Iterator[Problem]:
    named = [it["failure_case"] for it in failures if it["check"] == "column_in_schema"]
    missing = [it["failure_case"] for it in failures if it["check"] == "column_in_dataframe"]
    for name in missing:
        meant = closest(name, [it for it in named if closest(it, missing) == name])
        if meant:
            named.remove(meant)
        yield _missing(sheet, name, meant)
    for name in named:
        yield _unknown(sheet, str(name))
    first = _first_rows(sheet)
    for it in failures:
        if it["check"] in ("cell", "field_uniqueness") and (problem := _cell(sheet, it, first)):
            yield problem


def _first_rows(sheet: Sheet) -> dict[str, int]:
    """The first row of each value of the column that may not have one twice."""
    unique = sheet.table.columns[0].name
    rows = list(sheet.frame[unique].items()) if unique in sheet.frame else []
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

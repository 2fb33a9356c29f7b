"""Checked frames back into rows: values under the columns of the schema, and cells as a file holds them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ashraf_atlas import records
from ashraf_atlas.cells import SEPARATOR
from ashraf_atlas.columns import ANY_LANGUAGE, Column, Table
from ashraf_atlas.dates import Period
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.records import Row
from ashraf_atlas.schema import TABLES


def rows(bundle: Bundle, table: str) -> list[Row]:
    """Return the rows of a table in their order: plain values, dates as periods, of a place its lon and lat."""
    return records.rows(bundle.tables[table])


def columns(bundle: Bundle, table: str) -> tuple[Column, ...]:
    """Return the columns of a table as the schema orders them, one for each language that it has names in."""
    there = bundle.tables[table].columns
    return tuple(named for it in TABLES[table].columns for named in _spoken(it, there))


def _spoken(column: Column, there: Iterable[str]) -> list[Column]:
    if ANY_LANGUAGE not in column.name:
        return [column]
    start, help_ = column.name.removesuffix(ANY_LANGUAGE), column.help.partition(",")[0]
    found = sorted(name for name in there if re.fullmatch(column.pattern, name))
    return [replace(column, name=name, help=f"{help_}: {name.removeprefix(start)}") for name in found]


def cell(value: Any) -> str:
    """Return a value as a cell holds it: "" for none, lists with `;`, numbers without an exponent, dates in EDTF."""
    if value is None:
        return ""
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, tuple):
        return SEPARATOR.join(map(cell, value))
    if isinstance(value, float):
        return format(Decimal(str(value)).normalize(), "f")
    return str(value)


def csv_bytes(names: Sequence[str], of: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a CSV file by RFC 4180, in UTF-8."""
    text = io.StringIO(newline="")
    # with this end of line a lone carriage return in a cell is quoted too
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(row[name]) for name in names] for row in of)
    return text.getvalue().encode("utf-8")


def with_points(table: Table, columns: Iterable[Column]) -> Table:
    """Return the table of places, with these columns, as one whose points are two columns more."""
    return replace(table, file=f"{table.name}.csv", format="csv", columns=(*columns, LON, LAT))


LON = Column("lon", "number", "longitude in degrees, WGS 84", required=True)
LAT = Column("lat", "number", "latitude in degrees, WGS 84", required=True)

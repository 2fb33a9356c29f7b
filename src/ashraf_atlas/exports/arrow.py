"""Tables as Arrow has them, which GeoPackage and GeoParquet are written from; and shapes as well-known binary."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from ashraf_atlas import cells
from ashraf_atlas.columns import Column
from ashraf_atlas.dates import Period
from ashraf_atlas.exports import rows
from ashraf_atlas.exports.lines import Line

COMMENT = "GDAL:OGR:comment"
"""Under which GDAL reads what a column means."""

TYPES: dict[str, pa.DataType] = {cells.WHOLE: pa.int64(), cells.YEAR: pa.int64(), cells.NUMBER: pa.float64()}
"""By type of cell; any other is text."""

POINT, LINE, LINES = 1, 2, 5
"""How well-known binary counts them."""


def fields(columns: Iterable[Column]) -> list[pa.Field]:
    """Return the fields of declared columns, behind a date its first and last day."""
    made: list[pa.Field] = []
    for it in columns:
        made.append(field(it.name, TYPES.get(it.type, pa.string()), it.help))
        for name, help_ in ends(it).items():
            made.append(field(name, pa.date32(), help_))
    return made


def ends(column: Column) -> dict[str, str]:
    """Return the names of the columns for the first and last day of a date column, each with its help; or none."""
    if column.type != cells.DATE or not column.name.endswith("date"):
        return {}
    before = column.name.removesuffix("date")
    return {f"{before}start": f"first day of {column.name}", f"{before}end": f"last day of {column.name}"}


def field(name: str, type_: pa.DataType, help_: str) -> pa.Field:
    """Return a field that knows what it means."""
    return pa.field(name, type_, metadata={COMMENT: help_})


def table(declared: Sequence[pa.Field], of: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Return a table with these fields; a row that lacks one has nothing there."""
    found = list(of)
    columns = [pa.array([_value(row.get(it.name), it.type) for row in found], it.type) for it in declared]
    return pa.Table.from_arrays(columns, schema=pa.schema(declared))


def with_ends(row: Mapping[str, Any], columns: Iterable[Column]) -> dict[str, Any]:
    """Return a row with the first and last day of its dates."""
    made = dict(row)
    for it in columns:
        when: Period | None = row[it.name] if ends(it) else None
        made |= dict(zip(ends(it), (when.start, when.end) if when else (None, None), strict=False))
    return made


def wkb(shape: Sequence[Line], *, lines: bool = False) -> bytes | None:
    """Return a shape as well-known binary, None if it is none; with `lines` also a single line as one of several."""
    if not shape:
        return None
    if len(shape[0]) == 1:
        return struct.pack("<BIdd", 1, POINT, *shape[0][0])
    if len(shape) == 1 and not lines:
        return _line(shape[0])
    return struct.pack("<BII", 1, LINES, len(shape)) + b"".join(map(_line, shape))


def _line(line: Line) -> bytes:
    return struct.pack("<BII", 1, LINE, len(line)) + b"".join(struct.pack("<dd", *point) for point in line)


def _value(value: Any, type_: pa.DataType) -> Any:
    if pa.types.is_string(type_):
        return rows.cell(value) or None
    if pa.types.is_date(type_) and isinstance(value, str):
        return date.fromisoformat(value)
    return value

"""Declared columns as a Table Schema, the description of a table in a Frictionless data package (specification v1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ashraf_atlas import cells
from ashraf_atlas.columns import Column
from ashraf_atlas.dates import HOW_TO_WRITE
from ashraf_atlas.exports import rows

TYPES: dict[str, dict[str, Any]] = {
    cells.ID: {"type": "string", "constraints": {"pattern": "[a-z][a-z0-9_]*"}},
    cells.REF: {"type": "string", "constraints": {"pattern": "[a-z][a-z0-9_]*:[a-z][a-z0-9_]*"}},
    cells.WHOLE: {"type": "integer", "constraints": {"minimum": 0}},
    cells.NUMBER: {"type": "number", "constraints": {"minimum": 0}},
    cells.YEAR: {"type": "year"},
    cells.COUNTRY: {"type": "string", "constraints": {"pattern": "[A-Z]{2}"}},
    cells.LANGUAGE: {"type": "string", "constraints": {"pattern": "[a-z]{2,3}"}},
    cells.URL: {"type": "string", "constraints": {"pattern": "https?://.*"}},
}
"""By type of cell; any other is a string without a rule that a Table Schema could tell."""

BOUNDS: dict[str, dict[str, Any]] = {
    rows.LON.name: {"minimum": -180, "maximum": 180},
    rows.LAT.name: {"minimum": -90, "maximum": 90},
}
"""Of numbers that can be below zero, by column."""

MISSING = [""]


def table_schema(columns: Iterable[Column], key: Sequence[str] = ()) -> dict[str, Any]:
    """Return the Table Schema of these columns; the key is `id` unless another is given."""
    declared = list(columns)
    names = [it.name for it in declared]
    keys = list(key) or (["id"] if "id" in names else names[:1])
    foreign = [_foreign_key(it) for it in declared if it.type == cells.ID and it.to]
    return {
        "fields": [_field(it, alone=keys == [it.name]) for it in declared],
        "missingValues": MISSING,
        "primaryKey": keys if len(keys) > 1 else keys[0],
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(column: Column, *, alone: bool) -> dict[str, Any]:
    declared = TYPES.get(column.type, {"type": "string"})
    constraints: dict[str, Any] = {"required": column.required, "unique": alone}
    rule = {"enum": list(column.one_of)} if column.one_of else declared.get("constraints", {})
    constraints = {name: True for name, holds in constraints.items() if holds}
    constraints |= BOUNDS.get(column.name, rule)
    return {
        "name": column.name,
        "type": declared["type"],
        "description": _described(column),
        **({"constraints": constraints} if constraints else {}),
    }


def _described(column: Column) -> str:
    said = f"{column.help[0].upper()}{column.help[1:]}."
    if column.type in (cells.IDS, cells.LIST):
        said += f" A list, with {cells.SEPARATOR} between its members."
    if column.type == cells.IDS:
        said += f" They are ids in {' or '.join(column.to)}."
    if column.type == cells.REF:
        said += f" A kind, a colon and an id; it is in {' or '.join(column.to)}."
    if column.type == cells.DATE:
        said += f" EDTF (ISO 8601-2) level 1: {HOW_TO_WRITE}."
    return said


def _foreign_key(column: Column) -> dict[str, Any]:
    return {"fields": column.name, "reference": {"resource": column.to[0], "fields": "id"}}

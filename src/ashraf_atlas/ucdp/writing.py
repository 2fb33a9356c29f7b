"""Rows into the files of a dataset."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ashraf_atlas.columns import Table
from ashraf_atlas.exports.toml_out import toml_bytes
from ashraf_atlas.schema import TABLES

Row = Mapping[str, Any]
"""Cells by column; what is left out is empty."""


def write_table(folder: Path, name: str, rows: Iterable[Row]) -> int:
    """Write a CSV file of a table with all its columns; return how many rows it has."""
    table = TABLES[name]
    return write_csv(folder / table.file, table.names, rows)


def write_csv(path: Path, names: Iterable[str], rows: Iterable[Row]) -> int:
    """Write a CSV file with these columns; return how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tuple(names), restval="", lineterminator="\n")
        writer.writeheader()
        for count, row in enumerate(rows, start=1):  # noqa: B007
            writer.writerow(row)
    return count


def write_places(folder: Path, places: Iterable[tuple[Row, float, float]]) -> int:
    """Write the places, each with its longitude and latitude, one a line; return how many there are."""
    table = TABLES["places"]
    lines = [json.dumps(_feature(table, *it), ensure_ascii=False) for it in places]
    text = '{"type": "FeatureCollection", "features": [\n' + ",\n".join(lines) + "\n]}\n"
    (folder / table.file).write_text(text, encoding="utf-8")
    return len(lines)


def write_story(folder: Path, keys: Row) -> None:
    """Write the head of the story."""
    table = TABLES["story"]
    (folder / table.file).write_bytes(toml_bytes(table, keys))


def _feature(table: Table, row: Row, lon: float, lat: float) -> Row:
    properties = {name: row.get(name, "") for name in table.names}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [lon, lat]}}

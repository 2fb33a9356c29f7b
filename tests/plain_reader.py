"""What a dataset folder holds, read by `csv`, `json` and `tomllib` alone, and what of it a payload lacks."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

Row = dict[str, Any]

CSV_TABLES = (
    "kinds", "presence", "custody", "relocations", "attacks", "accounts", "speakers", "claims", "context",
    "controversies", "checks", "steps", "corrections", "sources",
)  # fmt: skip

UNSHOWN = {"confidence", "coarsen_m", "schema_version"}
"""Columns that the page has no use for."""

STAMP = {"licence", "citation", "version"}
"""What `export` adds to a table, and the story says too."""

RENAMED = {
    ("custody", "controller_detail"): "detail",
    ("claims", "people_group"): "group",
    ("claims", "speaker"): "speakers",
}
"""Columns that have another name in the payload."""

ABOVE = re.compile(r"#|\"#")


def read(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of every table; cells of CSV files are texts, others what JSON and TOML make of them."""
    tables = {name: csv_rows(folder / f"{name}.csv") for name in CSV_TABLES}
    features = json.loads(_text(folder / "places.geojson"))["features"]
    tables["places"] = [{**it["properties"], "point": it["geometry"]["coordinates"][:2]} for it in features]
    tables["story"] = [tomllib.loads(_text(folder / "story.toml"))]
    for path in sorted((folder / "text").glob("*.csv")) if (folder / "text").is_dir() else ():
        tables[f"text/{path.stem}"] = csv_rows(path)
    return tables


def csv_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file that hold anything, without the comments above its header."""
    lines = io.StringIO(_text(path), newline="").readlines()
    while lines and (not lines[0].strip() or ABOVE.match(lines[0])):
        lines.pop(0)
    header, *rows = [cells for cells in csv.reader(lines) if any(cells)]
    return [dict(zip(header, map(_one_line_end, cells), strict=True)) for cells in rows]


def lacking(folder: Path, facts: Mapping[str, Any]) -> list[str]:
    """Return what the folder holds and the payload does not: rows by table and id, and cells that differ."""
    return [it for name, rows in read(folder).items() for it in _lacking(name, rows, facts)]


def _lacking(table: str, rows: list[Row], facts: Mapping[str, Any]) -> Iterator[str]:
    if table.startswith("text/"):
        words = facts["text"].get(table.removeprefix("text/"), {})
        own = [row for row in rows if ":" not in row["key"]]  # the others are texts of the story in another language
        yield from (f"{table}: {row}" for row in own if words.get(row["key"]) != row["text"])
        return
    shown = _shown(table, rows, facts)
    if len(shown) != len(rows):
        yield f"{table}: {len(rows)} rows in the file, {len(shown)} in the payload"
    for row in rows:
        found = shown.get(row.get("id"))
        if found is None:
            yield f"{table}: {row.get('id')!r} is not in the payload"
            continue
        for column, cell in row.items():
            if column in UNSHOWN or (table != "story" and column in STAMP):
                continue
            if not _same(cell, _value(table, column, row, found)):
                yield f"{table}: {row['id']}: {column}: {cell!r} became {_value(table, column, row, found)!r}"


def _shown(table: str, rows: list[Row], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The records of a table in the payload, by id; those that stand inside others by the ids of these."""
    if table == "story":
        return {rows[0].get("id", ""): facts["story"]}
    if table == "presence":
        # a holder's counts stand at the place where they are drawn too
        return {it["id"]: it for place in facts["places"].values() for it in place["counts"]}
    if table == "custody":
        return {it["id"]: {**it, "place": id_} for id_, place in facts["places"].items() for it in place["custody"]}
    if table == "accounts":
        return {it["id"]: {**it, "attack": id_} for id_, at in facts["attacks"].items() for it in at["accounts"]}
    if table == "claims":
        told = {it["id"]: {**it, "attack": id_} for id_, at in facts["attacks"].items() for it in at["claims"]}
        return {**told, **{id_: {**it, "attack": ""} for id_, it in facts["totals"].items()}}
    return dict(facts[table])


def _value(table: str, column: str, row: Row, shown: Row) -> Any:
    if column == "point":
        return [shown["lon"], shown["lat"]] if not _given(row.get("coarsen_m")) else row["point"]
    if column == "precision_m" and _given(row.get("coarsen_m")):
        return row[column]
    if table == "places" and column.startswith("name_"):
        return shown["names"].get(column.removeprefix("name_"))
    if column == "sum_of" and row["metric"] == "attacks":
        return row[column]  # those named only say where and when to count
    if column == "sum_of":
        return shown["sum"]["attacks"] if shown["sum"] else []
    if table == "claims" and column == "scope" and row["attack"]:
        return row[column]  # empty, as only a total has one
    value = shown.get(RENAMED.get((table, column), _camel(column)))
    if column == "claim" and table == "checks":
        return value and value["id"]
    return value["edtf"] if isinstance(value, dict) else value


def _given(cell: Any) -> bool:
    return cell is not None and str(cell).strip() not in ("", "0", "0.0")


def _same(cell: Any, value: Any) -> bool:
    if isinstance(cell, list):
        return isinstance(value, list) and len(cell) == len(value) and all(map(_same, cell, value))
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return value in (None, "", [])
    if isinstance(value, list):
        members = str(cell).split(";")
        return len(members) == len(value) and all(map(_same, members, value))
    if isinstance(value, int | float) or isinstance(cell, int | float):
        return value is not None and _number(cell) == _number(value)
    return bool(cell == value)


def _number(value: Any) -> Any:
    try:
        return Decimal(str(value)) if isinstance(value, int) else float(value)
    except (ValueError, ArithmeticError):
        return str(value)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _one_line_end(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(it.capitalize() for it in rest)

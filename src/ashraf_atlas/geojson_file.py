"""GeoJSON files: from text to features, whose properties become cells and whose points keep their number."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from ashraf_atlas.cells import LARGEST
from ashraf_atlas.coded import coded
from ashraf_atlas.columns import Table
from ashraf_atlas.problems import NOWHERE, Problem, quoted
from ashraf_atlas.sheet import (
    MOST_COLUMNS,
    MOST_FEATURES,
    Point,
    Reading,
    Sheet,
    column_name,
    too_many_columns,
    too_many_rows,
    unreadable,
)
from ashraf_atlas.text_file import encodable, foreign_byte, read_text

GEOMETRY = "geometry"
"""The column under which problems of coordinates are told."""

LONGEST_NUMBER = 1_000
"""Digits of a whole number; Python makes none of more than 4,300."""

WORLD = ("CRS84", "4326")
"""How WGS 84 is named by old files that name their coordinate system."""


def read_geojson(table: Table, folder: Path) -> Reading:
    """Return the features of a GeoJSON file of this table, numbered from 1."""
    file = table.file
    text, problems = read_text(folder, file)
    if text is None:
        return None, problems
    foreign = foreign_byte(text, file)
    if foreign:
        return None, [foreign]
    try:
        collection = json.loads(
            text, parse_constant=_no_number, parse_int=_whole, object_pairs_hook=_without_doubles
        )
    except json.JSONDecodeError as error:
        what = f"not valid JSON in line {error.lineno}, column {error.colno} ({error.msg.lower()})"
        return unreadable(file, what, "look for a missing comma, quotation mark or bracket", row=error.lineno)
    except RecursionError:
        return unreadable(file, "not valid JSON", "remove what it cannot hold: lists within lists, too deep")
    except ValueError as error:
        return unreadable(file, "not valid JSON", f"remove what it cannot hold: {error}")
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        return unreadable(file, "not a FeatureCollection", 'write {"type": "FeatureCollection", "features": […]}')
    if "crs" in collection and not any(name in as_json(collection["crs"]) for name in WORLD):
        return unreadable(file, "another coordinate system than WGS 84", "save it in WGS 84 (EPSG:4326)")
    features = collection.get("features")
    if not isinstance(features, list):
        return unreadable(file, "no list of features", 'write "features": […]')
    if len(features) > MOST_FEATURES:
        return None, [too_many_rows(file, MOST_FEATURES, MOST_FEATURES)]
    if not features and not table.may_be_empty:
        problems.append(Problem(file, 0, NOWHERE, "no features", None, f"add at least one, {table.one_row_is}"))
    return _sheet(table, features, problems)


def _sheet(table: Table, features: Sequence[Any], problems: list[Problem]) -> Reading:
    rows: dict[int, dict[str, str]] = {}
    points: dict[int, Point] = {}
    named_in: dict[str, int] = {}
    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict):
            mend = 'write {"type": "Feature", "properties": {…}, "geometry": {…}}'
            problems.append(Problem(table.file, number, NOWHERE, "not a feature with properties", None, mend))
            continue
        rows[number] = {}
        for said, value in properties.items():
            name = column_name(said)
            named_in.setdefault(name, number)
            cell, fault = as_cell(value)
            rows[number][name] = cell
            if fault:
                problems.append(Problem(table.file, number, name, fault, cell, "write one text or one number"))
        if len(named_in) > MOST_COLUMNS:
            return too_many_columns(table.file, number, len(named_in))
        point, wrong = _point(feature.get(GEOMETRY))
        if point:
            points[number] = point
        if wrong:
            problems.append(Problem(table.file, number, GEOMETRY, *wrong))
    # what no feature has is only missing if it is required, and if there is any feature
    assumed = [name for name in table.names if name not in named_in and not (rows and _required(table, name))]
    names = [*named_in, *assumed]
    columns = {name: coded(row.get(name, "") for row in rows.values()) for name in names}
    ids = frozenset(row["id"] for row in rows.values() if row.get("id"))
    whole = len(rows) == len(features)
    return Sheet(table, table.file, columns, np.array([*rows], dtype=np.int64), ids, whole, named_in, points), problems


def as_cell(value: Any) -> tuple[str, str | None]:
    """Return a value of JSON or TOML as the text of a cell, and what is wrong with it, None if nothing."""
    if value is None:
        return "", None
    if isinstance(value, str):
        whole = encodable(value)
        return whole, None if whole == value else "half a character"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value), None
    if isinstance(value, float) and math.isfinite(value):
        return format(Decimal(str(value)).normalize(), "f"), None
    return as_json(value), "neither text nor a number"


def as_json(value: Any) -> str:
    """Return a value of JSON or TOML as it could be written in JSON; what is nested too deeply only by its kind."""
    try:
        return encodable(json.dumps(value, ensure_ascii=False, default=str))
    except RecursionError:
        return "[…]" if isinstance(value, list) else "{…}"


def _required(table: Table, name: str) -> bool:
    column = table.column(name)
    return column is not None and column.required


def _point(geometry: Any) -> tuple[Point | None, tuple[str, str | None, str] | None]:
    """The point of a geometry, or what is wrong with it: what, value, mend."""
    write = 'write {"type": "Point", "coordinates": [longitude, latitude]}'
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        return None, ("not a point", kind if isinstance(kind, str) else None, write)
    given = geometry.get("coordinates")
    if not isinstance(given, list) or len(given) not in (2, 3) or not all(map(_is_number, given)):
        return None, ("not coordinates of a point", as_json(given), write)
    lon, lat = float(given[0]), float(given[1])
    if abs(lon) <= 180 and abs(lat) <= 90:
        return (lon, lat), None
    if abs(lat) <= 180 and abs(lon) <= 90:
        return None, ("latitude and longitude look swapped", json.dumps(given), f"write [{given[1]}, {given[0]}]")
    return None, ("outside the globe", json.dumps(given), "write [longitude, latitude] in degrees, within ±180 and ±90")


def _is_number(value: Any) -> bool:
    # a whole number of JSON can be too large to be made a float
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) < len(pairs):
        twice = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise ValueError(f"{quoted(twice)} is written twice in one object")
    return names


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")

"""TOML files: from text to one row of cells, each of which knows the line of its key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np

from ashraf_atlas.cells import NUMBERS, SEPARATOR
from ashraf_atlas.coded import coded
from ashraf_atlas.columns import Table
from ashraf_atlas.geojson_file import as_cell
from ashraf_atlas.problems import Problem
from ashraf_atlas.sheet import MOST_COLUMNS, Reading, Sheet, column_name, too_many_columns, unreadable
from ashraf_atlas.text_file import foreign_byte, read_text

LARGEST = 200_000
"""Bytes of a file, which Python reads character by character."""

MOST_DOTS = 1_000
"""In a line: a key of so many parts takes Python the square of the time."""

_POSITION = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


def read_toml(table: Table, folder: Path) -> Reading:
    """Return the one row of a TOML file of this table."""
    file = table.file
    text, problems = read_text(folder, file, largest=LARGEST)
    if text is None:
        return None, problems
    foreign = foreign_byte(text, file)
    if foreign:
        return None, [foreign]
    if any(line.count(".") > MOST_DOTS for line in text.splitlines()):
        return unreadable(file, "not a story's TOML", f"let no line have more than {MOST_DOTS} full stops")
    try:
        keys = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _broken(file, text, str(error))
    except RecursionError:
        return unreadable(file, "not valid TOML", "remove what it cannot hold: lists or tables within others, too deep")
    except ValueError as error:
        return unreadable(file, "not valid TOML", f"remove what it cannot hold: {error}")
    if len(keys) > MOST_COLUMNS:
        return too_many_columns(file, 0, len(keys))
    named_in = {column_name(key): _line(text, key) for key in keys}
    cells = {}
    for said, value in keys.items():
        key = column_name(said)
        column = table.column(key)
        cells[key], fault = _cell(value, listed=column is not None and column.type == NUMBERS)
        if fault:
            problems.append(Problem(file, named_in[key], key, fault, cells[key], f'write {key} = "…"'))
    # what need not be given may be left out
    cells |= {it.name: "" for it in table.columns if not it.required and it.name not in cells}
    columns = {key: coded([cell]) for key, cell in cells.items()}
    return Sheet(table, file, columns, np.zeros(1, dtype=np.int64), named_in=named_in), problems


def _cell(value: Any, *, listed: bool) -> tuple[str, str | None]:
    if not (listed and isinstance(value, list)):
        return as_cell(value)
    parts = [as_cell(it) for it in value]
    return SEPARATOR.join(cell for cell, _ in parts), next((fault for _, fault in parts if fault), None)


def _broken(file: str, text: str, said: str) -> Reading:
    found = _POSITION.search(said)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    what = f"not valid TOML in line {line} ({_POSITION.sub('', said).lower()})"
    return unreadable(file, what, 'write key = "text", key = 2013 or key = [1.5, 2]', row=line)


def _line(text: str, key: str) -> int:
    found = re.search(rf"^[ \t]*\"?{re.escape(key)}\"?[ \t]*[=.]|^[ \t]*\[\"?{re.escape(key)}", text, re.MULTILINE)
    return text[: found.start()].count("\n") + 1 if found else 0

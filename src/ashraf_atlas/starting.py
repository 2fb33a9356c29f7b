"""A dataset to start from: the files of `template/`, each under a comment on what belongs into it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ashraf_atlas.cells import DATE, IDS, LIST, SEPARATOR
from ashraf_atlas.checks import FIGURES, MAY_BE_UNKNOWN
from ashraf_atlas.columns import Table
from ashraf_atlas.csv_rows import COMMENT
from ashraf_atlas.new_folder import new_folder
from ashraf_atlas.schema import TABLES, TEXTS

TEMPLATE = Path(__file__).resolve().parent / "template"

FILES = (*TABLES.values(), replace(TEXTS, file="text/en.csv"))
"""Every table, and one file of words: what the page is to say in this story in other words than it would."""

KEY = re.compile(r"^(\w+) = ")

INVENTED = "What stands here is invented: put your own in its place."
NONE_YET = "There is none yet."
OTHERWISE = {"text": "What is not here, the page says as it always does."}
OTHERS = " The others may be empty where nothing is known."

DATES = ("2002-08-14", "2002-08", "2002", "2002-08~ (about)", "2001/2003-06 (from, to)", "2003/.. (goes on)")
"""How dates are written, by example."""


def start(folder: Path) -> None:
    """Write a small, commented, valid dataset.

    Raises `new_folder.NewFolderError`, with nothing written, if something is in the way.
    """
    with new_folder(folder) as made:
        for table in FILES:
            text = (TEMPLATE / table.file).read_text(encoding="utf-8")
            (made / table.file).parent.mkdir(exist_ok=True)
            (made / table.file).write_text(COMMENTED[table.format](text, table), encoding="utf-8")


def explained(table: Table, *, rows: bool = True) -> list[str]:
    """Return what a person has to know to fill a table, a sentence or two a line; `rows` says whether it has any."""
    must = ", ".join(it.name for it in table.columns if it.required)
    if table.name in FIGURES and table.name not in MAY_BE_UNKNOWN:
        must += f"; and {FIGURES[table.name]}, or low and high"
    types = {it.type for it in table.columns}
    written = [
        *([f"Dates: {', '.join(DATES)}."] if DATE in types else []),
        *([f"Several in one cell: a{SEPARATOR}b."] if types & {IDS, LIST} else []),
    ]
    return [
        f"{table.file}: one row is {table.one_row_is}. {OTHERWISE.get(table.name, INVENTED) if rows else NONE_YET}",
        f"Must be filled: {must}.{OTHERS if len(table.columns) > must.count(',') + 1 else ''}",
        *([" ".join(written)] if written else []),
    ]


def _csv(text: str, table: Table) -> str:
    return "".join(f"{COMMENT} {line}\n" for line in explained(table, rows=text.count("\n") > 1)) + text


def _geojson(text: str, table: Table) -> str:
    """The comment as a member of the collection: GeoJSON has no comments, and whoever reads it passes over it."""
    comment = json.dumps([line.replace("one row is", "one feature is") for line in explained(table)], indent=4)
    return text.replace("{", f'{{\n  "comment": {comment[:-1]}  ],', 1)


def _toml(text: str, table: Table) -> str:
    """Each key under a comment of its own."""
    lines = [f"{COMMENT} {table.file}: {table.one_row_is}. {INVENTED}"]
    for line in text.splitlines():
        key = KEY.match(line)
        column = table.column(key[1]) if key else None
        if column:
            lines.append(f"\n{COMMENT} {column.help}{'' if column.required else ' (may stay empty)'}")
        lines.append(line)
    return "\n".join(lines) + "\n"


COMMENTED: dict[str, Callable[[str, Table], str]] = {"csv": _csv, "geojson": _geojson, "toml": _toml}
"""How a file of each format is given its comment."""

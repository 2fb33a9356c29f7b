"""A dataset's own base map: where it is, and whether its files can be drawn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.text_file import foreign_byte, read_text

FOLDER, WORLD = "basemap", "world"
FIRST = "overview.geojson"
"""The file that every base map has."""

FILES = (FIRST, "detail.geojson", "towns.geojson")
"""What the browser asks for."""


def folder_of(geodata: Path) -> Path:
    """Return the folder of the base map: the dataset's own, or, where it has none, that of the whole world."""
    own = geodata / FOLDER
    return own if _is_there(own / FIRST) else geodata_folder() / FOLDER / WORLD


def problems(geodata: Path) -> Iterator[Problem]:
    """Every file of a dataset's own base map is GeoJSON."""
    own = geodata / FOLDER
    if own.exists() and not own.is_dir():
        yield Problem(FOLDER, 0, NOWHERE, "not a folder", None, "put the files of a base map into one, or remove it")
    if not _is_there(own / FIRST):
        return
    for name in FILES:
        file = f"{FOLDER}/{name}"
        text, found = read_text(geodata, file)
        yield from found
        if text is None:
            continue
        if foreign := foreign_byte(text, file):
            yield foreign
        elif not _is_collection(text):
            mend = f"make it anew with ashraf-atlas basemap, or remove the folder {FOLDER}"
            yield Problem(file, 0, NOWHERE, "not a FeatureCollection", None, mend)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _is_collection(text: str) -> bool:
    try:
        read: Any = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return False
    return isinstance(read, dict) and read.get("type") == "FeatureCollection" and isinstance(read.get("features"), list)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number, and no browser reads it")

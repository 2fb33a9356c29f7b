"""Datasets as people will hand them in: what can be done to one, drawn by hypothesis."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.mutating import grid, raw, trees
from tests.mutating.nasty import words

Draw = Callable[..., Any]
Files = dict[str, bytes]

TEXT_NAMES = ("en", "de", "fa", "EN", "en copy", "english", "", "..", "x" * 200, "é", "constructor", "en.csv")


def files_of(folder: Path) -> Files:
    """Return the files of a dataset by name, without its base map."""
    return {str(it.relative_to(folder)): it.read_bytes() for it in sorted(folder.glob("**/*")) if _counts(it, folder)}


def _counts(path: Path, folder: Path) -> bool:
    return path.is_file() and "basemap" not in path.relative_to(folder).parts


@st.composite
def reworded(draw: Draw, files: Files) -> Files:
    """Return files of which up to three are changed in ways that leave them right more often than not."""
    made = dict(files)
    tables = [name for name in sorted(made) if name.endswith(".csv")]
    for name in draw(st.lists(st.sampled_from(tables), min_size=1, max_size=3)):
        try:
            made[name] = grid.changed(made[name], draw, gently=True)
        except csv.Error:
            continue
    return made


@st.composite
def mangled(draw: Draw, files: Files) -> Files:
    """Return files of which one is changed byte by byte."""
    name = draw(st.sampled_from(sorted(files)))
    return {**files, name: raw.changed(files[name], draw)}


@st.composite
def mutated(draw: Draw, files: Files) -> Files:
    """Return files of which up to three are changed in ways that fit them, or not."""
    made = dict(files)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(made)))
        made[name] = _changed(name, made[name], draw)
    if draw(st.integers(0, 9)) == 0:
        language = draw(st.sampled_from(TEXT_NAMES))
        text = f"key,text\npage.skip,{draw(words)}\n"
        made[f"text/{language}.csv"] = text.encode("utf-8", "surrogatepass")
    return made


def _changed(name: str, content: bytes, draw: Draw) -> bytes:
    fitting = {"csv": grid.changed, "geojson": trees.geojson, "toml": trees.toml}[name.rpartition(".")[2]]
    if draw(st.integers(0, 4)) == 0:
        return raw.changed(content, draw)
    try:
        return fitting(content, draw)
    except ValueError:  # it has been changed before, and is no longer what it was
        return raw.changed(content, draw)


def write(files: Files, folder: Path) -> None:
    """Write files into a new folder, without those that no folder can hold."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            path.write_bytes(content)

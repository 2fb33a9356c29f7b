"""The project's own fonts, for pictures: which letters they have, how wide a text is, and their files as TrueType.

No other font is ever used, so that a picture is the same on every machine.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import Any

from fontTools.ttLib import TTFont

from ashraf_atlas.embedded import assets_folder

SANS, SERIF = "Inter", "Source Serif 4"

FILES = {
    SANS: "inter-latin-wght-normal",
    SERIF: "source-serif-4-latin-wght-normal",
    f"{SANS} Extended": "inter-latin-ext-wght-normal",
    f"{SERIF} Extended": "source-serif-4-latin-ext-wght-normal",
    "Vazirmatn": "vazirmatn-arabic-wght-normal",
}
"""Family → file. The extended letters of a family are one of their own: two files of one name shut each other out."""

FAMILY_NAMES = (1, 16)
"""The entries of a font's table of names that say its family."""

LOCK = RLock()
"""Fonts are read piece by piece, when a piece is first wanted: by one thread at a time."""

MISSING = 0.62
"""The width of a letter that no font has, as a share of the size."""


@dataclass(frozen=True)
class Face:
    """A family in a weight, and a size in pixels."""

    family: str
    size: float
    weight: int = 400
    tracking: float = 0
    """Added between letters, as a share of the size."""


def width(text: str, face: Face) -> float:
    """Return how wide a line of text is in pixels; kerning and joined forms make it a little narrower at most."""
    with LOCK:
        ems = sum(_advance(letter, face.family, face.weight) for letter in text)
    return (ems + len(text) * face.tracking) * face.size


def runs(text: str, family: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text with the family that has their letters."""
    with LOCK:
        families = [_family(letter, family) for letter in text]
    for found, letters in groupby(zip(families, text, strict=True), key=lambda it: it[0]):
        yield found, "".join(letter for _, letter in letters)


def font_files() -> list[str]:
    """Return the paths of the fonts as TrueType, made once per process."""
    with LOCK:
        if not all(Path(it).is_file() for it in _made()):
            _made.cache_clear()  # somebody has tidied up the folder for temporary files
        return _made()


@cache
def _made() -> list[str]:
    folder = Path(tempfile.mkdtemp(prefix="ashraf-atlas-fonts-"))
    atexit.register(_remove, folder, os.getpid())
    for family, name in FILES.items():
        font = TTFont(assets_folder() / "fonts" / f"{name}.woff2")
        font.flavor = None
        for record in font["name"].names:
            if record.nameID in FAMILY_NAMES:
                record.string = family
        font.save(folder / f"{name}.ttf")
    return [str(folder / f"{name}.ttf") for name in FILES.values()]


def _remove(folder: Path, process: int) -> None:
    if os.getpid() == process:  # a copy of the process that ends leaves the first its fonts
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _font(family: str) -> Any:
    return TTFont(assets_folder() / "fonts" / f"{FILES[family]}.woff2")


@cache
def _letters(family: str) -> dict[int, str]:
    found: dict[int, str] = _font(family).getBestCmap()
    return found


@cache
def _family(letter: str, family: str) -> str:
    wanted = (family, f"{family} Extended", *FILES)
    return next((it for it in wanted if ord(letter) in _letters(it)), family)


@cache
def _glyphs(family: str, weight: int) -> Any:
    return _font(family).getGlyphSet(location={"wght": weight})


@cache
def _advance(letter: str, family: str, weight: int) -> float:
    found = _family(letter, family)
    name = _letters(found).get(ord(letter))
    if name is None:
        return MISSING
    return float(_glyphs(found, weight)[name].width / _font(found)["head"].unitsPerEm)

"""The style sheets: what is needed first, all others as one, the fonts' as one more; the fonts again as a script."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path

from ashraf_atlas import theme
from ashraf_atlas.site.files import File, hashed
from ashraf_atlas.site.scripts import data_script

FACE = re.compile(r"@font-face \{\n(.*?)\}\n", re.DOTALL)
URL = re.compile(r'url\("([^"]+)"\)')
FIRST = ("00-base.css", "05-written.css")
"""What comes before all others, in this order."""

FONT_FOLDER = "fonts"

SOON = ("source-serif-4-latin-wght-normal", "inter-latin-wght-normal")
"""The fonts that the first words of every page need."""


def first_style_sheet(assets: Path) -> str:
    """Return the colours and the rules that the story in words needs, to stand in the page: it is painted at once."""
    return "\n".join([theme.css_variables(), *((assets / name).read_text(encoding="utf-8") for name in FIRST)])


def style_sheet(assets: Path) -> str:
    """Return every other rule of the page, in the order of the names of their files."""
    sheets = [path for path in sorted(assets.glob("*.css")) if path.name not in FIRST]
    return "\n".join(path.read_text(encoding="utf-8") for path in sheets)


def fonts(assets: Path) -> dict[str, File]:
    """Return the font files, and last their style sheet and the script that holds them, by path."""
    folder = assets / FONT_FOLDER
    files = _font_files(folder)
    names = {_stem(path): path.rpartition("/")[2] for path in files}
    sheet = URL.sub(
        lambda it: f'url("{names[it[1].split(".")[0]]}")', (folder / "fonts.css").read_text(encoding="utf-8")
    )
    held = {path: _base64(folder / f"{_stem(path)}.woff2") for path in files}
    return {**files, **dict([hashed("fonts.css", sheet), hashed("fonts.js", data_script(**held))])}


def listed_fonts(assets: Path) -> list[tuple[str, dict[str, str], str, bool]]:
    """Return family, descriptors, path, and whether it is needed soon, of each face of the style sheet."""
    folder = assets / FONT_FOLDER
    paths = {_stem(path): path for path in _font_files(folder)}
    sheet = (folder / "fonts.css").read_text(encoding="utf-8")
    return [_face(body, paths) for body in FACE.findall(sheet)]


def _font_files(folder: Path) -> dict[str, File]:
    return dict(hashed(path.name, path.read_bytes()) for path in sorted(folder.glob("*.woff2")))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].split(".")[0]


def inlined_fonts(assets: Path) -> str:
    """Return the style sheet of the fonts with the fonts in it."""
    folder = assets / FONT_FOLDER
    sheet = (folder / "fonts.css").read_text(encoding="utf-8")
    return URL.sub(lambda it: f'url("data:font/woff2;base64,{_base64(folder / it[1])}")', sheet)


def _face(body: str, paths: Mapping[str, str]) -> tuple[str, dict[str, str], str, bool]:
    """Return what a browser makes a face of, from its rule in the style sheet."""
    pairs = dict(line.strip().rstrip(";").split(": ", 1) for line in body.splitlines() if line.strip())
    descriptors = {
        "style": pairs["font-style"],
        "weight": pairs["font-weight"],
        "unicodeRange": pairs["unicode-range"],
        "display": pairs["font-display"],
    }
    found = URL.search(pairs["src"])
    assert found
    name = _stem(found[1])
    return pairs["font-family"].strip('"'), descriptors, paths[name], name in SOON


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")

"""The style sheets: what is needed first, all others as one, the fonts' as one more; the fonts again as a script."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path

from ashraf_atlas import theme
from ashraf_atlas.site.files import File, hashed

FACE = re.compile(r"@font-face \{\n(.*?)\}\n", re.DOTALL)
URL = re.compile(r'url\("([^"]+)"\)')
FIRST = ("00-base.css", "05-written.css")
"""What comes before all others, in this order."""

FONT_FOLDER = "fonts"

ADDED = """(() => {
for (const [family, descriptors, data] of %s) {
  const bytes = Uint8Array.from(atob(data), (it) => it.charCodeAt(0));
  document.fonts.add(new FontFace(family, bytes, descriptors));
}
})();
"""
"""Adds fonts that are in the script itself."""


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
    files = dict(hashed(path.name, path.read_bytes()) for path in sorted(folder.glob("*.woff2")))
    names = {path.rpartition("/")[2].split(".")[0]: path.rpartition("/")[2] for path in files}
    sheet = URL.sub(
        lambda it: f'url("{names[it[1].split(".")[0]]}")', (folder / "fonts.css").read_text(encoding="utf-8")
    )
    return {**files, **dict([hashed("fonts.css", sheet), hashed("fonts.js", font_script(folder))])}


def inlined_fonts(assets: Path) -> str:
    """Return the style sheet of the fonts with the fonts in it."""
    folder = assets / FONT_FOLDER
    sheet = (folder / "fonts.css").read_text(encoding="utf-8")
    return URL.sub(lambda it: f'url("data:font/woff2;base64,{_base64(folder / it[1])}")', sheet)


def font_script(folder: Path) -> str:
    """Return the fonts as a script, for pages that may not fetch a font."""
    return ADDED % json.dumps(list(_faces(folder)), separators=(",", ":"))


def _faces(folder: Path) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield family, descriptors and content of each face of the style sheet."""
    for body in FACE.findall((folder / "fonts.css").read_text(encoding="utf-8")):
        pairs = dict(line.strip().rstrip(";").split(": ", 1) for line in body.splitlines() if line.strip())
        descriptors = {
            "style": pairs["font-style"],
            "weight": pairs["font-weight"],
            "unicodeRange": pairs["unicode-range"],
        }
        found = URL.search(pairs["src"])
        assert found
        yield pairs["font-family"].strip('"'), descriptors, _base64(folder / found[1])


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")

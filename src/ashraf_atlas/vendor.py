"""What is copied from npm packages into `assets/`: of the fonts only the subsets the atlas needs; with licences.

Run again after changing a version here or in `vendored_modules.py`: `python -m ashraf_atlas.vendor` fetches both. The
result is the same each time.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ashraf_atlas.basemap.registry import Package, fetch
from ashraf_atlas.site import plotly_map
from ashraf_atlas.vendored_modules import vendor_modules

OFL = "OFL-1.1"


@dataclass(frozen=True)
class Font:
    """A variable font family, and which of its files are kept, as (subset, style)."""

    family: str
    slug: str
    weights: str
    files: tuple[tuple[str, str], ...]
    package: Package


FONTS = (
    Font(
        "Source Serif 4",
        "source-serif-4",
        "200 900",
        (("latin", "normal"), ("latin-ext", "normal"), ("latin", "italic")),
        Package("@fontsource-variable/source-serif-4", "5.3.1", "npm", OFL, "Source Serif 4", "Adobe"),
    ),
    Font(
        "Inter",
        "inter",
        "100 900",
        (("latin", "normal"), ("latin-ext", "normal")),
        Package("@fontsource-variable/inter", "5.3.0", "npm", OFL, "Inter", "The Inter Project Authors"),
    ),
    Font(
        "Vazirmatn",
        "vazirmatn",
        "100 900",
        (("arabic", "normal"),),
        Package("@fontsource-variable/vazirmatn", "5.3.0", "npm", OFL, "Vazirmatn", "The Vazirmatn Project Authors"),
    ),
)


def vendor_fonts(folder: Path) -> None:
    """Fetch the fonts by name and write them, `fonts.css`, their licences and `versions.json` into `folder`.

    Raises `registry.RegistryError` if a package cannot be fetched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        faces = [face for font in FONTS for face in _copy(font, fetch(font.package, Path(temporary)), folder)]
    (folder / "fonts.css").write_text("\n".join(faces), encoding="utf-8")
    record = {"packages": [font.package.record() for font in FONTS]}
    (folder / "versions.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def _copy(font: Font, package: Path, folder: Path) -> list[str]:
    shutil.copyfile(package / "LICENSE", folder / f"LICENCE-{font.slug}.txt")
    ranges = json.loads((package / "unicode.json").read_text(encoding="utf-8"))
    faces = []
    for subset, style in font.files:
        name = f"{font.slug}-{subset}-wght-{style}.woff2"
        shutil.copyfile(package / "files" / name, folder / name)
        faces.append(_face(font, name, style, ranges[subset]))
    return faces


def _face(font: Font, name: str, style: str, characters: str) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{font.family}";\n'
        f"  font-style: {style};\n"
        f"  font-weight: {font.weights};\n"
        "  font-display: swap;\n"
        f'  src: url("{name}") format("woff2");\n'
        f"  unicode-range: {characters};\n"
        "}\n"
    )


if __name__ == "__main__":
    ASSETS = Path(__file__).parents[2] / "assets"
    vendor_fonts(ASSETS / "fonts")
    plotly_map.vendor(ASSETS / "plotly")
    vendor_modules(ASSETS / "client" / "vendored")

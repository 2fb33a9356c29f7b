"""Plotly's map bundle, so changed that its map also draws where a page has no origin of its own, or no server.

Plotly starts MapLibre in a module worker made from a blob. In a frame with `sandbox="allow-scripts"` alone, and on
pages opened as files, browsers refuse that without a word, and the map waits for ever. The same source as a classic
worker draws in both. `tests/site/test_plotly_map.py` fails if a new version is written in another way.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ashraf_atlas.basemap.registry import Package, fetch

PACKAGE = Package("plotly.js", "4.1.1", "npm", "MIT", "dist/plotly-map.min.js", "Plotly, Inc.")
"""The version that the Python package plotly brings in full."""

FILE = "plotly-map.min.js"

CHANGES: Mapping[str, str] = {
    # a classic worker in place of a module
    r'if\((\w+)\)try\{return new Worker\((\w+),\{type:"module"\}\)': r'if(!1)try{return new Worker(\2,{type:"module"})',
    # which has no exports
    r"(\(self\.worker=new (\w+)\(self\)\));export\{\2 as default\};": r"\1;",
    # a blob is never another origin's, whatever the origin of its address is said to be
    r"try\{return new URL\((\w+),(\w+)\.href\)\.origin!==\2\.origin\}": (
        r'try{return!\1.startsWith("blob:")&&new URL(\1,\2.href).origin!==\2.origin}'
    ),
}
"""What is looked for, as regular expressions, and what stands there instead; each is found once."""


def vendor(folder: Path) -> None:
    """Fetch the bundle by name and write it, its licence and `versions.json` into `folder`.

    Raises `registry.RegistryError` if the package cannot be fetched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        package = fetch(PACKAGE, Path(temporary))
        shutil.copyfile(package / PACKAGE.holds, folder / FILE)
        shutil.copyfile(package / "LICENSE", folder / "LICENCE-plotly.txt")
    record = {"packages": [PACKAGE.record()]}
    (folder / "versions.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


class BundleError(Exception):
    """The bundle is written in another way than the changes know."""


def plotly_map(assets: Path) -> str:
    """Return the bundle. Raises `BundleError`."""
    return changed((assets / "plotly" / FILE).read_text(encoding="utf-8"))


def changed(bundle: str) -> str:
    """Return a bundle with every change made. Raises `BundleError` if one does not fit exactly once."""
    for found, instead in CHANGES.items():
        bundle, count = re.subn(found, instead, bundle)
        if count != 1:
            raise BundleError(f"plotly.js {PACKAGE.version} has {count} places like {found!r}: look at the change.")
    return bundle

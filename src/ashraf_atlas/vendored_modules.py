"""Browser modules of others, copied from their npm packages into `assets/client/vendored/`, with their licences.

Written in the form that the joiner of the frozen site takes: a list of exports becomes one `export const` each, and the
licence stands in the module itself, so that it goes wherever the module goes.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ashraf_atlas.basemap.registry import Package, RegistryError, fetch

LISTED = re.compile(r"export\s*\{([^}]*)\};?\s*\Z")
"""The exports of a module as one list at its end."""


@dataclass(frozen=True)
class Module:
    """One file of a package, and the name it has here."""

    file: str
    slug: str
    package: Package


MODULES = (
    # its "nano" build is the smallest of the well-kept ones, 4 kB where uqr has 27 and qrcode-generator 52; it writes
    # UTF-8 and tries all masks, and has named exports where the last has a default
    Module("nano.mjs", "lean-qr", Package("lean-qr", "2.7.4", "npm", "MIT", "QR codes", "David Evans")),
)


def vendor_modules(folder: Path) -> None:
    """Fetch the modules by name and write them, their licences and `versions.json` into `folder`.

    Raises `registry.RegistryError` if a package cannot be fetched, or if its exports have another form than they had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for module in MODULES:
            home = fetch(module.package, Path(temporary))
            licence = home / "LICENSE"
            shutil.copyfile(licence, folder / f"LICENCE-{module.slug}.txt")
            source = (home / module.file).read_text(encoding="utf-8")
            text = named_one_by_one(source, module.package, licence.read_text(encoding="utf-8"))
            (folder / f"{module.slug}.mjs").write_text(text, encoding="utf-8")
    record = {"packages": [module.package.record() for module in MODULES]}
    (folder / "versions.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def named_one_by_one(source: str, package: Package, licence: str) -> str:
    """Return a module under its name and licence, with `export {a as b};` written as `export const b = a;`."""
    whence = f"{package.name} {package.version}"
    found = LISTED.search(source)
    if not found:
        raise RegistryError(f"{whence}: its module does not end with a list of exports any more.")
    pairs = [part.split(" as ") for part in found[1].split(",") if part.strip()]
    exports = [f"export const {pair[-1].strip()} = {pair[0].strip()};" for pair in pairs if len(pair) == 2]
    if len(exports) != len(pairs):
        raise RegistryError(f"{whence}: an export has no name of its own: {found[0].strip()}")
    head = [f"// {whence}, from {package.registry}: {package.holds}.", "/*", licence.strip(), "*/"]
    return "\n".join([*head, source[: found.start()].strip(), *exports, ""])

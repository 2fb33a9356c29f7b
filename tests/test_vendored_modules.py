"""Modules of others in the browser: with version and licence, and in the form that they can be joined in."""

from __future__ import annotations

import json
import re

import pytest

from ashraf_atlas.basemap.registry import Package, RegistryError
from ashraf_atlas.embedded import assets_folder
from ashraf_atlas.vendored_modules import MODULES, named_one_by_one

FOLDER = assets_folder() / "client" / "vendored"
PACKAGE = Package("bells", "1.2.3", "npm", "MIT", "bells", "A. Ringer")


def test_each_module_has_its_version_and_its_licence() -> None:
    packages = json.loads((FOLDER / "versions.json").read_text(encoding="utf-8"))["packages"]
    for it in MODULES:
        assert it.package.record() in packages
        licence = (FOLDER / f"LICENCE-{it.slug}.txt").read_text(encoding="utf-8").strip()
        text = (FOLDER / f"{it.slug}.mjs").read_text(encoding="utf-8")
        assert text.startswith(f"// {it.package.name} {it.package.version}, from npm")
        assert it.package.licence in licence
        assert licence in text  # it goes wherever the module goes


def test_no_module_is_there_that_is_not_named() -> None:
    assert {path.name for path in FOLDER.glob("*.mjs")} == {f"{it.slug}.mjs" for it in MODULES}


def test_every_export_of_a_module_stands_on_a_line_of_its_own() -> None:
    for path in FOLDER.glob("*.mjs"):
        exports = re.findall(r"\bexport\b.*", path.read_text(encoding="utf-8"))
        assert exports
        assert all(re.fullmatch(r"export const \w+ = \w+;", it) for it in exports)


def test_a_list_of_exports_is_written_one_by_one() -> None:
    text = named_one_by_one("const a=1,b=2;export{a as low,b as high};", PACKAGE, "MIT License\n\nAs you like.\n")
    assert text == (
        "// bells 1.2.3, from npm: bells.\n/*\nMIT License\n\nAs you like.\n*/\n"
        "const a=1,b=2;\nexport const low = a;\nexport const high = b;\n"
    )


@pytest.mark.parametrize("source", ["const a=1;export default a;", "const a=1;", "const a=1;export{a};"])
def test_exports_of_another_form_are_refused(source: str) -> None:
    with pytest.raises(RegistryError, match=r"bells 1\.2\.3"):
        named_one_by_one(source, PACKAGE, "MIT")

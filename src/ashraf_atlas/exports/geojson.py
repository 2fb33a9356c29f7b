"""Places, attacks and relocations as one GeoJSON FeatureCollection by RFC 7946."""

from __future__ import annotations

import json
from typing import Any

from ashraf_atlas.exports import lines
from ashraf_atlas.exports.bundle import Bundle, about
from ashraf_atlas.exports.features import Feature, features


def export(bundle: Bundle) -> bytes:
    """Return the collection, a feature a line; what it says of itself are foreign members of the collection."""
    found = list(features(bundle))
    head: dict[str, Any] = {"type": "FeatureCollection", **about(bundle)}
    around = lines.box(line for it in found for line in it.shape)
    if around:
        head["bbox"] = list(around)
    opened = _text(head).removesuffix("}")
    listed = ",\n".join(_text(_feature(it)) for it in found)
    return f'{opened}, "features": [\n{listed}\n]}}\n'.encode()


def geometry(feature: Feature) -> dict[str, Any] | None:
    """Return the geometry of a feature as GeoJSON has it, None where the atlas draws nothing."""
    if not feature.shape:
        return None
    first, *more = feature.shape
    if len(first) == 1:
        return {"type": "Point", "coordinates": first[0]}
    if not more:
        return {"type": "LineString", "coordinates": first}
    return {"type": "MultiLineString", "coordinates": feature.shape}


def _feature(feature: Feature) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{feature.what}:{feature.id}",
        "geometry": geometry(feature),
        "properties": feature.values,
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)

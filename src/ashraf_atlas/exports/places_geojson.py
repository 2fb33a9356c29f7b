"""The places as a dataset holds them: the one GeoJSON file that the program reads."""

from __future__ import annotations

import json
from typing import Any

from ashraf_atlas.exports import rows
from ashraf_atlas.exports.bundle import Bundle


def places_geojson(bundle: Bundle) -> bytes:
    """Return `places.geojson`, a feature a line; it is read again as the same places."""
    columns = rows.columns(bundle, "places")
    features = [
        {
            "type": "Feature",
            "properties": {it.name: _value(row[it.name]) for it in columns},
            "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]},
        }
        for row in rows.rows(bundle, "places")
    ]
    lines = ",\n".join(json.dumps(it, ensure_ascii=False, allow_nan=False) for it in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode()


def _value(value: Any) -> float | str | None:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return rows.cell(value) or None

"""Places, attacks and relocations as one GeoParquet table, told apart by `feature`: shapes as WKB in OGC:CRS84."""

from __future__ import annotations

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ashraf_atlas.exports import arrow, lines
from ashraf_atlas.exports.bundle import Bundle, about
from ashraf_atlas.exports.features import Feature, features
from ashraf_atlas.vocabularies import METRICS

VERSION = "1.1.0"
GEOMETRY = "geometry"

_TEXT, _DAY, _WHOLE, _NUMBER = pa.string(), pa.date32(), pa.int64(), pa.float64()
_TEXTS = pa.list_(_TEXT)
_SOURCE = pa.struct([(name, _TEXT) for name in ("id", "publisher", "title", "date", "url")])
_ESTIMATE = pa.struct(
    [
        ("metric", _TEXT), ("people_group", _TEXT), ("best", _WHOLE), ("low", _WHOLE), ("high", _WHOLE),
        ("qualifier", _TEXT), ("basis", _TEXT), ("speakers", _TEXTS),
    ]
)  # fmt: skip

COLUMNS: dict[str, pa.DataType] = {
    "feature": _TEXT, "id": _TEXT, "title": _TEXT, "kind": _TEXT, "kind_name": _TEXT, "role": _TEXT,
    "date": _TEXT, "start": _DAY, "end": _DAY, "opened": _TEXT, "closed": _TEXT,
    "country": _TEXT, "admin_area": _TEXT, "other_names": _TEXTS, "precision_m": _NUMBER, "area_km2": _NUMBER,
    "place": _TEXT, "place_name": _TEXT, "from": _TEXT, "from_name": _TEXT, "to": _TEXT, "to_name": _TEXT,
    "people": _WHOLE, "low": _WHOLE, "high": _WHOLE, "qualifier": _TEXT, "status": _TEXT, "reason": _TEXT,
    "drawn": _TEXT, "part_of": _TEXT, "counted": pa.bool_(),
    **{f"{metric}_{name}": _WHOLE for metric in METRICS for name in ("best", "low", "high")},
    **{f"{metric}_{name}": _TEXT for metric in METRICS for name in ("qualifier", "basis")},
    "estimates": pa.list_(_ESTIMATE), "summary": _TEXT, "content_note": _TEXT, "description": _TEXT,
    "disputed": _TEXT, "note": _TEXT, "confidence": _TEXT, "sources": pa.list_(_SOURCE),
}  # fmt: skip
"""What a row says of a feature, where it applies; named as in the GeoJSON."""


def export(bundle: Bundle) -> bytes:
    """Return the file. Licence, citation and version stand in its key-value metadata."""
    found = list(features(bundle))
    declared = [pa.field(name, type_) for name, type_ in COLUMNS.items()]
    table = arrow.table(
        [*declared, pa.field(GEOMETRY, pa.binary())],
        [{**it.values, GEOMETRY: arrow.wkb(it.shape)} for it in found],
    )
    table = table.replace_schema_metadata({"geo": json.dumps(_geo(found)), **about(bundle)})
    made = io.BytesIO()
    pq.write_table(table, made, compression="snappy")
    return made.getvalue()


def _geo(found: list[Feature]) -> dict[str, Any]:
    """What the format wants to be told; no coordinate system means OGC:CRS84."""
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": sorted({_type(it) for it in found if it.shape})}
    around = lines.box(line for it in found for line in it.shape)
    if around:
        column["bbox"] = list(around)
    return {"version": VERSION, "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}


def _type(feature: Feature) -> str:
    if len(feature.shape[0]) == 1:
        return "Point"
    return "LineString" if len(feature.shape) == 1 else "MultiLineString"

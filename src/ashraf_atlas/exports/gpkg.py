"""Everything as a GeoPackage: places, attacks and relocations on the map, every other table as a table without one."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyogrio

from ashraf_atlas.columns import Column
from ashraf_atlas.exports import arrow, rows
from ashraf_atlas.exports.bundle import Bundle, about, issued
from ashraf_atlas.exports.derived import DERIVED
from ashraf_atlas.exports.features import features
from ashraf_atlas.exports.plain import flat_estimates
from ashraf_atlas.schema import TABLES

WGS84 = "EPSG:4326"
GEOMETRY = "geom"
SHAPES = {"places": "Point", "attacks": "Point", "relocations": "MultiLineString"}
MORE: dict[str, dict[str, str]] = {
    "places": {"start": "first day of opened", "end": "last day of closed"},
    "attacks": {"place_name": "what place is called", "kind_name": "what kind is called"},
    "relocations": {
        "from_name": "what from is called",
        "to_name": "what to is called",
        "drawn": "how the atlas draws it: arc, part of a total, thin over several years, none",
        "part_of": "the total whose part it is, so that nobody adds it to that",
    },
}
"""What the layers with a shape have beside their columns."""

CLOCK = "OGR_CURRENT_DATE"
"""The setting of GDAL that stands for the time at which a file is written."""

FAST = "OGR_SQLITE_SYNCHRONOUS"
"""The setting that lets it not wait for the disk: the file is a temporary one."""

_one_at_a_time = threading.Lock()  # settings of GDAL are those of the process


@dataclass(frozen=True)
class Layer:
    """A layer of the file."""

    name: str
    title: str
    description: str
    table: pa.Table


def export(bundle: Bundle) -> bytes:
    """Return the GeoPackage."""
    said = about(bundle)
    where_from = f"{said['title']}, version {said['version']}. {said['licence']}. To cite: {said['citation']}"
    with tempfile.TemporaryDirectory() as folder, _dated(bundle):
        path = Path(folder) / "atlas.gpkg"
        for number, it in enumerate([*_shapes(bundle), *_tables(bundle), *_derived(bundle)]):
            place: dict[str, Any] = {}
            if it.name in SHAPES:
                place = {"geometry_name": GEOMETRY, "geometry_type": SHAPES[it.name], "crs": WGS84}
            _write(
                it.table,
                path,
                layer=it.name,
                dataset_metadata=None if number else said | {"subtitle": bundle.story.head.subtitle},
                layer_options={"IDENTIFIER": it.title, "DESCRIPTION": f"{it.description} {where_from}"},
                **place,
            )
        return path.read_bytes()


def _write(table: pa.Table, path: Path, **options: Any) -> None:
    try:
        pyogrio.write_arrow(table, path, driver="GPKG", **options)
    except pyogrio.errors.DataSourceError as error:  # a full disk
        raise OSError(str(error)) from error


@contextmanager
def _dated(bundle: Bundle) -> Iterator[None]:
    with _one_at_a_time:
        pyogrio.set_gdal_config_options({CLOCK: f"{issued(bundle).isoformat()}T00:00:00.000Z", FAST: "OFF"})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({CLOCK: None, FAST: None})


def _shapes(bundle: Bundle) -> Iterator[Layer]:
    shapes = {(it.what, it.id): it for it in features(bundle)}
    figures = {it.id: flat_estimates(it) for it in bundle.story.attacks}
    for name in SHAPES:
        columns = rows.columns(bundle, name)
        declared = arrow.fields(columns)
        for more, help_ in MORE[name].items():
            declared.append(arrow.field(more, pa.date32() if more in ("start", "end") else pa.string(), help_))
        if name == "attacks":
            declared += [_figure(it) for it in next(iter(figures.values()), {})]
        found = []
        for row in rows.rows(bundle, name):
            feature = shapes[name.removesuffix("s"), row["id"]]
            found.append(
                {
                    **feature.values,
                    **figures.get(row["id"], {}),
                    **arrow.with_ends(row, columns),
                    GEOMETRY: arrow.wkb(feature.shape, lines=name == "relocations"),
                }
            )
        yield _layer(name, arrow.table([*declared, pa.field(GEOMETRY, pa.binary())], found))


def _figure(name: str) -> pa.Field:
    metric, _, what = name.partition("_")
    help_ = f"{metric}, people of the story: {what}, worked out by the atlas’s own rule"
    return arrow.field(name, pa.string() if what in ("qualifier", "basis") else pa.int64(), help_)


def _tables(bundle: Bundle) -> Iterator[Layer]:
    for name, table in TABLES.items():
        if table.format == "csv" and name not in SHAPES:
            columns = rows.columns(bundle, name)
            yield _layer(name, _plain(columns, rows.rows(bundle, name)))


def _derived(bundle: Bundle) -> Iterator[Layer]:
    for name, it in DERIVED.items():
        title = f"{it.table.noun} (worked out)"
        yield Layer(name, title, it.rule, _plain(it.table.columns, it.rows(bundle.story)))


def _plain(columns: tuple[Column, ...], of: Any) -> pa.Table:
    return arrow.table(arrow.fields(columns), (arrow.with_ends(row, columns) for row in of))


def _layer(name: str, table: pa.Table) -> Layer:
    declared = TABLES[name]
    return Layer(name, declared.noun, f"A row is {declared.one_row_is}.", table)

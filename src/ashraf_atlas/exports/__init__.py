"""The formats in which a story can be taken away. One dataset gives the same bytes on any day and in any process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.schema import TABLES


@dataclass(frozen=True)
class Export:
    """A format: what it is in one line, how its files end, what they are called on the web, and what makes one."""

    help: str
    ending: str
    media_type: str
    make: Callable[[Bundle], bytes]
    one_table: bool = False
    """Whether a file holds one table, the bundle's, and not the whole story."""


def _by(module: str) -> Callable[[Bundle], bytes]:
    """Return the `export` of a module here, loaded when it is first asked for: some need heavy libraries."""

    def make(bundle: Bundle) -> bytes:
        made: bytes = import_module(f"{__name__}.{module}").export(bundle)
        return made

    return make


EXPORTS: dict[str, Export] = {
    "datapackage": Export(
        "all of it as a data package of CSV and GeoJSON, which is itself a dataset folder",
        ".zip",
        "application/zip",
        _by("datapackage"),
    ),
    "geojson": Export("places, attacks and relocations as GeoJSON", ".geojson", "application/geo+json", _by("geojson")),
    "gpkg": Export(
        "a GeoPackage with every table as a layer, for QGIS and other GIS",
        ".gpkg",
        "application/geopackage+sqlite3",
        _by("gpkg"),
    ),
    "geoparquet": Export(
        "places, attacks and relocations as one GeoParquet table",
        ".parquet",
        "application/vnd.apache.parquet",
        _by("geoparquet"),
    ),
    "kml": Export(
        "KML with time spans, for the time slider of Google Earth",
        ".kml",
        "application/vnd.google-earth.kml+xml",
        _by("kml"),
    ),
    "linkedplaces": Export(
        "the places in Linked Places Format, for the World Historical Gazetteer",
        "-places.jsonld",
        "application/ld+json",
        _by("linkedplaces"),
    ),
    "csv": Export("one table as CSV", ".csv", "text/csv", _by("csv_table"), one_table=True),
}
"""Every format by its name."""

EXPORTED_TABLES = tuple(table.name for table in TABLES.values() if table.format != "toml")
"""The tables that can be exported by themselves."""


@dataclass(frozen=True)
class Download:
    """A file that a story can be taken away as."""

    format: str
    file: str
    table: str = ""
    """The table in it, if it is one."""


def downloads(story_id: str) -> Iterator[Download]:
    """Yield every file that a story can be taken away as."""
    for name, it in EXPORTS.items():
        if it.one_table:
            yield from (Download(name, f"{table}{it.ending}", table) for table in EXPORTED_TABLES)
        else:
            yield Download(name, f"{story_id}{it.ending}")

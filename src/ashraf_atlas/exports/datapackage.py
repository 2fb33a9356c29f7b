"""Everything in one zip: a Frictionless data package (specification v1) that, unzipped, is itself a dataset folder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ashraf_atlas.columns import Column, Table
from ashraf_atlas.exports import rows
from ashraf_atlas.exports.bundle import Bundle, about, issued
from ashraf_atlas.exports.derived import DERIVED
from ashraf_atlas.exports.package_readme import FORMULAS, package_readme
from ashraf_atlas.exports.places_geojson import places_geojson
from ashraf_atlas.exports.table_schema import table_schema
from ashraf_atlas.exports.toml_out import toml_bytes
from ashraf_atlas.schema import STORY, TABLES, TEXTS
from ashraf_atlas.zipped import zipped


@dataclass(frozen=True)
class File:
    """A file of the package, and what `datapackage.json` says of it."""

    path: str
    content: bytes
    resource: dict[str, Any]


def export(bundle: Bundle) -> bytes:
    """Return the package."""
    files = list(_files(bundle))
    described = json.dumps(_package(bundle, files), ensure_ascii=False, indent=2) + "\n"
    readme = package_readme(bundle, [(it.path, it.resource["title"]) for it in files])
    contents = {"datapackage.json": described.encode("utf-8"), "README.md": readme.encode("utf-8")}
    return zipped({**contents, **{it.path: it.content for it in files}}, issued(bundle))


def _files(bundle: Bundle) -> Iterator[File]:
    yield _plain(STORY.file, "story", STORY.one_row_is, toml_bytes(STORY, bundle.tables["story"]), "application/toml")
    geojson = places_geojson(bundle)
    places = TABLES["places"]
    yield _plain(places.file, "places_geojson", "the places, as the atlas reads them", geojson, "application/geo+json")
    for name, table in TABLES.items():
        if table.format == "toml":
            continue
        columns = rows.columns(bundle, name)
        title = f"{table.noun}: a row is {table.one_row_is}"
        if table.format == "geojson":
            table = rows.with_points(table, columns)
            columns = table.columns
            title += f"; the same as {places.file}, without its geometry"
        yield _tabular(table, title, columns, rows.csv_bytes([it.name for it in columns], rows.rows(bundle, name)))
    for it in DERIVED.values():
        names = [column.name for column in it.table.columns]
        content = rows.csv_bytes(names, it.rows(bundle.story))
        title = f"{it.table.noun}: worked out, a row is {it.table.one_row_is}"
        yield _tabular(it.table, title, it.table.columns, content, key=it.key, description=it.rule, derived=True)
    for language, texts in bundle.tables["own_texts"].items():
        used = tuple(it for it in TEXTS.columns if not it.may_be_absent or any(vars(text)[it.name] for text in texts))
        content = rows.csv_bytes([it.name for it in used], map(vars, texts))
        path = TEXTS.file.replace("<lang>", language)
        yield _tabular(TEXTS, f"texts in {language}", used, content, path=path)


def _plain(path: str, name: str, title: str, content: bytes, media_type: str) -> File:
    return File(path, content, {"name": name, "path": path, "title": title, **_sum(content), "mediatype": media_type})


def _tabular(
    table: Table,
    title: str,
    columns: tuple[Column, ...],
    content: bytes,
    *,
    path: str = "",
    key: tuple[str, ...] = (),
    **more: Any,
) -> File:
    file = path or table.file
    resource = {
        "name": file.removesuffix(".csv").replace("/", "_"),
        "path": file,
        "title": title,
        **more,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_sum(content),
        "schema": table_schema(columns, key),
    }
    return File(file, content, resource)


def _sum(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _package(bundle: Bundle, files: list[File]) -> dict[str, Any]:
    head = bundle.story.head
    said = about(bundle)
    return {
        "profile": "data-package",
        "name": head.id,
        "id": str(uuid5(NAMESPACE_URL, f"{head.id}:{head.title}")),
        "title": head.title,
        "description": f"{head.subtitle}\n\n{FORMULAS}",
        "version": head.version,
        "created": f"{issued(bundle).isoformat()}T00:00:00Z",
        "licenses": [{**_open_licence(head.licence), "path": head.licence_url, "title": head.licence}],
        "contributors": [{"title": said["creator"], "role": "author"}],
        "citation": head.citation,
        "sources": [
            {"title": f"{it.publisher}: {it.title}", **({"path": it.url} if it.url else {})}
            for it in bundle.story.sources
        ],
        "resources": [it.resource for it in files],
    }


def _open_licence(licence: str) -> dict[str, str]:
    """Return the name of a Creative Commons licence as the Open Definition writes it; nothing for any other."""
    found = re.fullmatch(r"CC[ -]?(0|BY|BY[ -]SA)[ -](\d\.\d)", licence)
    if not found:
        return {}
    kind = found[1].replace(" ", "-")
    return {"name": f"CC{'' if kind == '0' else '-'}{kind}-{found[2]}"}

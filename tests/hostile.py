"""A dataset that is valid, and in which every text tries to become markup, script, a template or a property."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

from ashraf_atlas.cells import LIST, TEXT, URL
from ashraf_atlas.columns import Column, Table
from ashraf_atlas.schema import TABLES

PIECES = (
    '<img src=x onerror="window.__hit=1">',
    "</script><script>window.__hit=1</script>",
    "</title></style></textarea></noscript><u>under</u>",
    '"><svg onload=window.__hit=1>',
    "'><iframe srcdoc='<script>parent.__hit=1</script>'></iframe>",
    "--><base href=//x>",
    '<a href="javascript:window.__hit=1" onclick="window.__hit=1">link</a>',
    '<meta http-equiv=refresh content="0;url=//x">',
    "{{constructor.constructor('window.__hit=1')()}}",
    "{%scripts%}{%title%}{%renderer%}",
    "%{x}%{text}<extra></extra><b>bold</b>",
    "${window.__hit=1}{0}%s&lt;u&gt;&#60;u&#62;__proto__",
)
"""What becomes markup in text, in attributes and in raw-text elements, and what Dash, Plotly and templates fill in."""

PAYLOAD = "".join(PIECES)
"""Everything at once."""

LONG = ("page.noscript", "search.hint", "map.gathered_hint", "keys.title", "panel.totals_note")

ADDRESS = "https://example.org/'onmouseover='window.__hit=1'?a=javascript:window.__hit=1&lt;{%scripts%}%{x}#__proto__"
"""As much as the checker lets through in an address."""

INHERITED = ("constructor", "prototype", "null", "undefined", "length")
"""Ids that a careless script finds in every object."""

RENAMED = {
    "places": ("old_mill", "boathouse", "quarry_stage", "liechtenstein"),
    "attacks": ("atk_bubbles", "atk_geese", "pol_search"),
    "relocations": ("rel_first_boat", "rel_1992", "rel_soloists"),
    "sources": ("s_gazette", "s_choir_book", "s_study"),
    "speakers": ("choir", "brass_band", "league"),
    "kinds": ("rocket_or_mortar", "history", "media", "civilians", "residents"),
    "checks": ("check_01", "check_02"),
    "context": ("ctx_founded", "ctx_treaty"),
    "claims": ("clm_total", "clm_bubbles_1"),
    "controversies": ("con_pitch",),
    "steps": ("step_mill", "step_foam"),
    "corrections": ("cor_1",),
    "presence": ("pop_mill_1990",),
    "custody": ("cus_mill",),
    "accounts": ("acc_bubbles_1",),
}
"""Ids of the invented dataset that get one of those names, by table."""


def write_hostile(tiny: Path, geodata: Path, folder: Path) -> Path:
    """Write the hostile dataset, made of the invented one, into a new folder; return it."""
    shutil.copytree(tiny, folder)
    for table in TABLES.values():
        {"csv": _csv, "geojson": _geojson, "toml": _toml}[table.format](table, folder)
    (folder / "text").mkdir()
    with (geodata / "text" / "en.csv").open(encoding="utf-8", newline="") as opened:
        words = list(csv.DictReader(opened))
    for language in ("en", "de"):
        said = [[it["key"], f"{it['text']} {PIECES[number % len(PIECES)]}"] for number, it in enumerate(words)]
        # a few keys show all of it: words of buttons have to leave room for the map
        said += [[key, PIECES[0]] for key in ("__proto__", "constructor", "toString")]
        long = [[key, f"{text}{PAYLOAD}" if key in LONG else text] for key, text in said]
        _write(folder / "text" / f"{language}.csv", [["key", "text"], *long])
    return folder


def said(table: str, column: str, id_: str) -> str:
    """Return what a cell of the hostile dataset holds; a place's name leaves room for others on the map."""
    if (table, column) == ("places", "name"):
        return f"{id_} {PIECES[0]}"
    return f"{table} {column} {id_} {PAYLOAD}"


def _cell(table: Table, column: Column | None, cell: str, id_: str) -> str:
    if column is None:
        return cell
    if column.type == URL:
        return ADDRESS if cell else cell
    if (table.name, column.name) == ("claims", "scope") and not cell:
        return cell  # an attack has none
    if column.type == TEXT and not column.one_of:
        return said(table.name, column.name, id_)
    if column.type == LIST:
        one = said(table.name, column.name, id_).replace(";", "")
        return f"{one};another {one}"
    return _renamed(table, column, cell)


def _renamed(table: Table, column: Column, cell: str) -> str:
    tables = column.to or ((table.name,) if column.name == "id" else ())
    return ";".join(_new_id(member, tables) for member in cell.split(";"))


def _new_id(member: str, tables: tuple[str, ...]) -> str:
    kind, colon, id_ = member.rpartition(":")
    new = {old: INHERITED[number] for it in tables for number, old in enumerate(RENAMED.get(it, ()))}
    return f"{kind}{colon}{new.get(id_, id_)}"


def _csv(table: Table, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((folder / table.file).read_text(encoding="utf-8"))))
    names = list(rows[0])
    changed = ([_cell(table, table.column(it), row[it], row["id"]) for it in names] for row in rows)
    _write(folder / table.file, [names, *changed])


def _geojson(table: Table, folder: Path) -> None:
    collection = json.loads((folder / table.file).read_text(encoding="utf-8"))
    for feature in collection["features"]:
        own = feature["properties"]
        own |= {"name_de": "", "name_fa": "", "name_fr": "", **own}
        feature["properties"] = {
            name: _cell(table, table.column(name), value, own["id"]) if isinstance(value, str) else value
            for name, value in own.items()
        }
    (folder / table.file).write_text(json.dumps(collection), encoding="utf-8")


def _toml(table: Table, folder: Path) -> None:
    lines = []
    for line in (folder / table.file).read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition(" = ")
        column = table.column(name)
        text = equals and value.startswith('"') and column is not None
        lines.append(f"{name} = {json.dumps(_cell(table, column, json.loads(value), name))}" if text else line)
    lines.append(f"creator = {json.dumps(said(table.name, 'creator', 'creator'))}")
    (folder / table.file).write_text("\n".join(lines), encoding="utf-8")


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(rows)

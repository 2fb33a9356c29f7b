"""The part of the README that the schema writes: every table, every column, every rule of a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ashraf_atlas.cells import CELL_TYPES
from ashraf_atlas.columns import KINDS, STAMP, Column, Table
from ashraf_atlas.dates import HOW_TO_WRITE
from ashraf_atlas.schema import TABLES, TEXTS

START, END = "<!-- tables -->", "<!-- /tables -->"


def table_of_tables() -> str:
    """Return all tables and columns in Markdown, as it stands between `START` and `END`."""
    tables = (*TABLES.values(), TEXTS)
    lines = [
        "| file | one row is | columns (in bold: may not be empty) |",
        "|---|---|---|",
        *(f"| `{it.file}` | {it.one_row_is} | {', '.join(map(_named, it.columns))} |" for it in tables),
        "",
        f"Dates are EDTF (ISO 8601-2), level 1: {HOW_TO_WRITE}.",
        "Files are UTF-8; CSV has a header row and commas; the order of columns does not matter.",
        "Lines above the header that start with `#` are comments.",
        f"The columns {_in_words(STAMP)} of an exported table are left out when it is put back into a folder.",
        "",
        "<details><summary>What each column holds</summary>",
        "",
        *(line for it in tables for line in _columns(it)),
        "</details>",
    ]
    return "\n".join(lines)


def rewritten(readme: str) -> str:
    """Return a README with the tables as they are now. Raises ValueError if it does not have both marks."""
    before, mark, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise ValueError(f"the README has no place for the tables: write {START} and {END}")
    return f"{before}{START}\n{table_of_tables()}\n{END}{after}"


def rewrite(path: Path) -> None:
    """Bring the tables of a README up to date."""
    path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")


def _columns(table: Table) -> Iterator[str]:
    yield from (f"**`{table.file}`**", "", "| column | holds | meaning |", "|---|---|---|")
    for it in table.columns:
        yield f"| {_named(it)} | {_rule(it)} | {it.help} |"
    yield ""


def _named(column: Column) -> str:
    return f"**{literal(column.name)}**" if column.required else literal(column.name)


def _in_words(names: Sequence[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def literal(name: str) -> str:
    """Return a name so that Markdown shows it as it is."""
    return name.replace("<", "\\<")


def _rule(column: Column) -> str:
    if column.one_of:
        return "one of " + ", ".join(f"`{word}`" for word in column.one_of)
    words = CELL_TYPES[column.type].words
    if not column.to:
        return words
    if column.kind_of:
        return f"{words} of a kind of {column.kind_of} in `{TABLES['kinds'].file}`"
    kinds = [kind for kind, table in KINDS.items() if table in column.to]
    if words.startswith("`kind"):
        return " or ".join(f"`{kind}:ID`" for kind in kinds)
    what, comma, how = words.partition(",")
    return f"{what} in `{TABLES[column.to[0]].file}`{comma}{how}"

"""A story's head as TOML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ashraf_atlas.cells import WHOLE, YEAR
from ashraf_atlas.columns import Table
from ashraf_atlas.exports import rows

DELETE = "\x7f"
"""The one control character that JSON leaves as it is and TOML does not allow."""


def toml_bytes(table: Table, keys: Mapping[str, Any]) -> bytes:
    """Return a TOML file of the keys that hold anything, in the order of the table."""
    lines = [
        f"{it.name} = {_value(keys[it.name], number=it.type in (WHOLE, YEAR))}"
        for it in table.columns
        if rows.cell(keys[it.name])
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _value(value: Any, *, number: bool) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(rows.cell, value))}]"
    text = rows.cell(value)
    # a TOML string is written as a JSON one
    return text if number else json.dumps(text, ensure_ascii=False).replace(DELETE, "\\u007f")

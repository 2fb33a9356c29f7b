"""What a column and a table declare, and what is wrong with a cell by the declaration of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from ashraf_atlas.cells import CELL_TYPES, IDS, LIST, TEXT, Fault, closest, unwritable

ANY_LANGUAGE = "<lang>"
"""In the name of a column: stands for a language code; there can be any number of such columns, or none."""


LONG = (TEXT, LIST, IDS)
"""Types of cells that can be long."""


@dataclass(frozen=True)
class Column:
    """A column of a CSV file, a property of a GeoJSON feature, or a key of a TOML file."""

    name: str
    type: str
    """A key of `cells.CELL_TYPES`."""
    help: str
    required: bool = False
    """Whether a cell may not be empty."""
    one_of: tuple[str, ...] = ()
    """The words it is limited to; any if none are given."""
    to: tuple[str, ...] = ()
    """The tables whose ids it holds. A `ref` names one of them by the word in front of its colon, see `KINDS`."""
    kind_of: str = ""
    """Of a column that holds an id in `kinds.csv`: what that has to be a kind of."""
    may_be_absent: bool = False
    """Whether a file may leave the column out."""
    spoken: bool = False
    """Whether its cells are words for readers, which text/<lang>.csv can give in other languages."""

    @property
    def pattern(self) -> str:
        """A regular expression of the names it goes by."""
        return re.escape(self.name).replace(re.escape(ANY_LANGUAGE), "[a-z]{2,3}")

    def fault(self, cell: str) -> Fault | None:
        """Return what is wrong with a cell and how to mend it; None if it is right."""
        if not cell.strip():
            return ("nothing is given", f"give {self.help}") if self.required else None
        if found := unwritable(cell, long=self.type in LONG):
            return found
        if self.type != TEXT and cell != cell.strip():
            return ("a space before or after the value", "leave it out")
        if self.one_of and cell not in self.one_of:
            near = closest(cell, self.one_of)
            return "an unknown word", f"did you mean {near}?" if near else f"write {_either(self.one_of)}"
        return CELL_TYPES[self.type].fault(cell)


@dataclass(frozen=True)
class Table:
    """A file of a dataset."""

    name: str
    file: str
    """Where it is in the dataset folder."""
    one_row_is: str
    noun: str
    """What rows are called: a plural whose s makes it one."""
    columns: tuple[Column, ...]
    format: Literal["csv", "geojson", "toml"] = "csv"
    may_be_empty: bool = True

    def column(self, name: str) -> Column | None:
        """Return the declaration of a column that a file names so, None if there is none."""
        return next((it for it in self.columns if re.fullmatch(it.pattern, name)), None)

    def counted(self, rows: int) -> str:
        """Return a number of rows in words: 34 places."""
        return f"{rows} {self.noun.removesuffix('s') if rows == 1 else self.noun}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns that every such file has."""
        return tuple(it.name for it in self.columns if ANY_LANGUAGE not in it.name and not it.may_be_absent)


STAMP = ("licence", "citation", "version")
"""Columns that an exported table carries behind its own, on every row; they are left out when it is read again."""

KINDS = {
    "attack": "attacks",
    "relocation": "relocations",
    "place": "places",
    "check": "checks",
    "source": "sources",
    "context": "context",
    "controversy": "controversies",
    "presence": "presence",
    "custody": "custody",
    "claim": "claims",
    "account": "accounts",
    "speaker": "speakers",
    "step": "steps",
}
"""The word in front of the colon of a `ref`, and the table in which its id is looked up."""


def need(name: str, type_: str, help_: str, **rules: Any) -> Column:
    """Return a column whose cells may not be empty."""
    return Column(name, type_, help_, required=True, **rules)


def may(name: str, type_: str, help_: str, **rules: Any) -> Column:
    """Return a column whose cells may be empty."""
    return Column(name, type_, help_, **rules)


def _either(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1] if len(words) > 1 else words[0]

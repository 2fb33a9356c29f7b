"""A file of a dataset as it was read: cells as text, each with the row it stands in, nothing judged yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ashraf_atlas.coded import Coded, Codes
from ashraf_atlas.columns import Table
from ashraf_atlas.problems import LONGEST, NOWHERE, Problem, printable

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

HEADER_ROW = {"csv": 1, "geojson": 0, "toml": 0}
"""The row that names the columns; 0 where there is none."""

MOST_ROWS = 500_000
"""Of a table: a hundred thousand attacks, with some claims of each."""

MOST_FEATURES = 50_000
"""Of a map, which goes to the browser as a whole."""

MOST_COLUMNS = 300


@dataclass(frozen=True)
class Sheet:
    """The rows of one file."""

    table: Table
    file: str
    columns: Mapping[str, Coded]
    """By name; "" for nothing."""
    rows: Codes
    """For each row its number in the file, as a `Problem` counts it."""
    ids: frozenset[str] = frozenset()
    """Every id in the file, also of rows that are too crooked to be in the frame."""
    whole: bool = True
    """Whether the file could be read to its end, so that an id that is not in `ids` is in no row."""
    named_in: Mapping[str, int] = field(default_factory=dict)
    """The row in which a column is named, where that is not the header's."""
    points: Mapping[int, Point] = field(default_factory=dict)
    """Where a row is on the globe, if it is read from GeoJSON."""

    @cached_property
    def has_ids(self) -> bool:
        """Whether the file has a column of ids."""
        return "id" in self.columns

    @cached_property
    def declared(self) -> Mapping[str, Coded]:
        """The columns that the table has, with "" also for what is nothing but spaces."""
        columns = {name: cells for name, cells in self.columns.items() if self.table.column(name)}
        return {
            name: cells.renamed(_without_blanks) if any(map(str.isspace, cells.texts)) else cells
            for name, cells in columns.items()
        }

    @cached_property
    def ordered_ids(self) -> tuple[str, ...]:
        """Every id in the order of the alphabet."""
        return tuple(sorted(self.ids))

    def up_to(self, end: int) -> Sheet:
        """Return the sheet with so many rows only, as if it had not been read further."""
        columns = {name: cells.up_to(end) for name, cells in self.columns.items()}
        return replace(self, columns=columns, rows=self.rows[:end], whole=False)

    def row(self, index: int, column: str) -> int:
        """Return the row of a cell as a `Problem` counts it."""
        return self.where(column) if self.table.format == "toml" else index

    def where(self, column: str) -> int:
        """Return the row that names a column, or would if it were there."""
        header = HEADER_ROW[self.table.format]
        if self.table.format == "csv":
            header = next(iter(self.named_in.values()), header)  # comments may stand above it
        return self.named_in.get(column, header)


Reading = tuple[Sheet | None, list[Problem]]
"""What was read of a file, None if nothing could be, and what is wrong with it so far."""


def _without_blanks(text: str) -> str:
    return text if text.strip() else ""


def column_name(said: str) -> str:
    """Return the name of a column as a file has it; one that no column has, short and on one line."""
    return printable(said[:LONGEST])


def too_many_rows(file: str, row: int, most: int) -> Problem:
    """Return the problem of a file that goes on and on; it is not read beyond this row."""
    return Problem(file, row, NOWHERE, f"more than {most} rows", None, "give fewer: all go to the browser at once")


def too_many_columns(file: str, row: int, many: int) -> Reading:
    """Return the reading of a file with more columns than any table has."""
    mend = f"leave out what is not a column of the table; there can be {MOST_COLUMNS}"
    return unreadable(file, f"{many} columns", mend, row=row)


def unreadable(file: str, what: str, mend: str, *, row: int = 0, value: str | None = None) -> Reading:
    """Return a reading of a file that has come to nothing."""
    return None, [Problem(file, row, NOWHERE, what, value, mend)]

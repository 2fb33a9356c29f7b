"""A file of a dataset as it was read: cells as text, each with the row it stands in, nothing judged yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from ashraf_atlas.columns import Table
from ashraf_atlas.problems import NOWHERE, Problem

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

HEADER_ROW = {"csv": 1, "geojson": 0, "toml": 0}
"""The row that names the columns; 0 where there is none."""


@dataclass(frozen=True)
class Sheet:
    """The rows of one file."""

    table: Table
    file: str
    frame: pd.DataFrame
    """Text cells; "" for nothing. Its index is the row in the file, as a `Problem` counts it."""
    ids: frozenset[str] = frozenset()
    """Every id in the file, also of rows that are too crooked to be in the frame."""
    whole: bool = True
    """Whether the file could be read to its end, so that an id that is not in `ids` is in no row."""
    named_in: Mapping[str, int] = field(default_factory=dict)
    """The row in which a column is named, where that is not the header's."""
    points: Mapping[int, Point] = field(default_factory=dict)
    """Where a row is on the globe, if it is read from GeoJSON."""

    def row(self, index: int, column: str) -> int:
        """Return the row of a cell as a `Problem` counts it."""
        return self.where(column) if self.table.format == "toml" else index

    def where(self, column: str) -> int:
        """Return the row that names a column."""
        return self.named_in.get(column, HEADER_ROW[self.table.format])


Reading = tuple[Sheet | None, list[Problem]]
"""What was read of a file, None if nothing could be, and what is wrong with it so far."""


def unreadable(file: str, what: str, mend: str, *, row: int = 0, value: str | None = None) -> Reading:
    """Return a reading of a file that has come to nothing."""
    return None, [Problem(file, row, NOWHERE, what, value, mend)]

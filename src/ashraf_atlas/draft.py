"""A dataset as it was read, not yet known to be valid: what the rules across tables look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ashraf_atlas.cells import members
from ashraf_atlas.dates import Period, period
from ashraf_atlas.problems import Problem
from ashraf_atlas.sheet import Point, Sheet


@dataclass(frozen=True)
class Row:
    """A row whose cells are either right by themselves or left out."""

    file: str
    number: int
    cells: Mapping[str, str]
    """Without those that are told to be wrong already, so that nothing is told twice."""
    point: Point | None = None

    def __getitem__(self, column: str) -> str:
        """Return a cell; "" also if it is left out."""
        return self.cells.get(column, "")

    def empty(self, *columns: str) -> bool:
        """Return whether the file has nothing in all these cells; a cell that is left out is not known to be empty."""
        return all(self.cells.get(column) == "" for column in columns)

    def ids(self, column: str) -> tuple[str, ...]:
        """Return the members of a list."""
        return members(self[column])

    def whole(self, column: str) -> int | None:
        """Return a whole number, None for none."""
        return int(self[column]) if self[column] else None

    def number_of(self, column: str) -> float | None:
        """Return a number, None for none."""
        return float(self[column]) if self[column] else None

    def period(self, column: str = "date") -> Period | None:
        """Return a date, None for none."""
        return period(self[column]) if self[column] else None

    def problem(self, column: str, what: str, mend: str, value: str | None = None) -> Problem:
        """Return a problem of one cell; its value is the cell's unless another is given."""
        return Problem(self.file, self.number, column, what, (value or self[column]) or None, mend)


@dataclass(frozen=True)
class Draft:
    """The rows of every table that could be read."""

    sheets: Mapping[str, Sheet]
    rows: Mapping[str, tuple[Row, ...]]

    def of(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table; none if it could not be read."""
        return self.rows.get(table, ())

    def by_id(self, table: str) -> dict[str, Row]:
        """Return the rows of a table by id."""
        return {row["id"]: row for row in self.of(table) if row["id"]}

    def knows(self, table: str, id_: str) -> bool:
        """Return whether a table has a row of this id, or cannot be read to its end, so that nobody can tell."""
        sheet = self.sheets.get(table)
        if sheet is None or not sheet.whole or "id" not in sheet.frame.columns:
            return True
        return id_ in sheet.ids or not (sheet.ids or sheet.table.may_be_empty)

    def ids(self, table: str) -> tuple[str, ...]:
        """Return the ids of a table."""
        sheet = self.sheets.get(table)
        return sheet.ordered_ids if sheet else ()


def draft_of(sheets: Mapping[str, Sheet], told: Iterable[Problem]) -> Draft:
    """Return a draft of the sheets, without the cells of which a problem is told already."""
    wrong = {(it.file, it.row, it.column) for it in told}
    return Draft(sheets, {name: tuple(_rows(sheet, wrong)) for name, sheet in sheets.items()})


def _rows(sheet: Sheet, wrong: set[tuple[str, int, str]]) -> Iterable[Row]:
    columns = [name for name in sheet.frame.columns if sheet.table.column(name)]
    for index, *cells in sheet.frame[columns].itertuples(name=None):
        right = {
            name: cell.strip() and cell
            for name, cell in zip(columns, cells, strict=True)
            if (sheet.file, sheet.row(index, name), name) not in wrong
        }
        yield Row(sheet.file, index, right, sheet.points.get(index))

"""A dataset as it was read, not yet known to be valid: what the rules across tables look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ashraf_atlas.cells import members
from ashraf_atlas.coded import LEFT_OUT, Coded, Mask
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
    """The rows of every table that could be read.

    A rule looks at whole columns first, and only at those rows where something may be wrong: a table can be long.
    """

    sheets: Mapping[str, Sheet]
    columns: Mapping[str, Mapping[str, Coded]]
    """By table and name, without the cells that are told to be wrong already."""
    _rows: dict[str, tuple[Row, ...]] = field(default_factory=dict, compare=False)
    _last: dict[str, dict[str, int]] = field(default_factory=dict, compare=False)

    def of(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table; none if it could not be read."""
        if table not in self.sheets:
            return ()
        if table not in self._rows:
            self._rows[table] = tuple(self._made(table, range(len(self.sheets[table].rows))))
        return self._rows[table]

    def by_id(self, table: str) -> dict[str, Row]:
        """Return the rows of a table by id."""
        return {row["id"]: row for row in self.of(table) if row["id"]}

    def named(self, table: str, id_: str) -> Row | None:
        """Return the row of an id, the last one if there are several, None if there is none."""
        if table not in self._last:
            ids = self.columns.get(table, {}).get("id")
            self._last[table] = {said: at for at, said in enumerate(ids.cells) if said} if ids else {}
        at = self._last[table].get(id_)
        return None if at is None else next(self._made(table, [at]))

    def where(self, table: str, column: str, wanted: Callable[[str], bool]) -> Iterator[Row]:
        """Yield the rows whose cell in a column is wanted; cells that are told to be wrong are not asked about."""
        cells = self.columns.get(table, {}).get(column)
        if cells:
            yield from self.those(table, cells.where(wanted))

    def first(
        self, most: int, table: str, column: str, wanted: Callable[[str], bool]
    ) -> tuple[Iterator[Row], Sequence[int]]:
        """Return so many of the rows that `where` yields, and the numbers of the others."""
        cells = self.columns.get(table, {}).get(column)
        if cells is None:
            return iter(()), ()
        places = np.flatnonzero(cells.where(wanted))
        return self._made(table, places[:most].tolist()), self.sheets[table].rows[places[most:]].tolist()

    def having(self, table: str, wanted: Callable[[Callable[[str], Coded]], Mask]) -> Iterator[Row]:
        """Yield the rows for which a mask holds; `wanted` makes it of columns, which it is given by name.

        A column that the file does not have is one of cells that are told to be wrong.
        """
        columns = self.columns.get(table)
        if columns is not None:
            absent = Coded([], np.full(len(self.sheets[table].rows), LEFT_OUT))
            yield from self.those(table, wanted(lambda name: columns.get(name, absent)))

    def those(self, table: str, mask: Mask) -> Iterator[Row]:
        """Yield the rows for which a mask holds."""
        return self._made(table, np.flatnonzero(mask).tolist())

    def knows(self, table: str, id_: str) -> bool:
        """Return whether a table has a row of this id, or cannot be read to its end, so that nobody can tell."""
        sheet = self.sheets.get(table)
        if sheet is None or not sheet.whole or not sheet.has_ids:
            return True
        return id_ in sheet.ids or not (sheet.ids or sheet.table.may_be_empty)

    def known(self, tables: Iterable[str]) -> frozenset[str]:
        """Return every id of these tables."""
        return frozenset().union(*(self.sheets[it].ids for it in tables if it in self.sheets))

    def ids(self, table: str) -> tuple[str, ...]:
        """Return the ids of a table."""
        sheet = self.sheets.get(table)
        return sheet.ordered_ids if sheet else ()

    def _made(self, table: str, places: Iterable[int]) -> Iterator[Row]:
        sheet, columns = self.sheets[table], self.columns[table]
        for at in places:
            number = int(sheet.rows[at])
            codes = ((name, column, int(column.codes[at])) for name, column in columns.items())
            cells = {name: column.texts[code] for name, column, code in codes if code != LEFT_OUT}
            yield Row(sheet.file, number, cells, sheet.points.get(number))


def draft_of(sheets: Mapping[str, Sheet], told: Iterable[Problem]) -> Draft:
    """Return a draft of the sheets, without the cells of which a problem is told already."""
    wrong: dict[str, set[tuple[int, str]]] = {}
    for it in told:
        wrong.setdefault(it.file, set()).add((it.row, it.column))
    return Draft(sheets, {name: _columns(sheet, wrong.get(sheet.file, set())) for name, sheet in sheets.items()})


def _columns(sheet: Sheet, wrong: set[tuple[int, str]]) -> dict[str, Coded]:
    columns = dict(sheet.declared)
    rows = sheet.rows.tolist() if wrong else []
    for name in {column for _, column in wrong} & set(columns):
        told = [at for at, row in enumerate(rows) if (sheet.row(row, name), name) in wrong]
        columns[name] = columns[name].without(told)
    return columns

"""What can happen to a CSV file in a spreadsheet, an editor and the mail."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from ashraf_atlas.cells import TEXT
from ashraf_atlas.schema import TABLES
from tests.mutating.nasty import words

Draw = Callable[..., Any]
Rows = list[list[str]]
"""The header and what follows it."""

SEVERAL = 6

FREE = {it.name for table in TABLES.values() for it in table.columns if it.type == TEXT and not it.one_of}
"""Columns that can hold any text."""


def changed(content: bytes, draw: Draw, *, gently: bool = False) -> bytes:
    """Return a CSV file after one to three changes, written in one of the ways in which such files are written."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    for _ in range(draw(st.integers(1, 3))):
        if rows and all(rows):
            draw(st.sampled_from(GENTLE if gently else CHANGES))(rows, draw)
    return bytes(draw(st.sampled_from(GENTLE_WAYS if gently else WAYS))(rows, draw))


def _column(rows: Rows, draw: Draw) -> int:
    return int(draw(st.integers(0, min(map(len, rows)) - 1)))


def _row(rows: Rows, draw: Draw) -> int:
    return int(draw(st.integers(min(1, len(rows) - 1), len(rows) - 1)))


def set_cell(rows: Rows, draw: Draw) -> None:
    rows[_row(rows, draw)][_column(rows, draw)] = draw(words)


def set_text(rows: Rows, draw: Draw) -> None:
    columns = [number for number, name in enumerate(rows[0]) if name in FREE]
    if columns and len(rows) > 1:
        rows[_row(rows, draw)][draw(st.sampled_from(columns))] = draw(words)


def set_several(rows: Rows, draw: Draw) -> None:
    for _ in range(SEVERAL):
        set_cell(rows, draw)


def set_column(rows: Rows, draw: Draw) -> None:
    column, word = _column(rows, draw), draw(words)
    for cells in rows[1:]:
        cells[column] = word


def copy_cell(rows: Rows, draw: Draw) -> None:
    rows[_row(rows, draw)][_column(rows, draw)] = rows[_row(rows, draw)][_column(rows, draw)]


def drop_column(rows: Rows, draw: Draw) -> None:
    column = _column(rows, draw)
    for cells in rows:
        del cells[column]


def rename_column(rows: Rows, draw: Draw) -> None:
    column = _column(rows, draw)
    name = rows[0][column]
    given = [name.upper(), f" {name}", name[1:], f"{name}s", "", "name_french", "name_", *rows[0]]
    rows[0][column] = draw(st.one_of(st.sampled_from(given), words))


def add_column(rows: Rows, draw: Draw) -> None:
    name, cell = draw(st.sampled_from(["", "note", "licence", "citation", "version", "id", "name_de"])), draw(words)
    for number, cells in enumerate(rows):
        cells.append(cell if number else name)


def swap_names(rows: Rows, draw: Draw) -> None:
    one, other = _column(rows, draw), _column(rows, draw)
    rows[0][one], rows[0][other] = rows[0][other], rows[0][one]


def order_columns(rows: Rows, draw: Draw) -> None:
    order = draw(st.permutations(range(min(map(len, rows)))))
    rows[:] = [[cells[it] for it in order] for cells in rows]


def swap_columns(rows: Rows, draw: Draw) -> None:
    one, other = _column(rows, draw), _column(rows, draw)
    for cells in rows[1:]:
        cells[one], cells[other] = cells[other], cells[one]


def order_rows(rows: Rows, draw: Draw) -> None:
    rows[1:] = draw(st.permutations(rows[1:]))


def double_row(rows: Rows, draw: Draw) -> None:
    rows.insert(_row(rows, draw), list(rows[_row(rows, draw)]))


def double_row_under_another_id(rows: Rows, draw: Draw) -> None:
    cells = list(rows[_row(rows, draw)])
    cells[0] = draw(st.sampled_from(["constructor", "new_one", f"{cells[0]}_2"]))
    rows.append(cells)


def drop_row(rows: Rows, draw: Draw) -> None:
    if len(rows) > 1:
        del rows[_row(rows, draw)]


def drop_header(rows: Rows, draw: Draw) -> None:
    del rows[0]


def drop_all(rows: Rows, draw: Draw) -> None:
    del rows[1:]


def lengthen_row(rows: Rows, draw: Draw) -> None:
    rows[_row(rows, draw)] += [""] * draw(st.integers(1, 3))


def shorten_row(rows: Rows, draw: Draw) -> None:
    rows[_row(rows, draw)].pop()


def blank_row(rows: Rows, draw: Draw) -> None:
    cell = draw(st.sampled_from(["", " "]))
    rows.insert(_row(rows, draw), [cell] * len(rows[0]))


def decimal_commas(rows: Rows, draw: Draw) -> None:
    column = _column(rows, draw)
    for cells in rows[1:]:
        cells[column] += draw(st.sampled_from([",5", ".5", "e3"]))


def many_rows(rows: Rows, draw: Draw) -> None:
    cells = rows[_row(rows, draw)]
    rows += [[f"{cells[0]}_{number}", *cells[1:]] for number in range(draw(st.sampled_from([20, 200])))]


CHANGES = (
    set_cell, set_cell, set_cell, set_cell, set_several, set_column, copy_cell, drop_column, rename_column, add_column,
    swap_names, order_columns, swap_columns, order_rows, double_row, double_row_under_another_id, drop_row, drop_header,
    drop_all, lengthen_row, shorten_row, blank_row, decimal_commas, many_rows,
)  # fmt: skip


GENTLE = (set_text, set_text, set_text, order_columns, order_rows, drop_row, double_row_under_another_id)


def _written(**dialect: Any) -> Callable[[Rows, Draw], bytes]:
    def write(rows: Rows, draw: Draw) -> bytes:
        lines = io.StringIO(newline="")
        csv.writer(lines, **{"lineterminator": "\n", **dialect}).writerows(rows)
        return lines.getvalue().encode("utf-8", "surrogatepass")

    return write


def _with_bom(rows: Rows, draw: Draw) -> bytes:
    return b"\xef\xbb\xbf" + PLAIN(rows, draw)


def _careless(rows: Rows, draw: Draw) -> bytes:
    return "\n".join(",".join(cells) for cells in rows).encode("utf-8", "surrogatepass")


def _with_blank_lines(rows: Rows, draw: Draw) -> bytes:
    return b"\n\n" + PLAIN(rows, draw).replace(b"\n", b"\n \n\n")


def _with_comments(rows: Rows, draw: Draw) -> bytes:
    return b"# a comment\n" + PLAIN(rows, draw) + b"# another\n"


PLAIN = _written()
WAYS = (
    PLAIN, PLAIN, PLAIN, PLAIN, _with_bom, _with_blank_lines, _with_comments, _careless,
    _written(quoting=csv.QUOTE_ALL),
    _written(lineterminator="\r\n"), _written(lineterminator="\r"), _written(delimiter=";"), _written(delimiter="\t"),
    _written(delimiter="|"), _written(quotechar="'"),
)  # fmt: skip
GENTLE_WAYS = (
    PLAIN, _with_bom, _with_blank_lines, _written(quoting=csv.QUOTE_ALL), _written(lineterminator="\r\n"),
    _written(lineterminator="\r"),
)  # fmt: skip

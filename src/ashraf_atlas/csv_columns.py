"""CSV text by whole columns, as Arrow reads it: all of a file in which every row is plain to see.

Where a row is not as long as the header, or where quotation marks stand as no program writes them, somebody has to be
told what is wrong and in which line: that is for `csv_rows`, which goes from cell to cell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import compute
from pyarrow import csv as arrow_csv

from ashraf_atlas.coded import Coded, Codes
from ashraf_atlas.csv_starts import row_starts
from ashraf_atlas.sheet import MOST_COLUMNS

MOST_LINES = 2_000_000
MOST_QUOTES = 20_000_000
"""In longer files the rows would not be found in little memory."""

BLOCK = 16_000_000
"""Bytes that Arrow reads at once; a longer row it does not read."""

SAMPLE = 4_096
"""So many rows show whether the texts of a column come again."""


@dataclass(frozen=True)
class Columns:
    """The rows of a file by columns."""

    head: list[str]
    head_line: int
    """The line on which the header starts."""
    lines: Codes
    """The line on which each row starts."""
    columns: list[Coded]
    goes_on: bool
    """Whether there are more rows than there may be; the first too many is the last here."""


def read_columns(text: str, above: int, most_rows: int) -> Columns | None:
    """Return the rows of a text that starts below so many lines of a file; None if they have to be read one by one."""
    text = text.replace("\r\n", "\n") if "\r" in text else text
    if "\r" in text or text.count("\n") > MOST_LINES or text.count('"') > MOST_QUOTES:
        return None
    try:
        header = _header(text, above)
        content = text[header.end :].encode() if header else b""
    except (csv.Error, UnicodeEncodeError):
        return None
    starts = row_starts(content) if content else None
    if header is None or starts is None or not len(starts.lines) or len(header.cells) > MOST_COLUMNS:
        return None
    goes_on = len(starts.lines) > most_rows
    lines = starts.lines[: most_rows + 1] + header.below
    if len(starts.lines) > len(lines):
        content = content[: starts.begins[len(lines)]]
    read = _read(content, len(header.cells), newlines_in_values=starts.broken)
    if read is None or len(read[0]) != len(lines):
        return None
    content, read = b"", read[::-1]
    columns = [_coded(read.pop()) for _ in header.cells]  # each is let go of as soon as it is
    filled = ~np.logical_and.reduce([column.has("") for column in columns])
    if filled.all():
        return Columns(header.cells, header.line, lines, columns, goes_on)
    if goes_on:
        return None  # those that are empty do not count
    columns = [Coded(it.texts, it.codes[filled]) for it in columns]
    return Columns(header.cells, header.line, lines[filled], columns, goes_on)


@dataclass(frozen=True)
class _Header:
    cells: list[str]
    line: int
    below: int
    """The line after it."""
    end: int
    """Characters up to that line."""


def _header(text: str, above: int) -> _Header | None:
    """The first row that holds anything, None if there is none."""
    end = 0

    def lines() -> Iterator[str]:
        nonlocal end
        while end < len(text):
            start, end = end, _line_end(text, end)
            yield text[start:end]

    rows = csv.reader(lines(), strict=True)
    start = above + 1
    for cells in rows:
        below = above + rows.line_num + 1
        if any(cells):
            return _Header(cells, start, below, end)
        start = below
    return None


def _line_end(text: str, start: int) -> int:
    return text.find("\n", start) + 1 or len(text)


def _read(content: bytes, width: int, *, newlines_in_values: bool) -> list[Any] | None:
    """The columns as Arrow has them; None if not every row has so many cells."""
    names = [str(number) for number in range(width)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(content),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=BLOCK, use_threads=False),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=newlines_in_values),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    longest = max(compute.max(compute.binary_length(column)).as_py() for column in table.columns)
    return None if longest > csv.field_size_limit() else list(table.columns)


def _coded(column: Any) -> Coded:
    sample = column.slice(0, SAMPLE)
    if len(sample.unique()) > len(sample) // 2:
        return Coded(column.to_numpy().tolist(), np.arange(len(column), dtype=np.int32))
    encoded = column.dictionary_encode().unify_dictionaries().combine_chunks()
    return Coded(encoded.dictionary.to_numpy(zero_copy_only=False).tolist(), encoded.indices.to_numpy())

"""Texts that are right beyond doubt, found in a whole column at once: all that `columns.Column.fault` need not see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from pyarrow import compute

from ashraf_atlas.cells import ID, LIST, LONGEST_VALUE, NUMBER, REF, TEXT, URL, WHOLE
from ashraf_atlas.coded import Mask
from ashraf_atlas.columns import Column

FEW = 64
"""So many texts are looked at one by one as fast."""

_SHOWN = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{fffe}\x{ffff}]"

PLAIN = {
    TEXT: rf"\A{_SHOWN}*[!-~\pL\pN]{_SHOWN}*\z",
    ID: r"\A[a-z][a-z0-9_]*\z",
    REF: r"\A[a-z][a-z0-9_]*:[a-z][a-z0-9_]*\z",
    LIST: r"\A[!-:<-~](?:[ -:<-~]*[!-:<-~])?\z",
    WHOLE: r"\A[0-9]{1,9}\z",
    NUMBER: r"\A[0-9]{1,9}(?:\.[0-9]{1,9})?\z",
    URL: r"\Ahttps?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[!#-;=?-\[\]-~]*)?\z",
}
"""For types of cells a pattern, as Arrow reads it, of texts that are surely right; others may be, too."""


def surely_right(texts: Sequence[str], column: Column) -> Mask:
    """Return for each text whether it is right beyond doubt."""
    pattern = PLAIN.get(column.type)
    none = np.zeros(len(texts), dtype=bool)
    if pattern is None or column.one_of or len(texts) < FEW:
        return none
    try:
        array = pa.array(texts, type=pa.string())
    except UnicodeEncodeError:  # half a character, which only some files can hold
        return none
    short = compute.less_equal(compute.binary_length(array), LONGEST_VALUE)
    right: Mask = compute.and_(short, compute.match_substring_regex(array, pattern)).to_numpy(zero_copy_only=False)
    return right.copy()

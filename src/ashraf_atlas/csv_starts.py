"""Where the rows of a CSV file start, found in all of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ashraf_atlas.coded import Codes, Mask

QUOTE, COMMA, NEWLINE = b'",\n'


@dataclass(frozen=True)
class Starts:
    """Where the rows of a text start, from top to bottom; lines with nothing in them are none."""

    begins: Codes
    """At which byte each row starts."""
    lines: Codes
    """On which line, the first being 0."""
    broken: bool
    """Whether a row goes over several lines."""


def row_starts(content: bytes) -> Starts | None:
    """Return where rows start; None if a quotation mark stands neither at an end of a cell nor beside another."""
    signs = np.frombuffer(content, dtype=np.uint8)
    ends = np.flatnonzero(signs == NEWLINE)
    outside = ends
    if b'"' in content:
        quotes = np.flatnonzero(signs == QUOTE)
        if len(quotes) % 2 or not _at_ends(signs, quotes):
            return None
        outside = ends[np.searchsorted(quotes, ends) % 2 == 0]
    begins = np.concatenate([[0], outside + 1])
    stops = np.concatenate([outside, [len(signs)]])
    begins = begins[begins < stops]  # the others are empty lines
    return Starts(begins, np.searchsorted(ends, begins), len(outside) < len(ends))


def _at_ends(signs: np.ndarray[Any, np.dtype[np.uint8]], quotes: Codes) -> bool:
    """Whether each odd quotation mark opens a cell and each even one closes it, or both stand for one inside."""
    opening, closing = quotes[::2], quotes[1::2]
    before = signs[opening[opening > 0] - 1]
    after = signs[closing[closing < len(signs) - 1] + 1]
    return bool(_beside(before).all() and _beside(after).all())


def _beside(signs: np.ndarray[Any, np.dtype[np.uint8]]) -> Mask:
    beside: Mask = (signs == COMMA) | (signs == NEWLINE) | (signs == QUOTE)
    return beside

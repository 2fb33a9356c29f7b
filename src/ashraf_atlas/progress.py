"""How far a long work has come, as one line of a terminal that is written over; nothing where nobody looks on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

Tell = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and what is being done."""

BAR = 24
"""Signs that the bar has."""

CLEARED = "\r\033[K"


def to_nobody(share: float, doing: str) -> None:
    """Be told, and show nothing."""


def stretch(tell: Tell, begin: float, end: float) -> Tell:
    """Return what a part of the work is to tell, of which the whole knows from where to where it goes."""
    return lambda share, doing: tell(begin + (end - begin) * share, doing)


@contextmanager
def progress(out: TextIO | None) -> Iterator[Tell]:
    """Give a function that shows how much is done and what is being done, and clear the line at the end.

    `out` is None where a program has no standard error.
    """
    if out is None or not out.isatty():
        yield to_nobody
        return

    def tell(share: float, doing: str) -> None:
        done = round(min(max(share, 0), 1) * BAR)
        line = f"{'━' * done}{'╌' * (BAR - done)} {doing}"
        width = shutil.get_terminal_size().columns - 1
        print(f"{CLEARED}{line[:width]}", end="", file=out, flush=True)

    try:
        yield tell
    finally:
        print(CLEARED, end="", file=out, flush=True)

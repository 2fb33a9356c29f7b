"""A column of texts, most of which stand there often: each is kept, judged and turned into a value once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

Codes = np.ndarray[Any, np.dtype[np.integer[Any]]]
"""For each row the place of its text among the texts."""

Mask = np.ndarray[Any, np.dtype[np.bool_]]
"""For each row whether it is meant."""

LEFT_OUT = -1
"""The code of a cell that is not to be looked at."""


@dataclass(frozen=True)
class Coded:
    """The texts of a column, and for each row which of them it has.

    Texts are in the order in which they come. Where hardly any comes twice some may be there twice, as it costs more to
    find out than it saves.
    """

    texts: list[str]
    codes: Codes

    @cached_property
    def cells(self) -> list[Any]:
        """The text of each row; None for a cell that is left out."""
        texts = [*self.texts, None]
        return [texts[code] for code in self.codes.tolist()]

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """The codes of the texts that stand in a row that is not left out."""
        if not len(self.codes) or self.codes.min() > LEFT_OUT:
            return tuple(range(len(self.texts)))
        return tuple(np.unique(self.codes[self.codes > LEFT_OUT]).tolist())

    def taken(self, values: Iterable[Any]) -> np.ndarray[Any, np.dtype[np.object_]]:
        """Return for each row the value that stands where its text does; for what is left out the last one."""
        return np.fromiter(values, dtype=object).take(self.codes, mode="wrap")

    def where(self, wanted: Callable[[str], bool]) -> Mask:
        """Return for each row whether its text is wanted, which is never asked of a cell that is left out."""
        chosen = np.zeros(len(self.texts) + 1, dtype=bool)
        chosen[[at for at in self.asked if wanted(self.texts[at])]] = True
        return chosen[self.codes]

    def has(self, text: str) -> Mask:
        """Return for each row whether it is this text; a cell that is left out is not."""
        if text not in self.texts:
            return np.zeros(len(self.codes), dtype=bool)
        return self.where(text.__eq__)

    def same_as(self, other: Coded) -> Mask:
        """Return for each row whether another column has the same text there."""
        same: Mask = self.taken([*self.texts, None]) == other.taken([*other.texts, None])
        return same

    def twice(self) -> Mask:
        """Return for each row whether another has the same text."""
        texts = self.texts
        if len(set(texts)) < len(texts):
            return coded(self.cells).twice()
        return np.bincount(self.codes, minlength=len(texts))[self.codes] > 1

    def at(self, rows: Codes) -> list[Any]:
        """Return the texts of these rows."""
        return [self.texts[code] for code in self.codes[rows].tolist()]

    def up_to(self, end: int) -> Coded:
        """Return the column with so many rows only, and the texts that stand in them."""
        kept, codes = np.unique(self.codes[:end], return_inverse=True)
        return Coded([self.texts[code] for code in kept.tolist()], codes)

    def renamed(self, name: Callable[[str], str]) -> Coded:
        """Return the column with other texts."""
        return Coded([name(text) for text in self.texts], self.codes)

    def without(self, rows: Sequence[int]) -> Coded:
        """Return the column with the cells of these rows left out."""
        codes = self.codes.copy()
        codes[list(rows)] = LEFT_OUT
        return Coded(self.texts, codes)


def coded(cells: Iterable[str]) -> Coded:
    """Return a column of these cells."""
    places: dict[str, int] = {}
    codes = np.fromiter((places.setdefault(cell, len(places)) for cell in cells), dtype=np.int32)
    return Coded(list(places), codes)

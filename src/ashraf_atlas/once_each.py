"""What holds of every cell of a column, worked out once for each text that stands in it: most stand there often."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pandas as pd

T = TypeVar("T")


def of_each(cells: pd.Series[str], what: Callable[[str], T]) -> list[T]:
    """Return what a function gives for each cell; it is asked once for each text."""
    texts = cells.tolist()
    known = {text: what(text) for text in dict.fromkeys(texts)}
    return [known[text] for text in texts]

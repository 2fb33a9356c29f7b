"""Records by what they have in common, so that nobody goes through all of them for each of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def grouped(each: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """Return the records by their key, in their order."""
    return grouped_under(each, lambda one: (key(one),))


def grouped_under(each: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    """Return the records by each of their keys, in their order; a key that one names twice counts once."""
    groups: dict[K, list[T]] = {}
    for one in each:
        for key in dict.fromkeys(keys(one)):
            groups.setdefault(key, []).append(one)
    return {key: tuple(group) for key, group in groups.items()}

"""Numbers of people in words: what is known, what is said to be about, what is not known (`numbers.mjs`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ashraf_atlas.picture.words import Words


def span_in_words(count: Mapping[str, Any], words: Words) -> str:
    """Return "20–24"; one number when both ends are the same or only one is given."""
    low, high = count.get("low"), count.get("high")
    if low is None or high is None or low == high:
        return words.number(high if low is None else low)
    return "–".join(map(words.number, sorted((low, high))))


def count_in_words(count: Mapping[str, Any], words: Words) -> str:
    """Return how many: "about 3,000", "3,500–4,000", "at least 23", "0", "not known"."""
    best = next((count[it] for it in ("best", "people", "value") if count.get(it) is not None), None)
    low, high, qualifier = count.get("low"), count.get("high"), count.get("qualifier") or ""
    if best is not None:
        return _qualified(words.number(best), qualifier, words)
    if low is not None and high is not None:
        return _qualified(span_in_words(count, words), qualifier, words)
    if low is not None:
        return _qualified(words.number(low), qualifier or "at least", words)
    if high is not None:
        return _qualified(words.number(high), qualifier or "up to", words)
    return words.say("count.not_known")


def _qualified(figure: str, qualifier: str, words: Words) -> str:
    """The words of a qualifier hold the place of the figure, as languages differ in it."""
    if not qualifier:
        return figure
    key = f"qualifier.{re.sub(r'[^a-z0-9]+', '_', qualifier.strip().lower())}"
    said = words.say(key, figure=figure) or words.say("qualifier.other", figure=figure, qualifier=qualifier)
    return said or f"{figure} ({qualifier})"

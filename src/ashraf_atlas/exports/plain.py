"""Dates and figures as plain values, under the names that they have in every format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ashraf_atlas.dates import Period
from ashraf_atlas.story import Attack
from ashraf_atlas.vocabularies import METRICS, STORY

Values = dict[str, Any]
"""Text, numbers, truth, None for nothing, and lists and dicts of them."""


def flat_estimates(attack: Attack) -> Values:
    """Return what is worked out for the people of the story, each figure under a name of its own: killed_best …"""
    found = {it.metric: it for it in attack.estimates if it.group == STORY}
    return {
        f"{metric}_{name}": (getattr(found[metric], name) if metric in found else None)
        for metric in METRICS
        for name in ("best", "low", "high", "qualifier", "basis")
    }


def dated(period: Period | None) -> Values:
    """Return a date as it is written, with its first and last day."""
    return {
        "date": period.edtf if period else None,
        "start": period.start.isoformat() if period and period.start else None,
        "end": period.end.isoformat() if period and period.end else None,
    }


def nothing_empty(values: Mapping[str, Any]) -> Values:
    """Return values with None where there is nothing, also no text."""
    return {name: None if value == "" else value for name, value in values.items()}

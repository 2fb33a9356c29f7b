"""The head of an imported dataset: what it is called, when it runs, where the map starts, how to cite it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ashraf_atlas.geo import bounds
from ashraf_atlas.problems import counted
from ashraf_atlas.ucdp.choice import Choice
from ashraf_atlas.ucdp.citing import LICENCE, LICENCE_URL, Release
from ashraf_atlas.ucdp.event import Event

MOST_NAMED = 3

WIDE = 900
"""Pixels of a map that all places are to fit into."""

NEAREST, FARTHEST = 8.0, 1.6


def head(events: Sequence[Event], choice: Choice, release: Release, today: date) -> Mapping[str, Any]:
    """Return the keys of `story.toml`; `today` is the day of the import."""
    first, last = min(it.start.year for it in events), max(it.end.year for it in events)
    years = f"{first}" if first == last else f"{first}–{last}"
    countries = list(dict.fromkeys(it.cells["country"] for it in events))
    where = ", ".join(countries) if len(countries) <= MOST_NAMED else f"{len(countries)} countries"
    who = f"{', '.join(choice.dyads)}: " if choice.dyads else ""
    return {
        "id": "ucdp_ged",
        "title": f"Organized violence in {where}, {years}",
        "subtitle": f"{who}{counted(len(events), 'event')} as the Uppsala Conflict Data Program records them.",
        "schema_version": 1,
        "version": release.version or "1",
        "issued": today.isoformat(),
        "creator": "Uppsala Conflict Data Program",
        "first_year": first,
        "last_year": last,
        "language": "en",
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "citation": release.citation(),
        "default_view": view(events),
    }


def view(events: Sequence[Event]) -> tuple[float, float, float]:
    """Return latitude, longitude and zoom of a map that shows all places."""
    west, south, east, north = bounds((it.lon, it.lat) for it in events)
    lat, lon = (south + north) / 2, (west + east) / 2
    high = (north - south) / max(math.cos(math.radians(lat)), 0.1)  # Mercator stretches what is far from the equator
    widest = max(east - west, high * 1.6, 0.01)
    zoom = math.log2(WIDE * 360 / 512 / widest)
    return round(lat, 3), round(lon, 3), round(min(max(zoom, FARTHEST), NEAREST), 1)

"""Where a picture looks: what is active in its year (`camera.mjs`), the place of an attack, or all of a story."""

from __future__ import annotations

import math

from ashraf_atlas.picture.mercator import Bounds, Clear, View, framed
from ashraf_atlas.picture.shown import Wish

ZOOMS = (1.6, 8.4)
"""From far enough for Norway to Gabon, to near enough for two towns."""

CLEAR = Clear(66, 116, 66, 116)
"""Circles and labels need room around what they stand for."""

SMALLEST = 360
"""Pixels of a side below which less is kept clear."""

USUAL = 860
"""Pixels of the width of a map for which the zoom of a story's first view is meant."""

LEAST = 0.5
"""Degrees that are shown at least on each side of what is framed: a single point with the country around it."""


def view_of(wish: Wish, size: tuple[float, float]) -> View:
    """Return the view of a picture of this size."""
    share = min(1, size[0] / SMALLEST / 1.6, size[1] / SMALLEST)
    clear = Clear(CLEAR.top * share, CLEAR.right * share, CLEAR.bottom * share, CLEAR.left * share)
    chosen = _chosen(wish, size) if wish.whole else None
    return chosen or framed(_widened(_bounds(wish)), size, clear, ZOOMS)


def _chosen(wish: Wish, size: tuple[float, float]) -> View | None:
    """The view that the story is first shown in, where most of its residences are in it."""
    given = wish.facts["story"]["defaultView"]
    lived_in = [it for it in wish.facts["places"].values() if it.get("presence")]
    if len(given) < 3 or not lived_in:
        return None
    view = View(given[1], given[0], max(given[2] + math.log2(size[0] / USUAL), ZOOMS[0]), *size)
    at = [view.project(it["lon"], it["lat"]) for it in lived_in]
    seen = sum(0 < x < size[0] and 0 < y < size[1] for x, y in at)
    return view if seen > len(at) / 2 and view.zoom <= ZOOMS[1] else None


def _bounds(wish: Wish) -> Bounds:
    facts = wish.facts
    places = facts["places"]
    kind, _, id_ = (wish.select or "").partition(":")
    if kind == "attack":
        place = places[facts["attacks"][id_]["place"]]
        return _around([places.get(place["drawnAt"], place)])
    if wish.whole:
        lived_in = [it for it in places.values() if it.get("presence")]
        if lived_in or places:
            return _around(lived_in or list(places.values()))
    west, south, east, north = facts["years"][str(wish.year)]["bounds"]
    return west, south, east, north


def _around(places: list[dict[str, float]]) -> Bounds:
    lons, lats = [it["lon"] for it in places], [it["lat"] for it in places]
    return min(lons), min(lats), max(lons), max(lats)


def _widened(bounds: Bounds) -> Bounds:
    west, south, east, north = bounds
    lon, lat = (west + east) / 2, (south + north) / 2
    if (east - west) / 2 < LEAST:
        west, east = lon - LEAST, lon + LEAST
    if (north - south) / 2 < LEAST / 2:
        south, north = lat - LEAST / 2, lat + LEAST / 2
    return west, south, east, north

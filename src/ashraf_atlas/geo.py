"""Geometry on the WGS84 ellipsoid: great circles and the box around points. Degrees in, degrees out."""

from __future__ import annotations

import math
from collections.abc import Iterable

from pyproj import Geod

Point = tuple[float, float]
"""Longitude and latitude in degrees, in this order."""

GEOD = Geod(ellps="WGS84")
SPACING_M = 60_000
FEWEST, MOST = 2, 64
METRES_PER_DEGREE = 111_200
"""Of latitude."""
EXACT = 6
"""Decimals of a coarsened point: about 0.1 m."""
DECIMALS = 4
"""About 10 m, far below the precision of any place."""


def great_circle(lon1: float, lat1: float, lon2: float, lat2: float) -> tuple[Point, ...]:
    """Return the shortest way from the first point to the second, about a point per 60 km, 2 to 64 points.

    A way across the 180th meridian runs on beyond ±180 instead of jumping to the other side of the map.
    The intermediate points are the inverse geodesic's (Karney 2013, as in PROJ).
    """
    _, _, metres = GEOD.inv(lon1, lat1, lon2, lat2)
    points = min(max(round(metres / SPACING_M) + 1, FEWEST), MOST)
    between = GEOD.npts(lon1, lat1, lon2, lat2, points - 2) if points > FEWEST else []
    way: list[Point] = []
    for lon, lat in [(lon1, lat1), *between, (lon2, lat2)]:
        near = lon + 360 * round((way[-1][0] - lon) / 360) if way else lon
        way.append((round(near, DECIMALS), round(lat, DECIMALS)))
    return tuple(way)


def coarsened(lon: float, lat: float, metres: float) -> Point:
    """Return the nearest point of a grid of about so many metres; done twice it is the same."""
    step = metres / METRES_PER_DEGREE
    row = round(lat / step) * step
    column_step = step / max(math.cos(math.radians(row)), 0.01)  # near the poles meridians meet
    column = round(lon / column_step) * column_step
    return round(min(max(column, -180), 180), EXACT), round(min(max(row, -90), 90), EXACT)


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of the points; ValueError if there are none."""
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)

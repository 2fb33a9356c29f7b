"""Web Mercator in pixels, as the page's map draws it, and the camera that frames a box (`scene/mercator.mjs`)."""

from __future__ import annotations

import math
from dataclasses import dataclass

TILE = 512
"""Pixels of the world's width at zoom 0."""

EARTH = 40075016.686
"""Metres of the equator."""

LATITUDE_LIMIT = 85.0511
"""Degrees, where the square world ends."""

Bounds = tuple[float, float, float, float]
"""West, south, east and north in degrees."""


@dataclass(frozen=True)
class Clear:
    """Pixels at each edge of the map that what it frames keeps clear of."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True)
class View:
    """What of the map is seen: where its middle looks, and its size in pixels."""

    lon: float
    lat: float
    zoom: float
    width: float
    height: float

    @property
    def corner(self) -> tuple[float, float]:
        """World pixels of its upper left corner."""
        x, y = world_pixel(self.lon, self.lat, self.zoom)
        return x - self.width / 2, y - self.height / 2

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a position is, in pixels from the upper left corner."""
        (x, y), (left, top) = world_pixel(lon, lat, self.zoom), self.corner
        return x - left, y - top


def world_pixel(lon: float, lat: float, zoom: float) -> tuple[float, float]:
    """Return the world pixels of a position at a zoom."""
    size = TILE * 2**zoom
    phi = math.radians(min(max(lat, -LATITUDE_LIMIT), LATITUDE_LIMIT))
    return (lon + 180) / 360 * size, (0.5 - math.asinh(math.tan(phi)) / (2 * math.pi)) * size


def position(x: float, y: float, zoom: float) -> tuple[float, float]:
    """Return longitude and latitude of world pixels at a zoom."""
    size = TILE * 2**zoom
    return x / size * 360 - 180, math.degrees(math.atan(math.sinh((0.5 - y / size) * 2 * math.pi)))


def metres_per_pixel(lat: float, zoom: float) -> float:
    """Return the metres that one pixel covers at a latitude and zoom."""
    return EARTH * math.cos(math.radians(lat)) / (TILE * 2**zoom)


def framed(bounds: Bounds, size: tuple[float, float], clear: Clear, zooms: tuple[float, float]) -> View:
    """Return the view of a box inside what is not to be kept clear, no farther and no nearer than `zooms`."""
    west, south, east, north = bounds
    width = max(40, size[0] - clear.left - clear.right)
    height = max(40, size[1] - clear.top - clear.bottom)
    x0, y1 = world_pixel(west, south, 0)
    x1, y0 = world_pixel(east, north, 0)
    scale = min(width / max(x1 - x0, 1e-9), height / max(y1 - y0, 1e-9))
    zoom = min(max(math.log2(scale), zooms[0]), zooms[1])
    x = (x0 + x1) / 2 * 2**zoom + (clear.right - clear.left) / 2
    y = (y0 + y1) / 2 * 2**zoom + (clear.bottom - clear.top) / 2
    return View(*position(x, y, zoom), zoom, *size)

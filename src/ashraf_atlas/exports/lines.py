"""Ways over the globe as other programs want them: cut where they cross the 180th meridian, and the box around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ashraf_atlas.geo import Point
from ashraf_atlas.places import Place
from ashraf_atlas.story import Relocation

Line = tuple[Point, ...]

HALF, WHOLE = 180.0, 360.0
DECIMALS = 6


def relocation_lines(relocation: Relocation, places: dict[str, Place]) -> tuple[Line, ...]:
    """Return the great circle of a relocation, cut at ±180; nothing where the atlas draws nothing.

    It begins and ends at the very points of its places.
    """
    if not relocation.path:
        return ()
    first, last = places[relocation.from_drawn or ""], places[relocation.to_drawn or ""]
    end = last.lon + WHOLE * round((relocation.path[-1][0] - last.lon) / WHOLE)
    return cut((first.lon, first.lat), *relocation.path[1:-1], (end, last.lat))


def cut(*way: Point) -> tuple[Line, ...]:
    """Return a way whose longitudes run on beyond ±180 as lines between them, each ending where the next begins."""
    lines: list[list[Point]] = []
    turned: float | None = None
    for here, there in pairwise(way):
        for start, end in _pieces(here, there):
            turn = WHOLE * (((start[0] + end[0]) / 2 + HALF) // WHOLE)
            if turn != turned:
                lines.append([_turned(start, turn)])
                turned = turn
            lines[-1].append(_turned(end, turn))
    return tuple(map(tuple, lines))


def box(shapes: Iterable[Sequence[Point]]) -> tuple[float, float, float, float] | None:
    """Return west, south, east and north of shapes between ±180, west greater than east where it crosses the meridian.

    Of all such boxes it is the narrowest (RFC 7946, section 5.2). None if there are no shapes.
    """
    known = [shape for shape in shapes if shape]
    if not known:
        return None
    lats = [lat for shape in known for _, lat in shape]
    spans = sorted((min(lon for lon, _ in shape), max(lon for lon, _ in shape)) for shape in known)
    west, reached = spans[0]
    gap, after = 0.0, (west, max(east for _, east in spans))
    for start, east in spans[1:]:
        if start - reached > gap:
            gap, after = start - reached, (start, reached)
        reached = max(reached, east)
    # what lies between the easternmost and the westernmost, over the meridian, is a gap as well
    if WHOLE - (reached - west) >= gap:
        after = (west, reached)
    return after[0], min(lats), after[1], max(lats)


def _pieces(here: Point, there: Point) -> Iterator[tuple[Point, Point]]:
    """The straight way between two points, in two where an odd multiple of 180 lies between their longitudes."""
    (lon, lat), (next_lon, next_lat) = here, there
    low, high = sorted((lon, next_lon))
    edge = HALF + WHOLE * ((low + HALF) // WHOLE)
    if low < edge < high:
        crossed = edge, round(lat + (next_lat - lat) * (edge - lon) / (next_lon - lon), DECIMALS)
        yield here, crossed
        yield crossed, there
    else:
        yield here, there


def _turned(point: Point, turn: float) -> Point:
    return (round(point[0] - turn, DECIMALS), point[1]) if turn else point

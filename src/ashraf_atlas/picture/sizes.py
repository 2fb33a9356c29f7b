"""How large things are drawn, in pixels: the figures of the page (`scene/sizes.mjs`), which a test compares."""

from __future__ import annotations

import math

CIRCLE_PEOPLE, CIRCLE_RADIUS = 3000, 44
"""A circle's area grows with the people: this many have this radius."""
CIRCLE_LEAST = 5
UNKNOWN = 10
CLOSED = 5
FAR_ZOOM, FAR_SCALE = 4, 0.55
NEAR_ZOOM, NEAR_SCALE = 7.2, 1
"""Circles shrink when the map shows a continent."""
ATTACK_KILLED, ATTACK_RADIUS = 52, 15
ATTACK_LEAST = 6.5
"""Also the size of nobody killed, and of not known."""
MOVER_PEOPLE, MOVER_RADIUS = 400, 7
MOVER_LEAST = 4
GAP = 4
"""Between a circle and the marks laid out around it, and between marks."""
GATHERED, FIGURE = 11, 2.6
"""Radius of a counted mark with up to three figures, and what each more adds to it."""
GATHER_BELOW = 5.6
"""Zoom under which marks of earlier years are gathered."""
MOST_APART = 60
"""So many marks of the year are laid out one by one; more are gathered like earlier ones."""
MOST_AT_ONE_PLACE = 60
"""So many marks are laid out around one place; more have a counted mark at every zoom."""
MOST_EARLIER_LINES = 200
"""Paths of earlier years that are drawn, the latest; a map with more is a map of lines."""
MOST_LABELS = 30
"""So many places have a label whatever it covers; of more, those for whose labels there is room."""
MOST_TOLD = 120
"""Places whose labels are looked for room for."""
MOST_CLEAR = 40
"""Relocations of the year that have a label where there is room, and whose lines labels keep clear of."""
BEYOND = 80
"""Marks farther outside the map than this are not laid out."""
GATHER_WITHIN = 46
UNCERTAIN_FROM = 10
"""An area of uncertainty is drawn when it is this much larger than what stands on it."""
MOST_LARGE = 60
"""So many places have circles of full size; of more, all together cover no more of the map."""
NARROW, NARROW_SCALE = 600, 0.72


def circle_scale(zoom: float, width: float, many: int) -> float:
    """Return how much circles shrink at a zoom on a map of this width, and where so many would cover it."""
    part = min(max((zoom - FAR_ZOOM) / (NEAR_ZOOM - FAR_ZOOM), 0), 1)
    return (
        (FAR_SCALE + part * (NEAR_SCALE - FAR_SCALE))
        * (NARROW_SCALE if width < NARROW else 1)
        * min(1, math.sqrt(MOST_LARGE / max(many, 1)))
    )


def gathered_radius(many: int) -> float:
    """Return the radius of the mark of so many: a long count needs room."""
    return GATHERED + max(0, len(f"{many:,}") - 3) * FIGURE


def circle_radius(people: float, scale: float) -> float:
    """Return the radius of the circle of a count of people."""
    return max(CIRCLE_LEAST, CIRCLE_RADIUS * math.sqrt(people / CIRCLE_PEOPLE) * scale)


def attack_radius(killed: float | None) -> float:
    """Return the radius of an attack's mark by the best figure of killed."""
    return max(ATTACK_LEAST, ATTACK_RADIUS * math.sqrt((killed or 0) / ATTACK_KILLED))


def mover_radius(people: float | None) -> float:
    """Return the radius of the mark on a relocation's line."""
    return max(MOVER_LEAST, float(MOVER_RADIUS * math.sqrt((people or 0) / MOVER_PEOPLE) ** 0.8))

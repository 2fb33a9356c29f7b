"""Places as circles: how many people were there at the end of the year (`scene/places.mjs`)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ashraf_atlas.picture.mercator import View, metres_per_pixel
from ashraf_atlas.picture.shown import Circle, Wish
from ashraf_atlas.picture.sizes import (
    CLOSED,
    UNCERTAIN_FROM,
    UNKNOWN,
    circle_radius,
    circle_scale,
)

YEAR_END = 0.9986
"""31 December, as a fraction of a year."""


def circles(wish: Wish, view: View) -> list[Circle]:
    """Return the circles of every place that is open, left or not known in the year, the most important first."""
    places = wish.facts["places"].values()
    scale = circle_scale(view.zoom, view.width, sum(bool(it.get("presence")) for it in places))
    made = [circle for place in places if (circle := _circle(wish, place, view, scale))]
    return _without_doubles(sorted(made, key=_importance, reverse=True))


def custody_at(place: Mapping[str, Any], at: float) -> Mapping[str, Any] | None:
    """Return the custody of a place at a date (decimal year), the latest begun if periods overlap."""
    running = [it for it in place["custody"] if _first(it) <= at and _or(it["date"]["to"], math.inf) >= at - 1e-6]
    return sorted(running, key=lambda it: _or(it["date"]["from"], 0))[-1] if running else None


def _circle(wish: Wish, place: Mapping[str, Any], view: View, scale: float) -> Circle | None:
    presence = place["presence"][str(wish.year)] if place.get("presence") else None
    if not presence or presence["state"] == "not_opened":
        return None
    x, y = view.project(place["lon"], place["lat"])
    r = _radius(presence, scale)
    ring = custody_at(place, wish.year + YEAR_END)
    low, high = presence["low"], presence["high"]
    ranged = presence["state"] == "known" and low is not None and high is not None and low < high
    controller = ring["controller"] if ring else None
    order = wish.facts["custodyOrder"]
    return Circle(
        place["id"],
        x,
        y,
        r,
        presence,
        low=circle_radius(low, scale) if ranged else None,
        high=circle_radius(high, scale) if ranged else None,
        custody=order.index(controller) if controller in order and presence["state"] != "closed" else None,
        controller=controller,
        area=_uncertainty(place, view, r),
        selected=wish.select == f"place:{place['id']}",
        events=len(place["events"]),
    )


def _radius(presence: Mapping[str, Any], scale: float) -> float:
    if presence["state"] == "unknown":
        return UNKNOWN * max(scale, 0.7)
    if presence["state"] == "closed" or presence["best"] == 0:
        return CLOSED
    best, low, high = presence["best"], presence["low"], presence["high"]
    return circle_radius(best if best is not None else ((low or 0) + (high or 0)) / 2, scale)


def _uncertainty(place: Mapping[str, Any], view: View, r: float) -> float:
    metres = metres_per_pixel(place["lat"], view.zoom)
    area = float(place["precisionM"] / metres) if metres > 1e-9 else math.inf
    return area if r + UNCERTAIN_FROM < area < max(view.width, view.height) else 0


def _importance(circle: Circle) -> float:
    state, presence = circle.presence["state"], circle.presence
    known = 1e6 + 1e3 * _or(presence["best"], _or(presence["high"], 0))
    weight = known if state == "known" else 1e3 if state == "unknown" else 0
    return (1e9 if circle.selected else 0) + min(circle.events, 999) + weight


def _without_doubles(circles: Sequence[Circle]) -> list[Circle]:
    """From far away two dashed rings would only smudge: the more important one stays."""

    def smudges(one: Circle, before: Sequence[Circle]) -> bool:
        return any(math.dist((one.x, one.y), (it.x, it.y)) < max(9, one.r) for it in before)

    return [
        it
        for i, it in enumerate(circles)
        if it.presence["state"] == "known" or it.selected or not smudges(it, circles[:i])
    ]


def _first(custody: Mapping[str, Any]) -> float:
    return _or(custody["date"]["from"], -math.inf)


def _or(value: Any, other: float) -> float:
    return other if value is None else float(value)

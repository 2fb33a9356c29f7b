"""Attacks and other operations as marks: form says kind, size says killed, hollow says nobody reported killed.

The rules are those of the page (`scene/attacks.mjs`, `scene/marks.mjs`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ashraf_atlas.picture.mercator import View
from ashraf_atlas.picture.shown import Circle, Mark, Wish
from ashraf_atlas.picture.sizes import (
    BEYOND,
    GAP,
    GATHER_BELOW,
    GATHER_WITHIN,
    MOST_APART,
    MOST_AT_ONE_PLACE,
    attack_radius,
    gathered_radius,
)

FAR = 15
"""Pixels from the edge of its place: a mark farther off is tied to it by a line."""

ROUNDING = 1e-6
"""Spots around a place touch its margin, and the last decimal must not decide whether one is free."""

RINGS, RING = 14, 11
"""So many rings around a place are tried, so many pixels apart."""

Round = tuple[float, float, float]
"""Middle and radius."""


def attack_marks(wish: Wish, view: View, circles: Sequence[Circle]) -> list[Mark]:
    """Return the marks of the year's attacks and of earlier ones: each laid out around its place, or gathered."""
    attacks = sorted(wish.facts["attacks"].values(), key=lambda it: (it["date"]["from"] or 0, it["id"]))
    around = {it.place: it.reach for it in reversed(circles)}
    wanted = [_wanted(it, wish, view, around) for it in attacks if _year(it) <= wish.year]
    near = [it for it in wanted if it.selected or _is_near(it, view)]
    crowded = sum(it.now for it in near) > MOST_APART
    far = view.zoom < GATHER_BELOW
    heaps = {place for place, many in Counter(it.place for it in near).items() if many > MOST_AT_ONE_PLACE}
    gathered = [it for it in near if not it.selected and (crowded or (far and not it.now) or it.place in heaps)]
    crowds = list(_crowds(gathered))
    together = {ref for it in crowds for ref in it.refs}
    return list(_laid([*(it for it in near if it.ref not in together), *crowds], circles))


def filling(attack: Mapping[str, Any]) -> str:
    """Return how its mark is filled."""
    killed = attack["estimates"].get("killed", {}).get("story")
    if not killed or killed["best"] is None:
        return "unsure"
    return "hollow" if killed["best"] == 0 else "solid"


def _year(attack: Mapping[str, Any]) -> int:
    return math.floor(attack["date"]["from"] or 0)


def _wanted(attack: Mapping[str, Any], wish: Wish, view: View, around: Mapping[str, float]) -> Mark:
    places, kinds = wish.facts["places"], wish.facts["kinds"]
    place = places[attack["place"]]
    at = places.get(place["drawnAt"], place)
    x, y = view.project(at["lon"], at["lat"])
    killed = attack["estimates"].get("killed", {}).get("story")
    ref = f"attack:{attack['id']}"
    return Mark(
        ref,
        at["id"],
        attack["kind"],
        kinds[attack["kind"]]["form"] if attack["kind"] in kinds else "",
        x,
        y,
        home=(x, y),
        around=around.get(at["id"], 0),
        r=attack_radius(killed["best"] if killed else None),
        now=_year(attack) == wish.year,
        counted=attack["counted"],
        filling=filling(attack),
        selected=wish.select == ref,
    )


def _is_near(mark: Mark, view: View) -> bool:
    """Whether a mark lies on the map or so close to it that its layout can reach in."""
    return -BEYOND < mark.x < view.width + BEYOND and -BEYOND < mark.y < view.height + BEYOND


def _crowds(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of places that lie near each other share a counted one; one alone needs none."""
    groups: list[list[Mark]] = []
    for mark in marks:
        near = next((it for it in groups if math.dist(it[0].home, mark.home) <= GATHER_WITHIN), None)
        if near:
            near.append(mark)
        else:
            groups.append([mark])
    for group in groups:
        if len(group) > 1:
            refs = tuple(it.ref for it in group)
            yield replace(group[0], ref=" ".join(refs), refs=refs, r=gathered_radius(len(refs)))


def _laid(marks: Sequence[Mark], circles: Sequence[Circle]) -> Iterator[Mark]:
    """Each at the first free spot on rings around its place, oldest first."""
    taken: list[Round] = [(it.x, it.y, it.r) for it in circles]
    for mark in marks:
        x, y = next((spot for spot in _spots(mark) if _is_free(spot, mark.r, taken)), mark.home)
        taken.append((x, y, mark.r))
        off = math.dist((x, y), mark.home) - mark.around - mark.r
        yield replace(mark, x=x, y=y, leader=off > FAR)


def _spots(mark: Mark) -> Iterator[tuple[float, float]]:
    """Clockwise from the upper right: the names of places stand on the left first."""
    for ring in range(RINGS):
        distance = mark.around + mark.r + GAP + ring * RING
        step = max(0.12, mark.r * 0.9 / distance)
        turn = 0.0
        while turn < math.pi * 2 - step / 2:
            angle = turn - math.pi * 0.36
            yield mark.home[0] + distance * math.cos(angle), mark.home[1] + distance * math.sin(angle)
            turn += step


def _is_free(spot: tuple[float, float], r: float, taken: Sequence[Round]) -> bool:
    return all(math.dist(spot, (x, y)) >= other + r + GAP - ROUNDING for x, y, other in taken)

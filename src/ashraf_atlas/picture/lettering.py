"""The words on the map: what each place, relocation and town is called (`scene/wording.mjs`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ashraf_atlas.picture.arcs import Way
from ashraf_atlas.picture.counts import count_in_words
from ashraf_atlas.picture.dates import date_in_words
from ashraf_atlas.picture.fonts import SANS, Face, width
from ashraf_atlas.picture.labels import Label, Wanted, lay
from ashraf_atlas.picture.mercator import View
from ashraf_atlas.picture.shown import Box, Circle, Line, Mark, Mover, Wish, box_of
from ashraf_atlas.picture.sizes import MOST_CLEAR, MOST_LABELS, MOST_TOLD
from ashraf_atlas.picture.words import Words

FACES = {
    "name": Face(SANS, 14, 650),
    "place": Face(SANS, 12.5, 500),
    "anchor": Face(SANS, 12.5, 500),
    "relocation": Face(SANS, 12.5, 600),
    "town": Face(SANS, 11.5),
}

CITIES = ("city", "town")
TOWN_SIDES = ("right", "left", "above", "below")
TOWN_ZOOM_BONUS = 0.4
"""Towns appear a little earlier than their rank says."""

MOST_LEFT = 3
"""So many places that were left are named where a picture stands for the whole story, those with the most events."""

FAR, CLOSE = (0, 16, 34, 54), (0, 16)
"""How far from its circle a label may stand; close by, where that is the small mark of a place that was left."""

CHOSEN = 8
"""Pixels around a selected mark at which its ring is."""

BEAD, BEADS_APART = 3.5, 9


@dataclass(frozen=True)
class Town:
    """A town for orientation, and the zoom from which it is named."""

    name: str
    lon: float
    lat: float
    zoom: float


@dataclass(frozen=True)
class Scene:
    """Everything that is drawn over the base map, in pixels."""

    circles: Sequence[Circle]
    lines: Sequence[Line]
    movers: Sequence[Mover]
    marks: Sequence[Mark]
    labels: Sequence[Label] = ()


def labels(wish: Wish, words: Words, view: View, scene: Scene, towns: Sequence[Town]) -> list[Label]:
    """Return the labels of a scene, none over another; towns come most important first."""
    places = list(_places(wish, words, view, scene.circles))
    movers = sorted(scene.movers, key=lambda it: (it.part, -it.r))[:MOST_CLEAR]
    wanted = [
        *places,
        *_anchors(wish, words, view, scene.lines),
        *(_relocation(it, wish, words) for it in movers),
        *_cities(wish, words, view, {it.ref for it in places}),
        *_towns(towns, view, words),
    ]
    return lay([_measured(it) for it in wanted], list(_obstacles(scene, view)), view.width, view.height)


def face_of(label: Wanted, line: int) -> Face:
    """Return the face of a line of a label."""
    return FACES["name" if label.tone == "place" and line == 0 else label.tone]


def _places(wish: Wish, words: Words, view: View, circles: Sequence[Circle]) -> Iterator[Wanted]:
    left = 0
    told = circles if len(circles) <= MOST_TOLD else [it for it in circles if it.selected or _is_seen(it, view)]
    crowded = len(told[:MOST_TOLD]) > MOST_LABELS
    for it in told[:MOST_TOLD]:
        place, state = wish.facts["places"][it.place], it.presence["state"]
        closed = place["closed"]
        closing = bool(closed and closed["to"] and math.floor(closed["to"]) == wish.year)
        left_it = state == "closed"
        if left_it and not (closing or it.selected or (wish.whole and left < MOST_LEFT)):
            continue
        left += left_it
        r = it.reach + (6 if it.selected else 0)
        lines = (words.place(place), _figure(it, wish, words))
        optional = left_it or (crowded and not it.selected)
        yield Wanted(it.ref, "place", lines, it.x, it.y, r, optional=optional, reach=CLOSE if left_it else FAR)


def _is_seen(circle: Circle, view: View) -> bool:
    x, y, r = circle.x, circle.y, circle.r
    return x > -r and y > -r and x < view.width + r and y < view.height + r


def _figure(circle: Circle, wish: Wish, words: Words) -> str:
    presence = circle.presence
    if presence["state"] == "unknown":
        return words.say("count.not_known")
    if presence["state"] == "closed":
        return words.say("map.closed", date=date_in_words(wish.facts["places"][circle.place]["closed"], words))
    count = count_in_words(presence, words)
    if not presence["carried"]:
        return count
    return words.say("map.carried", count=count, date=date_in_words(presence["date"], words))


def _anchors(wish: Wish, words: Words, view: View, lines: Sequence[Line]) -> Iterator[Wanted]:
    """Countries that only anchor an arrow carry their name where the arrow ends."""
    for line in (it for it in lines if it.now):
        to = wish.facts["relocations"][line.ref.removeprefix("relocation:")]["toDrawn"]
        place = wish.facts["places"].get(to)
        if place and not place.get("presence"):
            x, y = view.project(place["lon"], place["lat"])
            yield Wanted(f"place:{to}", "anchor", (words.place(place),), x, y, 3)


def _relocation(mover: Mover, wish: Wish, words: Words) -> Wanted:
    it = wish.facts["relocations"][mover.ref.removeprefix("relocation:")]
    line = date_in_words(it["date"], words, within=wish.year)
    if it["people"] is not None:
        line = words.say("map.relocation", people=count_in_words(it, words), count=it["people"], date=line)
    x, y, r = mover.x, mover.y, mover.r
    return Wanted(mover.ref, "relocation", (line,), x, y, r, optional=not mover.selected, reach=(0, 12, 26))


def _cities(wish: Wish, words: Words, view: View, labelled: set[str]) -> Iterator[Wanted]:
    """A city of the story that has no label of its own in this year still helps to find one's way."""
    for id_, place in wish.facts["places"].items():
        if place.get("presence") and place["kind"] in CITIES and f"place:{id_}" not in labelled:
            x, y = view.project(place["lon"], place["lat"])
            yield Wanted(f"city:{id_}", "town", (words.place(place),), x, y, 6, sides=TOWN_SIDES, dot=2)


def _towns(towns: Sequence[Town], view: View, words: Words) -> Iterator[Wanted]:
    for town in towns:
        if town.zoom > view.zoom + TOWN_ZOOM_BONUS:
            return
        x, y = view.project(town.lon, town.lat)
        if 0 <= x <= view.width and 0 <= y <= view.height:
            name = words.say(f"town.{town.name}") or town.name
            yield Wanted(f"town:{town.name}", "town", (name,), x, y, 1, sides=TOWN_SIDES, dot=2)


def _measured(label: Wanted) -> Wanted:
    return replace(label, width=max(width(it, face_of(label, i)) for i, it in enumerate(label.lines)) + 2)


def _obstacles(scene: Scene, view: View) -> Iterator[Box]:
    yield from (box_of(it.x, it.y, it.reach * 0.9 + 2) for it in scene.circles)
    marks: list[Mark | Mover] = [*scene.marks, *scene.movers]
    yield from (box_of(it.x, it.y, it.r + 2 + (CHOSEN if it.selected else 0)) for it in marks)
    current = [it for it in scene.lines if it.now and not it.thin and it.way.points]
    for line in current[:MOST_CLEAR]:
        yield from _beads(line.way, view)


def _beads(way: Way, view: View) -> Iterator[Box]:
    """Small boxes close together along what is seen of a line."""
    count = math.ceil(way.length / BEADS_APART)
    for i in range(count + 1):
        x, y = way.at(i / count)
        if -BEAD <= x <= view.width + BEAD and -BEAD <= y <= view.height + BEAD:
            yield box_of(x, y, BEAD)

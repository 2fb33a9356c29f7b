"""Relocations as lines along great circles, with the marks of their people on them (`scene/relocations.mjs`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ashraf_atlas.picture.arcs import Way
from ashraf_atlas.picture.mercator import View
from ashraf_atlas.picture.shown import Circle, Line, Mover, Wish
from ashraf_atlas.picture.sizes import MOST_EARLIER_LINES, mover_radius

ANCHOR = 3
"""Radius left free at a place without a circle."""


def relocation_lines(wish: Wish, view: View, circles: Sequence[Circle]) -> tuple[list[Line], list[Mover]]:
    """Return the lines of the year and, thin, of earlier years; and the marks on those of the year."""
    radii = {it.place: it.r for it in circles}
    lines: list[Line] = []
    seen: set[str] = set()
    earlier = 0
    drawn = [it for it in wish.facts["relocations"].values() if it["drawn"] != "none" and it["years"]]
    for it in sorted(drawn, key=lambda it: -(it["date"]["from"] or 0)):
        now = wish.year in it["years"]
        path = f"{it['fromDrawn']}>{it['toDrawn']}"
        chosen = wish.select == f"relocation:{it['id']}"
        # convoys along one path, and the parts of a total, are one line
        left_out = path in seen or (earlier >= MOST_EARLIER_LINES and not chosen)
        if it["years"][0] > wish.year or (not now and left_out):
            continue
        earlier += not now
        lines.append(_line(it, wish, view, radii, path, repeated=path in seen))
        seen.add(path)
    current = [it for it in lines if it.now and not it.thin]
    shown = [_firm(it, current) for it in lines if it.selected or not it.repeated]
    return shown, list(_movers(current, wish))


def _line(
    it: Mapping[str, Any], wish: Wish, view: View, radii: Mapping[str, float], path: str, *, repeated: bool
) -> Line:
    now = wish.year in it["years"]
    way = Way([view.project(lon, lat) for lon, lat in it["path"]])
    start, end = (radii.get(it[name], ANCHOR) for name in ("fromDrawn", "toDrawn"))
    ref = f"relocation:{it['id']}"
    return Line(
        ref,
        way.trimmed(start + 1.5, end + (3 if now else 1.5)),
        path,
        now=now,
        thin=it["drawn"] == "thin",
        dashed=it["drawn"] == "thin" or it["people"] is None,
        known=it["people"] is not None,
        selected=wish.select == ref,
        repeated=repeated,
    )


def _firm(line: Line, current: Sequence[Line]) -> Line:
    """A path on which at least one movement of the year has a known number is a full line."""
    known = line.now and not line.thin and any(it.known and it.path == line.path for it in current)
    return replace(line, dashed=False) if known else line


def _movers(current: Sequence[Line], wish: Wish) -> Iterator[Mover]:
    """Each mark stands on its line, in date order."""
    for path in dict.fromkeys(it.path for it in current):
        together = [(it, _relocation(it, wish)) for it in current if it.path == path]
        ordered = sorted(together, key=lambda pair: _middle(pair[1]["date"]))
        for i, (line, it) in enumerate(ordered, 1):
            if line.way.points:
                x, y = line.way.at(i / (len(ordered) + 1))
                people = it["people"]
                yield Mover(line.ref, x, y, mover_radius(people), people is None, it["drawn"] == "part", line.selected)


def _relocation(line: Line, wish: Wish) -> Mapping[str, Any]:
    found: Mapping[str, Any] = wish.facts["relocations"][line.ref.removeprefix("relocation:")]
    return found


def _middle(date: Mapping[str, Any]) -> float:
    start = date["from"] or 0
    return float(start + (start if date["to"] is None else date["to"])) / 2

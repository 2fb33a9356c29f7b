"""The picture of a page where its link is shared: what it is in large letters, beside the map it leads to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from ashraf_atlas.basemap.style import ATTRIBUTION
from ashraf_atlas.picture.basemap import basemap
from ashraf_atlas.picture.column import Column, column
from ashraf_atlas.picture.fonts import SANS, Face, width
from ashraf_atlas.picture.png import png
from ashraf_atlas.picture.shown import Facts, Wish
from ashraf_atlas.picture.static_map import NAMESPACE, draw
from ashraf_atlas.picture.svg import Look, element, shortened, text
from ashraf_atlas.picture.words import Words
from ashraf_atlas.theme import tokens

CARD_SIZE = WIDTH, HEIGHT = 1200, 630
"""Pixels that networks ask for."""

UNIT = 1.3
"""The map is drawn so much larger than on the page: cards are shown small."""

PANEL, STRIP = 424, 46
"""Width of the words beside the map, height of the line of sources below both."""

MARGIN, INNER = 44, 28
"""Around the card, and between its words and the map."""

SOURCE = Face(SANS, 14, 450)


def card(
    facts: Facts, basemap_folder: Path, year: int | None = None, attack: str | None = None, language: str | None = None
) -> bytes:
    """Return the card of a year, of an attack (its id), or of the whole story, as PNG of 1200×630 pixels."""
    return png(card_svg(facts, basemap_folder, year, attack, language))


def card_svg(
    facts: Facts, basemap_folder: Path, year: int | None = None, attack: str | None = None, language: str | None = None
) -> str:
    """Return the same as SVG."""
    words = Words(facts, language or facts["story"]["language"])
    wish = _wish(facts, year, attack, words.language)
    colours = tokens("light")
    size = (WIDTH - PANEL, HEIGHT - STRIP)
    made = draw(wish, words, basemap(basemap_folder), "light", size, UNIT)
    mirrored = words.right_to_left
    map_at, panel_at = (0, WIDTH - PANEL) if mirrored else (PANEL, 0)
    inner = panel_at + (INNER if mirrored else MARGIN)
    place = Column(inner, MARGIN, PANEL - MARGIN - INNER, HEIGHT - STRIP - 26, mirrored)
    edge = panel_at if mirrored else PANEL
    parts = [
        element("g", {"transform": f"translate({map_at} 0) scale({UNIT})"}, made.svg),
        element("rect", {"x": panel_at, "width": PANEL, "height": HEIGHT, "fill": colours["paper"]}),
        element("rect", {"y": HEIGHT - STRIP, "width": WIDTH, "height": STRIP, "fill": colours["paper"]}),
        _rule(edge, 0, edge, HEIGHT - STRIP, colours["line"]),
        _rule(0, HEIGHT - STRIP, WIDTH, HEIGHT - STRIP, colours["line"]),
        *column(wish, words, made.scene, place, colours),
        *_sources(words, colours["soft"]),
    ]
    root: Look = {"xmlns": NAMESPACE, "width": WIDTH, "height": HEIGHT, "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    return element("svg", root, "".join(parts))


def _wish(facts: Facts, year: int | None, attack: str | None, language: str) -> Wish:
    first, last = facts["story"]["firstYear"], facts["story"]["lastYear"]
    if attack is not None:
        date = facts["attacks"][attack]["date"]
        when = date["to"] if date["from"] is None else date["from"]
        return Wish(facts, min(max(math.floor(when), first), last), f"attack:{attack}", language)
    return Wish(facts, last if year is None else year, None, language, whole=year is None)


def _sources(words: Words, colour: str) -> Iterator[str]:
    """Whose facts these are, and whose map."""
    story = words.facts["story"]
    y, room = HEIGHT - STRIP / 2 + 5, WIDTH - MARGIN * 2
    credit = room - width(ATTRIBUTION, SOURCE) - 40
    ends: Sequence[tuple[str, float, str]] = [
        (shortened(story["citation"] or story["licence"] or story["title"], credit, SOURCE), MARGIN, "start"),
        (ATTRIBUTION, WIDTH - MARGIN, "end"),
    ]
    if words.right_to_left:
        ends = [(it, WIDTH - x, "end" if align == "start" else "start") for it, x, align in ends]
    yield from (text(it, x, y, SOURCE, {"fill": colour}, align) for it, x, align in ends)


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke": colour, "stroke-width": 1.5})

"""The map of a year as it stands on the page, without the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from ashraf_atlas.picture.basemap import Basemap, basemap
from ashraf_atlas.picture.camera import view_of
from ashraf_atlas.picture.circles import circles
from ashraf_atlas.picture.drawing import drawn
from ashraf_atlas.picture.lettering import Scene, Town, labels
from ashraf_atlas.picture.lines import relocation_lines
from ashraf_atlas.picture.marks import attack_marks
from ashraf_atlas.picture.mercator import View
from ashraf_atlas.picture.sentences import year_sentence
from ashraf_atlas.picture.shown import Box, Facts, Wish, box_around, box_of
from ashraf_atlas.picture.svg import Look, element
from ashraf_atlas.picture.words import Words
from ashraf_atlas.theme import tokens

Size = tuple[int, int]
NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Drawn:
    """A map, ready to be put into a picture, and what stands on it."""

    svg: str
    """Its elements, in pixels of the view; some reach beyond it, and are cut off by what is around them."""
    scene: Scene
    view: View


def draw(wish: Wish, words: Words, base: Basemap, theme: str, size: tuple[float, float], unit: float = 1) -> Drawn:
    """Draw the map of a wish in a size; `unit`: pixels of the picture that one of the drawing has."""
    view = view_of(wish, (size[0] / unit, size[1] / unit))
    scene = scene_of(wish, words, view, base.towns)
    return Drawn(base.drawn(view, theme, unit) + drawn(scene, tokens(theme)), scene, view)


def scene_of(wish: Wish, words: Words, view: View, towns: tuple[Town, ...]) -> Scene:
    """Return everything that is seen over the base map in a view."""
    places = circles(wish, view)
    lines, movers = relocation_lines(wish, view, places)
    frame = Box(0, 0, view.width, view.height)
    bare = Scene(
        [it for it in places if frame.overlap(box_of(it.x, it.y, max(it.reach, it.area)))],
        [it for it in lines if it.way.points and frame.overlap(box_around(it.way.points))],
        [it for it in movers if frame.overlap(box_of(it.x, it.y, it.r))],
        [it for it in attack_marks(wish, view, places) if frame.overlap(box_of(it.x, it.y, it.r))],
    )
    return replace(bare, labels=labels(wish, words, view, bare, towns))


def svg_map(
    facts: Facts,
    basemap_folder: Path,
    year: int,
    select: str | None = None,
    theme: str = "light",
    size: Size = (1200, 630),
    language: str | None = None,
) -> str:
    """Return the map of a year as SVG, with `select` (`attack:ID`, `place:ID`, `relocation:ID`) emphasised.

    `facts` is what `payload.payload` gives, `basemap_folder` what `own_basemap.folder_of` gives. The words are those of
    the story, in its own language if none is given.
    """
    told = language or facts["story"]["language"]
    words = Words(facts, told)
    made = draw(Wish(facts, year, select, told), words, basemap(basemap_folder), theme, size)
    title = element("title", {}, escape(year_sentence(words, year)))
    root: Look = {"xmlns": NAMESPACE, "width": size[0], "height": size[1], "viewBox": f"0 0 {size[0]} {size[1]}"}
    return element("svg", {**root, "role": "img", "lang": told}, title + made.svg)

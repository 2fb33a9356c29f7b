"""The words of a card, from above to below: what it is of, what happened, how many were killed, what the signs mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ashraf_atlas.picture.fonts import SANS, SERIF, Face, width
from ashraf_atlas.picture.legend import entries
from ashraf_atlas.picture.lettering import Scene
from ashraf_atlas.picture.sentences import killed_figure, when_and_where, year_title
from ashraf_atlas.picture.shown import Wish
from ashraf_atlas.picture.svg import element, pieces, px, shortened, text, wrapped
from ashraf_atlas.picture.words import Words

Colours = Mapping[str, str]

STORY = Face(SERIF, 27, 650, -0.01)
YEAR = Face(SERIF, 138, 650)
SENTENCE = Face(SERIF, 31)
EYEBROW = Face(SANS, 17.5, 500)
TITLE = Face(SERIF, 42, 650, -0.012)
AMOUNT = Face(SERIF, 84, 650, -0.02)
QUALIFIER = Face(SERIF, 34, 650, -0.01)
WHAT = Face(SANS, 20, 600)
ASIDE = Face(SANS, 17.5, 400)
WHOLE = Face(SERIF, 66, 650, -0.015)
SUBTITLE = Face(SERIF, 29)
SIGN = Face(SANS, 15.5, 400)

SIGN_ROOM, SIGN_LINE = 30, 26
YEAR_TRACKING = -0.035


@dataclass
class Column:
    """Where the words stand: from one line to the next, never below the bottom."""

    left: float
    top: float
    width: float
    bottom: float
    mirrored: bool
    y: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin at the top."""
        self.y = self.top

    @property
    def edge(self) -> tuple[float, str]:
        """Where a line begins, and which end of it is there as seen from the left."""
        return (self.left + self.width, "end") if self.mirrored else (self.left, "start")

    def write(self, words: str, face: Face, colour: str, most: int = 1, leading: float = 1.2) -> Iterator[str]:
        """Write a text in as many lines as it needs, as many as there may be and have room."""
        most = min(most, int((self.bottom - self.y) // (face.size * leading)))
        if not words or most < 1:
            return
        x, align = self.edge
        for line in wrapped(words, self.width, face, most):
            self.y += face.size * leading
            yield text(line, x, self.y - face.size * (leading - 1), face, {"fill": colour}, align)


def column(wish: Wish, words: Words, scene: Scene, place: Column, colours: Colours) -> Iterator[str]:
    """Yield the words of a card."""
    if wish.whole:
        yield from _whole(words, place, colours)
        return
    yield from place.write(words.facts["story"]["title"], STORY, colours["ink"])
    if wish.select:
        yield from _attack(wish, words, place, colours)
    else:
        yield from _year(wish, words, place, colours)
    yield from _legend(list(entries(scene, words, colours, wish.select)), place, colours)


def _whole(words: Words, place: Column, colours: Colours) -> Iterator[str]:
    story = words.facts["story"]
    place.y += 60
    yield from place.write(story["title"], _narrowed(story["title"], WHOLE, place), colours["ink"], 4, 1.08)
    place.y += 26
    yield from place.write(story["subtitle"], SUBTITLE, colours["soft"], 9, 1.34)


def _year(wish: Wish, words: Words, place: Column, colours: Colours) -> Iterator[str]:
    place.y += YEAR.size * 0.92
    yield _tabular(words.year(wish.year), place, colours["ink"])
    place.y += 22
    yield from place.write(year_title(words, wish.year), SENTENCE, colours["ink"], 5, 1.28)


def _attack(wish: Wish, words: Words, place: Column, colours: Colours) -> Iterator[str]:
    attack = words.facts["attacks"][(wish.select or "").removeprefix("attack:")]
    figure = killed_figure(words, attack)
    place.y += 30
    face = _narrowed(attack["title"], TITLE, place)
    yield from place.write(attack["title"], face, colours["ink"], 4 if figure else 6, 1.12)
    place.y += 12
    yield from place.write(when_and_where(words, attack), EYEBROW, colours["soft"], 2, 1.4)
    if not figure:
        place.y += 12
        yield from place.write(words.kind(attack["kind"]), WHAT, colours["ink"])
        return
    place.y += 16
    yield from _amount(figure.amount, place, colours["ink"])
    place.y += 10
    yield from place.write(figure.what, WHAT, colours["ink"], 1, 1.3)
    for line in figure.lines:
        yield from place.write(line, ASIDE, colours["soft"], 2, 1.38)


def _narrowed(words: str, face: Face, place: Column) -> Face:
    """The face in a size in which the longest word has room in a line, but never less than half as large."""
    longest = max((width(it, face) for it in words.split()), default=0)
    return replace(face, size=face.size * max(0.5, min(1, place.width / max(longest, 1))))


def _amount(words: str, place: Column, colour: str) -> Iterator[str]:
    """A figure in large digits, with the words that qualify it beside them: "at least 7"."""
    parts = [(it, AMOUNT if it[0].isdigit() else QUALIFIER) for it in re.split(r"(\d[\d.,٬٫–-]*)", words) if it.strip()]
    if all(face is QUALIFIER for _, face in parts):
        yield from place.write(words, TITLE, colour, 2, 1.12)
        return
    whole = sum(width(it, face) for it, face in parts)
    if whole > place.width:
        parts = [(it, replace(face, size=face.size * place.width / whole)) for it, face in parts]
    place.y += AMOUNT.size
    x, align = place.edge
    yield pieces(parts, x, place.y, {"fill": colour}, align)


def _legend(signs: Sequence[tuple[str, str]], place: Column, colours: Colours) -> Iterator[str]:
    """As many signs as there is room for, at the bottom."""
    shown = signs[: max(0, int((place.bottom - place.y - 18) // SIGN_LINE))]
    x, align = place.edge
    inward = -1 if place.mirrored else 1
    for i, (words, sign) in enumerate(shown):
        y = place.bottom - SIGN_LINE * (len(shown) - 1 - i) - 6
        yield element("g", {"transform": f"translate({px(x + inward * 10)} {px(y)}) scale(1.2)"}, sign)
        said = shortened(words, place.width - SIGN_ROOM, SIGN)
        yield text(said, x + inward * SIGN_ROOM, y + SIGN.size * 0.36, SIGN, {"fill": colours["soft"]}, align)


def _tabular(year: str, place: Column, colour: str) -> str:
    """A year in which every digit has the same room, so that the years stand alike on all cards."""
    room = (max(width(it, YEAR) for it in "0123456789") + YEAR_TRACKING * YEAR.size) * min(1, 4 / len(year))
    x, align = place.edge
    start = x - room * len(year) if align == "end" else x - 2
    digits = " ".join(px(start + room * (i + 0.5)) for i in range(len(year)))
    made = text(year, 0, place.y, YEAR, {"fill": colour}, "middle")
    return made.replace('x="0"', f'x="{digits}"', 1)

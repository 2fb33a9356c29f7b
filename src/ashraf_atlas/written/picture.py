"""The map of a year as SVG, with its legend, that follows the theme of the reader's system: one drawing for both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from markupsafe import Markup

from ashraf_atlas.picture.basemap import Basemap, basemap
from ashraf_atlas.picture.legend import entries
from ashraf_atlas.picture.sentences import year_sentence
from ashraf_atlas.picture.shown import Wish
from ashraf_atlas.picture.static_map import draw
from ashraf_atlas.picture.svg import element
from ashraf_atlas.picture.words import Words
from ashraf_atlas.theme import tokens

SIZES = {"wide": (1100, 690), "narrow": (390, 400)}
"""Pixels it is drawn for: about the shape of the map on a laptop, and on a phone; words are to be read on both."""

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


def maps(facts: Mapping[str, Any], folder: Path, year: int, select: str | None = None) -> tuple[str, Markup]:
    """Return a style sheet and the map of a year, wide and narrow, with its legend; `folder` holds the base map.

    Colours are variables; the style sheet gives them for light and dark.
    """
    words = Words(facts, facts["story"]["language"])
    wish = Wish(facts, year, select, words.language)
    base = basemap(folder)
    light, dark = (_drawn(wish, words, base, theme) for theme in ("light", "dark"))
    pairs = list(zip(COLOUR.findall(light), COLOUR.findall(dark), strict=True))
    names = {pair: f"--map-{number}" for number, pair in enumerate(dict.fromkeys(pairs))}
    found = iter([names[pair] for pair in pairs])
    sets = [";".join(f"{name}:{pair[theme]}" for pair, name in names.items()) for theme in (0, 1)]
    style = (
        f":root{{{sets[0]}}}:root[data-theme=dark]{{{sets[1]}}}"
        f"@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{sets[1]}}}}}"
    )
    return style, Markup(COLOUR.sub(lambda _: f"var({next(found)})", light))


def _drawn(wish: Wish, words: Words, base: Basemap, theme: str) -> str:
    """The map in each size, and its legend; the same elements in the same order for every theme."""
    svg, legend = "", ""
    title = element("title", {}, escape(year_sentence(words, wish.year)))
    for name, size in SIZES.items():
        made = draw(wish, words, base, theme, size)
        # drawn for a size, shown in any: what is cut off is the edge
        look = {"class": f"written-map {name}", "viewBox": f"0 0 {size[0]} {size[1]}", "role": "img"}
        svg += element("svg", {**look, "preserveAspectRatio": "xMidYMid slice"}, title + made.svg)
        legend = legend or "".join(
            f"<li>{element('svg', {'viewBox': '-9 -9 18 18', 'aria-hidden': 'true'}, sign)} {escape(said)}</li>"
            for said, sign in entries(made.scene, words, tokens(theme), wish.select)
        )
    return f'{svg}<ul class="written-legend">{legend}</ul>'

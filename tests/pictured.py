"""What tests of pictures share: the facts of a folder, the years of a story, everything there is a picture of."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image

from ashraf_atlas.picture.shown import Wish

SVG = "{http://www.w3.org/2000/svg}"
Facts = dict[str, Any]


def years_of(facts: Facts) -> range:
    return range(facts["story"]["firstYear"], facts["story"]["lastYear"] + 1)


def wishes(facts: Facts) -> Iterator[Wish]:
    """Every year, and every attack in its year."""
    for year in years_of(facts):
        yield Wish(facts, year, None, "en")
    for id_, attack in facts["attacks"].items():
        yield Wish(facts, int(attack["date"]["from"]), f"attack:{id_}", "en")


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))

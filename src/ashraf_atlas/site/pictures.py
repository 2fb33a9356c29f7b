"""The picture of each page, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ashraf_atlas import picture
from ashraf_atlas.site.files import MEDIA_TYPES, File, once
from ashraf_atlas.site.pages import Page

Facts = Mapping[str, Any]


def pictures(told: Iterable[tuple[Page, Facts]], basemap: Path) -> dict[str, File]:
    """Return the pictures by path, of pages and the facts in their languages; `basemap` is the base map's folder."""
    return {
        page.card: File(
            once(partial(picture.card, facts, basemap, year=page.year, attack=page.attack)), MEDIA_TYPES[".png"]
        )
        for page, facts in told
    }

"""How the atlas is put into other pages by programs that know oEmbed 1.0 (https://oembed.com)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from html import escape
from xml.etree import ElementTree

from ashraf_atlas.picture import CARD_SIZE
from ashraf_atlas.site.files import File
from ashraf_atlas.site.pages import Page

SIZE = (800, 500)
"""Width and height of the frame, in px, if nobody asks for less."""

LEAST = (320, 240)
"""Below this nothing is left of a map."""

CACHED_S = 86400

MEDIA_TYPES = {"json": "application/json", "xml": "text/xml"}
ALLOWED = "fullscreen; screen-wake-lock; clipboard-write"


def oembed(
    page: Page,
    provider: str,
    base_url: str,
    query: str = "",
    most: tuple[int | None, int | None] = (None, None),
) -> dict[str, str | int]:
    """Return the answer for a page.

    `provider` is the title of the story, `query` what its address asks for besides (`theme=dark`), and `most` the
    greatest width and height that are wanted, in px.
    """
    width, height = (
        max(least, min(usual, wanted or usual)) for least, usual, wanted in zip(LEAST, SIZE, most, strict=True)
    )
    asked = "&".join(["mode=embed", *([query] if query else [])])
    source = f"{base_url}{page.folder}?{asked}"
    frame = (
        f'<iframe src="{escape(source)}" width="{width}" height="{height}" title="{escape(page.title)}" '
        f'loading="lazy" allow="{ALLOWED}" style="border:0;max-width:100%"></iframe>'
    )
    answer: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": provider,
        "provider_url": base_url,
        "cache_age": CACHED_S,
        "html": frame,
        "width": width,
        "height": height,
    }
    # a picture that is larger than what was asked for may not be named
    if all(wanted is None or side <= wanted for side, wanted in zip(CARD_SIZE, most, strict=True)):
        answer |= {
            "thumbnail_url": f"{base_url}{page.card}",
            "thumbnail_width": CARD_SIZE[0],
            "thumbnail_height": CARD_SIZE[1],
        }
    return answer


def written(answer: Mapping[str, str | int], form: str) -> str:
    """Return an answer as "json" or "xml"."""
    if form == "json":
        return json.dumps(answer, ensure_ascii=False)
    root = ElementTree.Element("oembed")
    for name, value in answer.items():
        ElementTree.SubElement(root, name).text = str(value)
    return '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' + ElementTree.tostring(root, encoding="unicode")


def oembed_files(page: Page, provider: str, base_url: str) -> dict[str, File]:
    """Return the answers for a page in both forms, by path: a page leads to them where there is no server to ask."""
    answer = oembed(page, provider, base_url)
    return {
        f"{page.folder}oembed.{form}": File(partial(_bytes, answer, form), f"{kind}; charset=utf-8")
        for form, kind in MEDIA_TYPES.items()
    }


def _bytes(answer: Mapping[str, str | int], form: str) -> bytes:
    return written(answer, form).encode()

"""The HTML of a page: what it is about, the story in words with what it needs, and what Dash needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from ashraf_atlas.picture.words import Words
from ashraf_atlas.site.head import head
from ashraf_atlas.site.pages import Page

DOCUMENT = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}"{attributes}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
{styles}
{scripts}
{icon}
{fonts}
{head}
</head>
<body>
{written}
{late_styles}
<div id="react-entry-point"></div>
<script id="_dash-config" type="application/json">{config}</script>
{last}</body>
</html>
"""


@dataclass(frozen=True)
class Parts:
    """What a document is put together from, besides what it is about."""

    policy: str
    config: str
    """What Dash reads from the page, as JSON."""
    icon: str
    """The address of the icon."""
    styles: str
    """Elements of the style sheets, for the head."""
    scripts: str
    """Elements of the scripts, for the head."""
    late_styles: str = ""
    """Elements of style sheets that only what comes after the story in words needs."""
    fonts: str = ""
    """An element for the style sheet of the fonts, where no script brings them."""
    written: str = ""
    """The story in words and a picture, as HTML."""
    last: str = ""
    """Elements for the end of the body."""


def document(
    page: Page, facts: Mapping[str, Any], parts: Parts, attributes: Mapping[str, str | None], base_url: str | None
) -> str:
    """Return the HTML of a page; its root element gets those `attributes` (without their `data-`) that have a value."""
    story = facts["story"]
    language = story["language"]
    data = {"root": page.root, "start": page.start or None, **attributes}
    return DOCUMENT.format(
        language=escape(language),
        direction="rtl" if Words(facts, language).right_to_left else "ltr",
        attributes="".join(f' data-{name}="{escape(value)}"' for name, value in data.items() if value is not None),
        policy=escape(parts.policy),
        head=head(page, facts, base_url),
        icon=f'<link rel="icon" href="{escape(parts.icon)}" type="image/svg+xml">',
        styles=parts.styles,
        scripts=parts.scripts,
        written=parts.written,
        late_styles=parts.late_styles,
        fonts=f"<noscript>{parts.fonts}</noscript>" if parts.fonts else "",
        config=parts.config,
        last=parts.last,
    )


def linked_styles(addresses: Iterable[str]) -> str:
    """Return elements for style sheets of their own."""
    return "\n".join(f'<link rel="stylesheet" href="{escape(it)}">' for it in addresses)


def linked_scripts(addresses: Iterable[str]) -> str:
    """Return elements for scripts of their own, run in this order once the page has been read."""
    return "\n".join(f'<script defer src="{escape(it)}"></script>' for it in addresses)


def inline_style(sheet: str) -> str:
    """Return an element that holds a style sheet."""
    ended = sheet.replace("</", "<\\/")
    return f"<style>{ended}</style>"


def inline_script(script: str) -> str:
    """Return the content of an element that holds a script: nothing in it may end the element, or begin a comment."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)

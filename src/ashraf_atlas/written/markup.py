"""Elements of HTML from Python values: text is escaped, always."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

Inside = str | Markup | None | Iterable["Inside"]
"""Text, elements, nothing, or several of these."""


def tag(name: str, *inside: Inside, **attributes: str | int | None) -> Markup:
    """Return an element; attributes without a value are left out, `class_` is `class`."""
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    pairs = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return Markup(f"<{name}{pairs}>{joined(inside)}</{name}>")  # every part of it is escaped


def joined(inside: Inside) -> Markup:
    """Return several parts as one."""
    if inside is None:
        return Markup("")
    if isinstance(inside, str):
        return escape(inside)
    return Markup("").join(map(joined, inside))

"""SVG as text: elements, and texts in the project's fonts. What a story says is always escaped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from ashraf_atlas.picture.fonts import FILES, SANS, SERIF, Face, runs, width

Look = dict[str, str | float | None]
Attributes = Mapping[str, str | float | None]
"""Names and values; what has None is left out."""

STACKS = {SANS: "Inter, Vazirmatn, sans-serif", SERIF: "'Source Serif 4', Vazirmatn, serif"}
"""What a text is written in where a browser shows it."""

ELLIPSIS = "…"
STRONG = {"L": False, "R": True, "AL": True}
EMBED, POP = "\u202b", "\u202c"
"""From here to there a text runs from right to left."""


def element(tag: str, attributes: Attributes, content: str = "") -> str:
    """Return an element; `content` is written as it is."""
    given = "".join(
        f" {name}={quoteattr(value if isinstance(value, str) else px(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>{content}</{tag}>" if content else f"<{tag}{given}/>"


def text(words: str, x: float, y: float, face: Face, attributes: Attributes, align: str = "start") -> str:
    """Return a line of text whose start, middle or end (of what is seen, from the left) is at x."""
    look: Look = {
        "font-family": STACKS[face.family],
        "font-size": face.size,
        "font-weight": str(face.weight),
        "letter-spacing": face.tracking * face.size or None,
        "text-anchor": None if align == "start" else align,
    }
    shown = f"{EMBED}{words}{POP}" if is_right_to_left(words) else words
    content = "".join(_run(letters, family, face.family) for family, letters in runs(shown, face.family))
    return element("text", {"x": x, "y": y, **look, **attributes}, content)


def pieces(parts: Sequence[tuple[str, Face]], x: float, y: float, attributes: Attributes, align: str) -> str:
    """Return a line of text in several faces of one family."""
    face = parts[0][1]
    line = text("", x, y, face, attributes, align)
    sizes = "".join(
        element("tspan", {"font-size": it.size, "letter-spacing": it.tracking * it.size or None}, escape(words))
        for words, it in parts
    )
    right_to_left = is_right_to_left("".join(words for words, _ in parts))
    return f"{line.removesuffix('/>')}>{EMBED}{sizes}{POP}</text>" if right_to_left else f"{line[:-2]}>{sizes}</text>"


def is_right_to_left(words: str) -> bool:
    """Return whether the first letter with a direction is of a script that is written so."""
    return next((STRONG[it] for it in map(unicodedata.bidirectional, words) if it in STRONG), False)


def wrapped(words: str, room: float, face: Face, most: int) -> list[str]:
    """Return a text in lines that fit into a width, at most so many: what is left is cut at a word with an ellipsis."""
    lines: list[str] = []
    rest = _words(words)
    while rest and len(lines) < most:
        count = _fitting(rest, room, face)
        lines.append(" ".join(rest[:count]) if count else _cut(rest[0], room, face))
        rest = rest[count or 1 :]
    return [*lines[:-1], shortened(f"{lines[-1]} {' '.join(rest)}", room, face)] if rest else lines


def shortened(words: str, room: float, face: Face) -> str:
    """Return a text in one line that fits into a width, cut at a word with an ellipsis where it is too long."""
    if width(words, face) <= room:
        return words
    parts = _words(words)
    count = _fitting(parts, room - width(ELLIPSIS, face), face)
    return f"{' '.join(parts[:count]).rstrip(',;:–- ')}{ELLIPSIS}" if count else _cut(parts[0], room, face)


def px(value: float | None) -> str:
    """Return a number as SVG has it, to a tenth of a hundredth."""
    return f"{round(value or 0, 2) + 0:g}"


def _words(text: str) -> list[str]:
    """What may stand in a line of its own: a number stays with what it counts."""
    return re.sub(r"(?<!\S)(\d[\d,.٬]*)\s+", "\\1\u00a0", " ".join(text.split())).split(" ")


def _fitting(parts: Sequence[str], room: float, face: Face) -> int:
    """How many of the words fit into a line."""
    for count in range(1, len(parts) + 1):
        if width(" ".join(parts[:count]), face) > room:
            return count - 1
    return len(parts)


def _cut(word: str, room: float, face: Face) -> str:
    """A word that is longer than a line."""
    if width(word, face) <= room:
        return word
    letters = next(n for n in range(len(word) - 1, -1, -1) if n == 0 or width(f"{word[:n]}{ELLIPSIS}", face) <= room)
    return f"{word[:letters]}{ELLIPSIS}"


def _run(letters: str, family: str, usual: str) -> str:
    """A browser finds letters of the extended files by itself; what makes the PNG is told where they are."""
    if family in (usual, "Vazirmatn") or family not in FILES:
        return escape(letters)
    return element("tspan", {"font-family": f"'{family}', {STACKS[usual]}"}, escape(letters))

"""From a path to text, with a plain sentence for everything that can be wrong with a file before its format matters."""

from __future__ import annotations

import re
from pathlib import Path

from ashraf_atlas.problems import NOWHERE, Problem

MARKS = ((b"\xff\xfe", "UTF-16 text"), (b"\xfe\xff", "UTF-16 text"), (b"PK\x03\x04", "a ZIP archive or a spreadsheet"))
"""How files start that are not what they should be."""

LARGEST = 20_000_000
"""Bytes of a file; no map is as large. Tables may be longer, and a file that is read slowly only shorter."""

AS_UTF8 = "save it as UTF-8 text"
BOM = "\ufeff"

_ESCAPED = re.compile("[\udc80-\udcff]")  # what `surrogateescape` makes of bytes that are not UTF-8
_HALF = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|\n")


def read_text(folder: Path, file: str, *, largest: int = LARGEST) -> tuple[str | None, list[Problem]]:
    """Return the text of a file without its byte order mark, or None and the problem.

    Bytes that are not UTF-8 are kept as unpaired surrogates, see `foreign_byte`.
    """

    def wrong(what: str, mend: str, *, row: int = 0) -> tuple[None, list[Problem]]:
        return None, [Problem(file, row, NOWHERE, what, None, mend)]

    path = folder / file
    try:
        if path.is_dir():
            return wrong("a folder stands where a file should", "put the file in its place")
        if not path.exists():
            link = path.is_symlink()
            return wrong("the file is missing", "mend the link, which leads nowhere" if link else f"add it to {folder}")
        if not path.is_file():
            return wrong("not a file", "put a file in its place")
        with path.open("rb") as opened:
            content = opened.read(largest + 1)
    except PermissionError:
        return wrong("the file cannot be read", "permission denied; change who may read it")
    except OSError as error:
        return wrong("the file cannot be read", f"{(error.strerror or str(error)).lower()}; try again")
    if len(content) > largest:
        return wrong(f"more than {largest // 1000} kB", "give less: all goes to the browser at once")
    for start, name in MARKS:
        if content.startswith(start):
            return wrong(f"the file is {name}", AS_UTF8)
    if b"\0" in content:
        line = _line_after(content[: content.index(b"\0")].decode("latin-1"))
        return wrong("a NUL byte, which no text has", f"remove it, or {AS_UTF8}", row=line)
    text = content.decode("utf-8", errors="surrogateescape").removeprefix(BOM)
    if not text.strip():
        return wrong("the file is empty", "give it at least its header row" if file.endswith(".csv") else "fill it")
    return text, []


def foreign_byte(text: str, file: str) -> Problem | None:
    """Return the problem of the first byte that is not UTF-8, with its line and position there; None without any."""
    found = None if _is_utf8(text) else _ESCAPED.search(text)
    if not found:
        return None
    before = text[: found.start()]
    line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
    position = len(before[line_start:].encode("utf-8", errors="surrogateescape")) + 1
    more = len(text) - len(text.encode("utf-8", errors="ignore").decode("utf-8")) - 1
    others = f" (and {more} more in the file)" if more else ""
    return Problem(
        file,
        _line_after(before),
        NOWHERE,
        f"not UTF-8: byte 0x{ord(found.group()) - 0xDC00:02x} is byte {position} of the line{others}",
        None,
        AS_UTF8,
    )


def _is_utf8(text: str) -> bool:
    """Whether a text can be written, which is much faster found out than by a search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def encodable(text: str) -> str:
    """Return a text with U+FFFD for whatever is no character: what was not UTF-8, and halves of characters."""
    return _HALF.sub("\ufffd", text)


def has_foreign_byte(text: str) -> bool:
    """Return whether a text holds a byte that is not UTF-8."""
    return bool(_ESCAPED.search(text))


def _line_after(before: str) -> int:
    """The number of the line in which what follows this text stands."""
    return len(_LINE_END.findall(before)) + 1

"""A site: files by path, as they are written to a folder or sent to a browser."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import PurePosixPath

from ashraf_atlas.site.pages import Page

MEDIA_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".ts": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".atom": "application/atom+xml",
}
"""Ending of a file's name → its media type, for what a site has of its own."""

HASHED = "static"
"""The folder of files that have a hash of their content in their names: they may be kept for ever."""


@dataclass(frozen=True)
class File:
    """One file of a site: how its content is made (once, when it is first wanted), and how it is sent."""

    make: Callable[[], bytes]
    media_type: str
    attachment: bool = False
    """Whether it is for keeping rather than for looking at."""

    @classmethod
    def of(cls, path: str, content: bytes | str) -> File:
        """Return the file of some content, its media type known by the ending of its path."""
        data = content.encode() if isinstance(content, str) else content
        return cls(lambda: data, MEDIA_TYPES[PurePosixPath(path).suffix])

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.make()

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the content, as hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


def once(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what makes something a single time: two who want the same wait for one making."""
    lock = threading.Lock()
    made: list[bytes] = []

    def first() -> bytes:
        with lock:
            if not made:
                made.append(make())
            return made[0]

    return first


@dataclass(frozen=True)
class Site:
    """Every file by its path below the root, such as `year/2013/index.html`, and the pages among them."""

    files: Mapping[str, File]
    pages: tuple[Page, ...]
    title: str
    edition: str
    """Day and hash of what it was made of, such as `2026-11-25 1a2b3c4d`."""
    base_url: str | None = None
    """The address at which its root is, if its files name it."""
    hosts: tuple[str, ...] = ()
    """Origins whose pages may hold it; none given means all."""
    packed: Mapping[str, File] = field(default_factory=dict)
    """Compressed forms that are there already, by the path with their ending."""

    @property
    def title_html(self) -> str:
        """The title as it may stand in HTML."""
        return escape(self.title)

    def __iter__(self) -> Iterator[tuple[str, File]]:
        """Yield path and file, in the order of the paths."""
        return iter(sorted(self.files.items()))


def hashed(name: str, content: bytes | str) -> tuple[str, File]:
    """Return path and file of something to be kept for ever: `atlas.js` becomes `static/atlas.1a2b3c4d5e6f.js`."""
    file = File.of(name, content)
    stem, dot, ending = name.rpartition(".")
    return f"{HASHED}/{stem}.{file.hash[:12]}{dot}{ending}", file

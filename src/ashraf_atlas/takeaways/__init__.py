"""What a presenter takes away of the walk: pictures and films of the real page, which need a browser to be made."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ashraf_atlas.takeaways.wish import Wish

EXTRA = 'pip install "ashraf-atlas[stage]"'
"""What brings the libraries."""

OPTIONS = ("size", "theme", "fps", "notes")


@dataclass(frozen=True)
class Takeaway:
    """A format: what it is in one line, its module here, the libraries it needs, and its options."""

    help: str
    module: str
    needs: tuple[str, ...]
    options: tuple[str, ...]
    theme: str
    """That of its pictures if none is given."""
    several: bool = False
    """Whether it is several files, and not one."""

    def missing(self) -> tuple[str, ...]:
        """Return the libraries that are not there."""
        return tuple(it for it in self.needs if find_spec(it) is None)

    def make(self, wish: Wish) -> dict[str, bytes]:
        """Return its files by their names; one that is alone has none. Raises `wish.TakeawayError`."""
        made: bytes | dict[str, bytes] = import_module(f"{__name__}.{self.module}").make(wish)
        return {"": made} if isinstance(made, bytes) else made


TAKEAWAYS: dict[str, Takeaway] = {
    "pptx": Takeaway(
        "the walk as a presentation: a slide for each stop, with notes, sources, and texts that can be edited",
        "pptx",
        ("playwright", "pptx"),
        ("size", "theme"),
        "dark",
    ),
    "pdf": Takeaway(
        "the walk as a handout on A4: picture, text and sources of each stop",
        "pdf",
        ("playwright",),
        ("size", "theme", "notes"),
        "light",
    ),
    "png": Takeaway(
        "the walk as pictures, one for each stop, in the folder OUT or, if that ends with .zip, in a zip",
        "png",
        ("playwright",),
        ("size", "theme"),
        "dark",
        several=True,
    ),
    "mp4": Takeaway(
        "the walk as a film: H.264 without sound",
        "mp4",
        ("playwright",),
        ("size", "theme", "fps"),
        "dark",
    ),
}
"""Every format by its name."""

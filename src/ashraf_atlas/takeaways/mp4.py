"""The walk as a film: as it goes on stage by itself, each stop for its seconds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ashraf_atlas.exports.bundle import about
from ashraf_atlas.takeaways.browser import stage
from ashraf_atlas.takeaways.encoder import encoder, encoding
from ashraf_atlas.takeaways.film import frames
from ashraf_atlas.takeaways.looks import CREDITS
from ashraf_atlas.takeaways.wish import Wish
from ashraf_atlas.takeaways.words import Words


def make(wish: Wish) -> bytes:
    """Return the film."""
    program = encoder()
    words, said = Words(wish.bundle), about(wish.bundle)
    tags = {
        "title": said["title"],
        "artist": said["creator"],
        "date": said["issued"],
        "copyright": f"{said['licence']}, {said['licence_url']}",
        "comment": said["citation"],
    }
    with tempfile.TemporaryDirectory(prefix="ashraf-atlas-") as folder:
        film = Path(folder) / "walk.mp4"
        with encoding(program, film, wish.size, wish.fps, tags) as add, stage(wish, CREDITS, moving=True) as on:
            on.credit(words.credits)
            for picture, times in frames(on, wish):
                add(picture, times)
        return film.read_bytes()

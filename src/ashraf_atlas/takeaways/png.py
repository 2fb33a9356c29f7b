"""The stage at each stop, as pictures."""

from __future__ import annotations

import re
import unicodedata

from ashraf_atlas.story import Step
from ashraf_atlas.takeaways.browser import stage
from ashraf_atlas.takeaways.looks import CREDITS
from ashraf_atlas.takeaways.stills import stills
from ashraf_atlas.takeaways.wish import Wish
from ashraf_atlas.takeaways.words import Words

LONGEST = 60
"""Characters of a title in a name: some programs cut longer ones."""


def make(wish: Wish) -> dict[str, bytes]:
    """Return the picture of each stop by its name, which begins with the number of the stop."""
    with stage(wish, CREDITS) as on:
        on.credit(Words(wish.bundle).credits)
        taken = stills(on, wish)
    digits = max(2, len(str(len(taken))))
    return {f"{number:0{digits}}-{it.step.year}-{named(it.step)}.png": it.picture for number, it in enumerate(taken, 1)}


def named(step: Step) -> str:
    """Return the title of a stop as every file system takes it; its id if no letter of it is left."""
    plain = unicodedata.normalize("NFKD", step.title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or step.id

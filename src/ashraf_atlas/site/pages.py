"""Which pages a site has: the whole story, each year, each attack; and what is said of each where its link is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ashraf_atlas.picture.sentences import year_sentence
from ashraf_atlas.picture.words import Words

CARD = "card.png"
"""The picture of a page, beside it."""

LONGEST = 300
"""Characters of a description: more is not shown anywhere."""


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is, what it begins with, and what is said of it."""

    folder: str
    """Its folder below the root: empty, or ending with a slash."""
    title: str
    description: str
    year: int | None = None
    attack: str | None = None

    @property
    def start(self) -> str:
        """What its address would ask for at the root, such as `year=2013`."""
        return f"year={self.year}" if self.year is not None else f"select=attack:{self.attack}" if self.attack else ""

    @property
    def file(self) -> str:
        """The path of the page itself."""
        return f"{self.folder}index.html"

    @property
    def card(self) -> str:
        """The path of its picture."""
        return f"{self.folder}{CARD}"

    @property
    def root(self) -> str:
        """The way from the page to the root."""
        return "../" * self.folder.count("/") or "./"


def pages(facts: Mapping[str, Any]) -> Iterator[Page]:
    """Yield every page of a story; the first is the whole."""
    story = facts["story"]
    words = Words(facts, story["language"])
    yield Page("", story["title"], story["subtitle"])
    for year in range(story["firstYear"], story["lastYear"] + 1):
        description = f"{year_sentence(words, year)}. {story['subtitle']}"
        yield Page(
            f"year/{year}/",
            f"{year} – {story['title']}",
            _cut(description),
            year=year,
        )
    for id_, attack in facts["attacks"].items():
        yield Page(
            f"attack/{id_}/",
            f"{attack['title']} – {story['title']}",
            _cut(attack["summary"] or story["subtitle"]),
            attack=id_,
        )


def _cut(text: str) -> str:
    """Cut a long text at a word."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"

"""Which pages a site has: the whole story, each year, each attack; and what is said of each where its link is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ashraf_atlas.parted import is_long
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
    language: str | None = None
    """Another language than the story's own, that it is in."""

    @property
    def start(self) -> str:
        """What its address would ask for at the root, such as `year=2013`."""
        asked = {
            "year": self.year,
            "select": f"attack:{self.attack}" if self.attack else None,
            "lang": self.language,
        }
        return "&".join(f"{name}={value}" for name, value in asked.items() if value is not None)

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
    """Yield every page of a story in its own language; the first is the whole. A long one has none for each attack."""
    story = facts["story"]
    words = Words(facts, story["language"])
    yield whole(facts)
    for year in range(story["firstYear"], story["lastYear"] + 1):
        description = f"{year_sentence(words, year)}. {story['subtitle']}"
        yield Page(
            f"year/{year}/",
            f"{year} – {story['title']}",
            _cut(description),
            year=year,
        )
    for id_, attack in {} if is_long(facts) else facts["attacks"].items():
        yield Page(
            f"attack/{id_}/",
            f"{attack['title']} – {story['title']}",
            _cut(attack["summary"] or story["subtitle"]),
            attack=id_,
        )


def whole(facts: Mapping[str, Any], *, other: bool = False) -> Page:
    """Return the page of the whole story; `other`: in the language of `facts`, which is not the story's own."""
    story = facts["story"]
    language = story["language"] if other else None
    return Page(f"{language}/" if language else "", story["title"], story["subtitle"], language=language)


def _cut(text: str) -> str:
    """Cut a long text at a word."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"

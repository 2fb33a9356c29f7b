"""What a take-away says of a stop and of the story, in the words of the story's own language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ashraf_atlas.basemap.style import ATTRIBUTION
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.story import Source, Step

RIGHT_TO_LEFT = {"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
"""Languages that are written so."""

RELAY = re.compile(r"\s*\(.*", re.DOTALL)
"""Behind a publisher, in brackets: what it is, or through whom it was read."""


class Words:
    """The words for one story."""

    def __init__(self, bundle: Bundle) -> None:
        """Take a story."""
        story = bundle.story
        self.head = story.head
        self._words = story.text[story.head.language]
        self._sources = {it.id: it for it in story.sources}
        self._years = {it.year: it for it in story.years}
        self._titles = {
            **{f"relocation:{it.id}": it.title for it in story.relocations},
            **{f"attack:{it.id}": it.title for it in story.attacks},
            **{f"context:{it.id}": it.title for it in story.context},
        }

    def say(self, key: str, **values: object) -> str:
        """Return a text of the interface with the values in their places."""
        said = self._words[key]
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", str(value))
        return said

    @property
    def right_to_left(self) -> bool:
        """Whether the story is written from right to left."""
        return self.head.language.partition("-")[0] in RIGHT_TO_LEFT

    @property
    def credits(self) -> str:
        """Whose facts and whose map these are, in a line."""
        return self.say(
            "takeaway.credits",
            title=self.head.title,
            version=self.head.version,
            licence=self.head.licence,
            map=ATTRIBUTION,
        )

    @property
    def citation(self) -> str:
        """How to cite the story."""
        return f"{self.say('colophon.cite')} {self.head.citation}"

    def sources(self, step: Step) -> list[Source]:
        """Return the sources of a stop, as it names them."""
        return [self._sources[it] for it in step.sources]

    def publishers(self, step: Step, longest: int) -> str:
        """Return who published them, each once, the first ones by name, with so many characters at most."""
        names = list(dict.fromkeys(RELAY.sub("", it.publisher) or it.publisher for it in self.sources(step)))
        shown = next(it for it in range(len(names), 0, -1) if it == 1 or len("; ".join(names[:it])) <= longest)
        said = self.say("caption.sources", names="; ".join(names[:shown]))
        more = len(names) - shown
        key = "caption.more_one" if more == 1 else "caption.more_other"
        return f"{said}; {self.say(key, count=more)}" if more else said

    def described(self, step: Step, shown: Sequence[str]) -> str:
        """Return what a picture of a stop shows, for those who do not see it; `shown`: what is named on the map."""
        events = [self._titles[it] for it in self._years[step.year].events if it in self._titles]
        return " ".join(
            [
                self.say("takeaway.picture", year=step.year, title=step.title),
                step.text,
                *_listed(self.say("takeaway.shown"), shown),
                *_listed(self.say("takeaway.events", year=step.year), events),
            ]
        )

    def source(self, source: Source) -> str:
        """Return a source in a line, without its address."""
        return f"{source.publisher}: {source.title}{', ' if source.date else ''}{self.date(source)}."

    def date(self, source: Source) -> str:
        """Return the date of a source as it is written down, but for the sign for about."""
        about = source.date.endswith("~") and "/" not in source.date
        return self.say("cite.about", date=source.date[:-1]) if about else source.date


def _listed(what: str, these: Iterable[str]) -> list[str]:
    listed = "; ".join(these)
    return [f"{what} {listed}."] if listed else []

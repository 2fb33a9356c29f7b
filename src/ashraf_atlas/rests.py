"""What in the story rests on a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from ashraf_atlas.places import Ref
from ashraf_atlas.story import Story


class Sourced(Protocol):
    """A record that names its sources."""

    @property
    def id(self) -> str:
        """Its id, unique in its table."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources it rests on."""


def rests(story: Story) -> dict[str, tuple[Ref, ...]]:
    """Return for each source (by id) the refs of all that names it, by kind and in the tables' order."""
    resting: dict[str, list[Ref]] = {source.id: [] for source in story.sources}
    for ref, sources in _sourced(story):
        for source in sources:
            resting[source].append(ref)
    return {source: tuple(dict.fromkeys(refs)) for source, refs in resting.items()}


def _sourced(story: Story) -> Iterator[tuple[Ref, tuple[str, ...]]]:
    tables: dict[str, Sequence[Sourced]] = {
        "place": story.places,
        # a holder's counts stand also at the place where they are drawn
        "presence": [count for place in story.places for count in place.counts],
        "custody": [custody for place in story.places for custody in place.custody],
        "relocation": story.relocations,
        "attack": story.attacks,
        "account": [account for attack in story.attacks for account in attack.accounts],
        "claim": [*(claim for attack in story.attacks for claim in attack.claims), *story.totals],
        "context": story.context,
        "controversy": story.controversies,
        "check": story.checks,
        "step": story.steps,
        "speaker": story.speakers,
        "correction": story.corrections,
    }
    for kind, records in tables.items():
        yield from ((f"{kind}:{record.id}", record.sources) for record in records)

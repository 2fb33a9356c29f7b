"""What is wanted of a take-away: of which story, how large, how it looks, and whom to tell how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.progress import Tell, to_nobody
from ashraf_atlas.story import Step

Size = tuple[int, int]
"""Width and height in pixels."""


class TakeawayError(Exception):
    """A take-away cannot be made; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Wish:
    """What is wanted. `bundle` is the story in `folder`."""

    folder: Path
    bundle: Bundle
    theme: str
    size: Size
    fps: int = 25
    notes: bool = False
    """Whether what the speaker says is in it, where that is a choice."""
    tell: Tell = to_nobody

    @property
    def steps(self) -> tuple[Step, ...]:
        """The stops of the walk, in its order."""
        return self.bundle.story.steps

    def tell_stop(self, number: int, detail: str = "") -> None:
        """Say that a stop is being worked on; they count from 1."""
        step = self.steps[number - 1]
        doing = f"{number} of {len(self.steps)} · {step.year} {step.title}"
        self.tell((number - 1) / len(self.steps), f"{doing}{detail}")

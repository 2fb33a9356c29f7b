"""A picture of each stop of the walk, taken when nothing moves any more."""

from __future__ import annotations

from dataclasses import dataclass

from ashraf_atlas.story import Step
from ashraf_atlas.takeaways.browser import Stage
from ashraf_atlas.takeaways.wish import Wish

SHOWN = """() => [...document.querySelectorAll("#drawing .labels > g")]
    .filter((label) => !label.querySelector(".town"))
    .map((label) => [...label.querySelectorAll("text")].map((line) => line.textContent).join(", "))"""
"""What is named on the map, but for towns."""

TOP_OF_TEXT = """() => {
    const text = document.querySelector("#caption .caption-text");
    return text.getBoundingClientRect().top / window.innerHeight;
}"""


@dataclass(frozen=True)
class Still:
    """A stop and its picture."""

    step: Step
    picture: bytes
    """PNG."""
    shown: tuple[str, ...]
    """What is named on the map, as it stands there."""
    top_of_text: float
    """Where the text of the caption begins, from 0 at the top to 1 at the bottom."""


def stills(stage: Stage, wish: Wish) -> list[Still]:
    """Return the picture of each stop."""
    page = stage.page
    taken = []
    for number, step in enumerate(wish.steps, 1):
        wish.tell_stop(number)
        stage.go(number)
        stage.stand(number)
        shown = page.evaluate(SHOWN)
        taken.append(Still(step, page.screenshot(type="png"), tuple(shown), page.evaluate(TOP_OF_TEXT)))
    return taken

"""The walk frame by frame: the page lives on a clock of ours, so that no frame is late, however slow the machine is."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from ashraf_atlas.takeaways.browser import Stage
from ashraf_atlas.takeaways.wish import TakeawayError, Wish

LONGEST = 60
"""Seconds of film after which a way between two stops has lost its end."""

MOST_TURNS = 1000
"""Milliseconds of the page's clock after which it will not turn any more."""

MOVE = """(milliseconds) => {
    // what style sheets move does not follow the clock of scripts: it is moved by hand
    for (const it of document.getAnimations()) {
        if (it.id !== "filmed") {
            it.id = "filmed";
            it.pause();
            it.currentTime = 0;
        } else if (it.currentTime + milliseconds >= it.effect.getComputedTiming().endTime) it.finish();
        else it.currentTime += milliseconds;
    }
    const { arrived, step } = document.documentElement.dataset;
    return arrived && document.getAnimations().length === 0 ? Number(step) : 0;
}"""
"""Moves on what has not come to rest, and says at which stop everything stands; 0 if something moves."""


def frames(stage: Stage, wish: Wish) -> Iterator[tuple[bytes, int]]:
    """Yield each picture of the film, as PNG, and for how many frames it stands."""
    page = stage.page
    shoot = _camera(page)
    stage.go(1)
    stage.stand(1)
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
    frame = 0
    for number, step in enumerate(wish.steps, 1):
        if number > 1:
            _turn(page, number)
        begun, stands = frame, number == 1
        while not stands:
            passed = _milliseconds(frame + 1, wish.fps) - _milliseconds(frame, wish.fps)
            page.clock.fast_forward(passed)
            stands = page.evaluate(MOVE, passed) == number
            if not stands:
                yield shoot(), 1
            frame += 1
            if frame - begun > LONGEST * wish.fps:
                raise TakeawayError(f"The page does not come to rest at stop {number}: try again, or a smaller --size.")
            wish.tell_stop(number, f" · {frame // wish.fps // 60}:{frame // wish.fps % 60:02}")
        dwell = max(1, round(step.seconds * wish.fps))
        yield shoot(), dwell
        frame += dwell - (number > 1)


def _turn(page: Page, number: int) -> None:
    """Turn to the next stop. The page does so by timers of its own, which are let go in next to no time."""
    page.evaluate("() => atlas.next()")
    for _ in range(MOST_TURNS):
        if page.evaluate("() => document.documentElement.dataset.step") == str(number):
            return
        page.clock.fast_forward(1)
    raise TakeawayError(f"The page does not go on to stop {number}: try again.")


def _camera(page: Page) -> Callable[[], bytes]:
    """Return what takes a picture of a page: as PNG, packed quickly rather than tightly."""
    session = page.context.new_cdp_session(page)

    def shoot() -> bytes:
        taken = session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
        return base64.b64decode(taken["data"])

    return shoot


def _milliseconds(frame: int, fps: int) -> int:
    """When a frame begins, to the millisecond: what is lost in one comes back in another."""
    return frame * 1000 // fps

"""The real page in a real Chromium, on its stage."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from ashraf_atlas.takeaways.served import served
from ashraf_atlas.takeaways.wish import TakeawayError, Wish

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = [
    "--no-sandbox",  # in a container there often is none to be had, and the page is our own
    "--use-angle=swiftshader",  # draws the map without a graphics card, and the same on every machine
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",  # without a card the processor puts a picture together in half the time
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
]

PATIENCE = 120_000
"""Milliseconds until a page that does not come up is given up."""

STANDS = """([wanted, patience]) => new Promise((stands, giveUp) => {
    setTimeout(() => giveUp(new Error(`stop ${wanted} does not come to rest`)), patience);
    let frames = 0;
    (function look() {
        const { mode, step, arrived } = document.documentElement.dataset;
        frames = mode === "present" && step === String(wanted) && arrived ? frames + 1 : 0;
        if (frames > 3) stands();
        else requestAnimationFrame(look);
    })();
})"""
"""For a few frames on end: what the page does once it has been drawn can move the map again."""

DRESSED = """document.addEventListener("DOMContentLoaded", () => {
    document.head.append(Object.assign(document.createElement("style"), { textContent: %s }));
});"""
"""Adds a style sheet before the page measures anything."""


@dataclass(frozen=True)
class Stage:
    """A page of the story that has all it needs, and its address."""

    page: Page
    address: str

    @property
    def context(self) -> BrowserContext:
        """What further pages can be opened in."""
        return self.page.context

    def credit(self, credits: str) -> None:
        """Say whose the picture is, where a look shows it."""
        self.page.evaluate("credits => { document.getElementById('attribution').textContent = credits; }", credits)

    def go(self, step: int) -> None:
        """Go to a stop on stage."""
        self.page.evaluate("step => atlas.set({ mode: 'present', step })", step)

    def stand(self, step: int) -> None:
        """Wait until nothing moves any more at a stop."""
        self.page.evaluate(STANDS, [step, PATIENCE])


@contextmanager
def stage(wish: Wish, look: str, *, moving: bool = False) -> Iterator[Stage]:
    """Open the stage of a wish in its size and theme, with a style sheet over its own; `moving`: on a clock of ours.

    Raises `TakeawayError`.
    """
    wish.tell(0, "the page is opened")
    try:
        with sync_playwright() as playwright, _chromium(playwright) as browser, served(wish.folder) as address:
            page = browser.new_context(
                viewport={"width": wish.size[0], "height": wish.size[1]},
                color_scheme="dark" if wish.theme == "dark" else "light",
                reduced_motion="no-preference" if moving else "reduce",
                timezone_id="UTC",
            ).new_page()
            page.set_default_timeout(PATIENCE)
            if moving:
                page.clock.install()
            page.add_init_script(DRESSED % json.dumps(look))
            # on stage at once, so that it has its size; at the last stop, so that others are gone to with the whole map
            page.goto(f"{address}?mode=present&walk=steps&step={len(wish.steps)}&theme={wish.theme}")
            page.wait_for_selector("html[data-complete]", state="attached")
            yield Stage(page, address)
    except Error as error:
        why = error.message.partition("\n")[0].rstrip(".")
        raise TakeawayError(f"The browser did not do its part ({why}): try again, or a smaller --size.") from error


@contextmanager
def _chromium(playwright: Playwright) -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and not Path(playwright.chromium.executable_path).exists():
        raise TakeawayError(
            "There is no Chromium on this machine: install it, by the system's packages or by "
            "python -m playwright install chromium."
        )
    # signals are ours: one that also reached the browser would let it end before us
    browser = playwright.chromium.launch(
        executable_path=path, args=FLAGS, handle_sigint=False, handle_sigterm=False, handle_sighup=False
    )
    try:
        yield browser
    finally:
        browser.close()

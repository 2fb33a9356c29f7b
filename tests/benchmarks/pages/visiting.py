"""Opens a page as a visitor does who has never been there, and notes in it when it painted, was busy and was usable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

PATIENCE_MS = 180_000

USABLE: Mapping[str, str] = {
    "line": "document.readyState === 'complete'",
    "words": "document.readyState === 'complete'",
    "floor": "document.documentElement?.dataset.usable === 'true'",
    "atlas": "document.documentElement?.dataset.ready === 'true'",
    "usual": """(() => {
        const plot = document.querySelector('.js-plotly-plot');
        if (!plot?.on) return false;
        // Plotly says it once its map has loaded, which takes many frames from when it begins
        if (!noted.watched) plot.on('plotly_afterplot', () => { noted.plotted = true; });
        noted.watched = true;
        return noted.plotted && plot._fullLayout.map._subplot.map.loaded();
    })()""",
}
"""Page → whether it can be used, asked in each frame."""

WHOLE: Mapping[str, str] = {**USABLE, "atlas": "document.documentElement?.dataset.map === 'plotly'"}
"""Page → whether all that is drawn first is there too: the atlas can be used before Plotly has drawn its map."""

USABLE_MARK = "usable"
"""What the page marks in the browser's own record when it is usable."""

NOTE = """(() => {
    const noted = { fcp: null, lcp: null, busy: [] };
    const watch = (type, note) =>
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') noted.fcp = startTime; });
    watch('largest-contentful-paint', ({ startTime }) => { noted.lcp = startTime; });
    watch('longtask', ({ startTime, duration }) => noted.busy.push([startTime, duration]));
    window.noted = noted;
    const when = (is, what) => new Promise((resolve, reject) => {
        const look = () => (is() ? resolve(performance.now()) : requestAnimationFrame(look));
        requestAnimationFrame(look);
        setTimeout(() => reject(new Error(`the page does not become ${what}`)), PATIENCE);
    });
    window.whenUsable = when(() => USABLE, 'usable').then((at) => { performance.mark('MARK'); return at; });
    window.whenWhole = when(() => WHOLE, 'whole');
})();"""


def _note(name: str) -> str:
    filled = {"USABLE": USABLE[name], "WHOLE": WHOLE[name], "PATIENCE": str(PATIENCE_MS), "MARK": USABLE_MARK}
    return re.sub("|".join(filled), lambda it: filled[it[0]], NOTE)


@dataclass(frozen=True)
class Visit:
    """A page that has been opened, and the session that watches it."""

    page: Page
    session: CDPSession

    def usable(self) -> float:
        """Wait until the page is usable; return after how many ms it was."""
        return self._when("window.whenUsable")

    def whole(self) -> float:
        """Wait until all that is drawn first is there; return after how many ms it was."""
        return self._when("window.whenWhole")

    def _when(self, promised: str) -> float:
        """Wait for a promise of the page. Asked for by Playwright itself, its scripts would run before the page's."""
        asked = {"expression": promised, "awaitPromise": True, "returnByValue": True}
        answer = self.session.send("Runtime.evaluate", asked)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return float(answer["result"]["value"])


@contextmanager
def visiting(browser: Browser, name: str, **options: Any) -> Iterator[Visit]:
    """Yield a blank page that will note what a page of this name does; nothing of it is cached before or after."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, "color_scheme": "light", **options})
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.add_init_script(_note(name))
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield Visit(page, session)
    finally:
        context.close()

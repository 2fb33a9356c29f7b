"""What the atlas keeps in memory: after loading, after the story has played once and often, after many selections."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from playwright.sync_api import Browser, CDPSession
from tests.benchmarks.pages.visiting import Visit, visiting

FASTEST = 4

PLAY = f"""async () => {{
    const {{ dataset }} = document.documentElement;
    const frame = () => new Promise(requestAnimationFrame);
    atlas.set({{ speed: {FASTEST} }});
    atlas.play();
    while (dataset.playing !== "true") await frame();
    while (dataset.playing === "true") await frame();
}}"""
"""From the first year to the last: at the end it starts over by itself."""

SELECT = """async ([refs, count]) => {
    const { dataset } = document.documentElement;
    const frame = () => new Promise(requestAnimationFrame);
    for (let i = 0; i < count; i += 1) {
        const select = refs[i % refs.length];
        atlas.set({ select });
        while (dataset.selected !== select) await frame();
        await frame();
    }
    atlas.set({ select: null });
    while (dataset.selected) await frame();
}"""


def heap(
    browser: Browser, address: str, attacks: Sequence[str], first: int, *, plays: int, selections: int
) -> dict[str, float]:
    """Return the bytes of the page's JavaScript heap at each stage, after what is not needed any more was collected."""
    # without flights: they draw the map in each frame, which takes software longer than the frames that playing counts
    with visiting(browser, "atlas", reduced_motion="reduce") as visit:
        visit.page.goto(f"{address}?year={first}")
        visit.usable()
        visit.page.wait_for_selector("html[data-complete=true][data-arrived=true]", state="attached")
        found = {"heap loaded": _used(visit.session)}
        _play(visit, 1)
        found["heap after one play"] = _used(visit.session)
        _play(visit, plays - 1)
        found["heap after all plays"] = _used(visit.session)
        visit.page.evaluate(SELECT, [[f"attack:{it}" for it in attacks], selections])
        found["heap after selections"] = _used(visit.session)
        return found


def _play(visit: Visit, times: int) -> None:
    for number in range(times):
        visit.page.evaluate(PLAY)
        print(f"played {number + 1} of {times}", file=sys.stderr)


def _used(session: CDPSession) -> float:
    for _ in range(2):  # what a finaliser lets go of is collected the second time
        session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"])

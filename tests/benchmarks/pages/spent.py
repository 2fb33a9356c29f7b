"""Where the time goes until a page is usable, or while it is stepped through: kinds of work of its main thread.

Chromium's own trace says it. A task within another counts for itself only, so that the parts add up to the whole.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from tests.benchmarks.pages.loading import slow_down
from tests.benchmarks.pages.steps import go, opened_at
from tests.benchmarks.pages.visiting import USABLE_MARK, visiting

CATEGORIES = ["devtools.timeline", "disabled-by-default-v8.compile", "v8", "blink.user_timing"]
WAITING = "waiting"
BEGAN, ENDED = "stepping begins", "stepping ends"
"""What is marked in the browser's own record around the steps."""

WORK: Mapping[str, str] = {
    "ParseHTML": "reading HTML",
    "ParseAuthorStyleSheet": "style and layout",
    "UpdateLayoutTree": "style and layout",
    "Layout": "style and layout",
    "PrePaint": "painting",
    "Paint": "painting",
    "Layerize": "painting",
    "Commit": "painting",
    "UpdateLayer": "painting",
    "MinorGC": "collecting memory",
    "MajorGC": "collecting memory",
    "V8.GC_MC_INCREMENTAL": "collecting memory",
}
"""Name of an event → kind of work; a script's is called after its file, and every other is "other"."""

RUNS = ("EvaluateScript", "FunctionCall", "v8.compile", "v8.run", "v8.evaluateModule", "v8.compileModule")


def spent(browser: Browser, name: str, address: str, condition: str) -> dict[str, float]:
    """Load a page in a fresh context; return kind of work → ms until it was usable, waiting among them."""
    with visiting(browser, name) as visit:
        slow_down(visit, condition)
        browser.start_tracing(page=visit.page, categories=CATEGORIES)
        visit.page.goto(address, wait_until="commit")
        visit.usable()
        events = json.loads(browser.stop_tracing())["traceEvents"]
    began = next(
        it["ts"]
        for it in events
        if it["name"] == "navigationStart" and it["args"]["data"].get("documentLoaderURL", "").startswith(address)
    )
    marked = _mark(events, USABLE_MARK)
    found = _parts(events, began, marked)
    found[WAITING] = (marked["ts"] - began) / 1000 - found.total()
    return dict(found)


def spent_stepping(browser: Browser, address: str, years: range) -> dict[str, float]:
    """Go through years of an atlas; return kind of work → ms a step, until nothing of it is still to be done."""
    with visiting(browser, "atlas", reduced_motion="reduce") as visit:
        opened_at(visit, "atlas", address, years[0])
        browser.start_tracing(page=visit.page, categories=CATEGORIES)
        visit.page.evaluate(f"() => performance.mark('{BEGAN}')")
        for year in years[1:]:
            go(visit.page, "atlas", year)
        visit.page.evaluate(f"() => performance.mark('{ENDED}')")
        events = json.loads(browser.stop_tracing())["traceEvents"]
    found = _parts(events, _mark(events, BEGAN)["ts"], _mark(events, ENDED))
    return {kind: ms / (len(years) - 1) for kind, ms in found.items()}


def _mark(events: Iterable[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(it for it in events if it["name"] == name)


def _parts(events: Iterable[dict[str, Any]], began: int, mark: Mapping[str, Any]) -> Counter[str]:
    """Add up in ms what the thread that set a mark did from a time until then."""
    thread = (mark["pid"], mark["tid"])
    tasks = [
        it
        for it in events
        if it.get("ph") == "X" and (it["pid"], it["tid"]) == thread and began <= it["ts"] < mark["ts"]
    ]
    found: Counter[str] = Counter()
    for kind, microseconds in _alone(tasks):
        found[kind] += microseconds / 1000
    return found


def _alone(tasks: Iterable[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """Yield each task's kind and its time without the tasks within it; unnamed work belongs to what it is within."""
    open_: list[tuple[float, str]] = []  # when it ends, its kind
    for task in sorted(tasks, key=lambda it: (it["ts"], -it.get("dur", 0))):
        while open_ and open_[-1][0] <= task["ts"]:
            open_.pop()
        lasted = task.get("dur", 0)
        above = open_[-1][1] if open_ else None
        kind = _kind(task) or above or "other"
        yield kind, lasted
        if above:
            yield above, -lasted
        open_.append((task["ts"] + lasted, kind))


def _kind(task: Mapping[str, Any]) -> str | None:
    if task["name"] in WORK:
        return WORK[task["name"]]
    if task["name"] not in RUNS:
        return None
    data = task.get("args", {}).get("data", {})
    file = PurePosixPath(urlsplit(data.get("url") or data.get("fileName") or "").path).name
    return f"running {file.split('.')[0]}" if file else None

"""The atlas beside other pages that draw the same story: how they load, step from year to year, and keep memory.

`python tests/benchmarks/pages/measure.py [--rounds 3] [--only loading,steps,heap,spent] [--json FILE]
[--markdown FILE]` prints tables and ratios. The others are MapLibre alone, the usual Dash way, a line of text and the
atlas's first words alone. All stand behind the same server software and are visited in turn in one Chromium, each time
in a fresh context, so that whatever else the machine does befalls all of them. It needs npm, for MapLibre. It freezes
the atlas first, which takes a minute or two; `--site FOLDER` takes one that is frozen already. The heap is measured
once: it does not depend on how busy the machine is, and playing takes its time. `spent` says what the time until a
page can be used goes into.

It measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from playwright.sync_api import Browser, sync_playwright
from tests.benchmarks.pages.folder import write_folder
from tests.benchmarks.pages.heap import heap
from tests.benchmarks.pages.loading import CONDITIONS, load
from tests.benchmarks.pages.readings import Reading, Readings
from tests.benchmarks.pages.serving import freeze, served
from tests.benchmarks.pages.shown import facts_of, years
from tests.benchmarks.pages.spent import spent
from tests.benchmarks.pages.steps import PAGES, PRESSED, step
from tests.benchmarks.pages.table import SPENT, markdown
from tests.browser.conftest import CHROMIUM_FLAGS
from travel import CHROMIUMS
from travel_pages import bundled_maplibre, fetch_maplibre
from travel_table import machine

PARTS = ("loading", "steps", "heap", "spent")


def main() -> None:
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to stop"))  # and not before the servers are stopped
    found = [path for name in CHROMIUMS if (path := shutil.which(name))]
    if not found:
        sys.exit("no Chromium on this machine: `python3 tests/run.py` installs it")
    facts = facts_of()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        site = asked.site or place / "site"
        if not asked.site:
            freeze(site)
        write_folder(place / "folder", facts, fetch_maplibre(place / "npm"), site)
        with served(site, place / "folder") as addresses, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found[0], args=CHROMIUM_FLAGS)
            about = machine(browser, bundled_maplibre().version)
            readings, requests = _measured(browser, addresses, facts, asked)
            browser.close()
    table = markdown(readings, about, asked.rounds)
    print(table)
    if asked.markdown:
        asked.markdown.write_text(table, encoding="utf-8")
    if asked.json:
        record = {"machine": about, "readings": [asdict(it) for it in readings], "requests": requests}
        asked.json.write_text(json.dumps(record, indent=2), encoding="utf-8")


def _measured(
    browser: Browser, addresses: Mapping[str, str], facts: dict[str, Any], asked: argparse.Namespace
) -> tuple[Readings, dict[str, Any]]:
    """Return every reading, and which requests each page made when it was last loaded."""
    readings, requests = Readings(), {}
    for number in range(asked.rounds):
        for condition in CONDITIONS if "loading" in asked.only else ():
            for name, address in addresses.items():
                loaded = load(browser, name, address, condition)
                _note(readings, name, condition, number, loaded.values)
                requests[f"{name}, {condition}"] = [asdict(it) for it in loaded.asked]
        for name in PAGES if "steps" in asked.only else ():
            _note(readings, name, "normal", number, step(browser, name, addresses[name], years(facts)))
        for condition in CONDITIONS if "spent" in asked.only else ():
            for name in PRESSED:
                found = spent(browser, name, addresses[name], condition)
                _note(readings, name, condition, number, {f"{SPENT}{it}": ms for it, ms in found.items()})
    if "heap" in asked.only:
        attacks, first = list(facts["attacks"]), years(facts)[0]
        found = heap(browser, addresses["atlas"], attacks, first, plays=asked.plays, selections=asked.selections)
        _note(readings, "atlas", "normal", 0, found)
    return readings, requests


def _note(readings: Readings, page: str, condition: str, number: int, values: Mapping[str, float]) -> None:
    readings += [Reading(page, condition, name, value, number) for name, value in values.items()]
    print(f"round {number + 1}, {page}, {condition}: {dict(values)}", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plays", type=int, default=10, help="how often the story plays before its heap is compared")
    parser.add_argument("--selections", type=int, default=1000, help="how many are made after that")
    parser.add_argument("--only", type=_parts, default=PARTS, help="as loading,steps,heap")
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="the embedded story, frozen before")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    return parser.parse_args()


def _parts(text: str) -> tuple[str, ...]:
    wanted = tuple(text.split(","))
    if unknown := set(wanted) - set(PARTS):
        raise argparse.ArgumentTypeError(f"no such part: {', '.join(sorted(unknown))} (there are {', '.join(PARTS)})")
    return wanted


if __name__ == "__main__":
    main()

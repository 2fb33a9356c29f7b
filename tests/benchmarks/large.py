"""Invented stories of many attacks beside the embedded one: how soon the page can be used, and how fast it steps.

`python tests/benchmarks/large.py [--attacks 10000,100000] [--rounds 3] [--json FILE]` prints a table: medians, and in
brackets how many times those of the embedded story; and what a step of each goes into. Each attack has three claims;
there are 1,000 places and a tenth as many relocations as attacks, 10,000 at most. Each page has been visited once
before: what the server makes when it is first asked for is not in it. It measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright
from tests.benchmarks.pages.loading import load
from tests.benchmarks.pages.serving import ROOT, running
from tests.benchmarks.pages.spent import spent_stepping
from tests.benchmarks.pages.steps import step
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.synthetic import FIRST, LAST, Size, write_story
from travel import CHROMIUMS

SHOWN = ("usable", "whole", "step p50", "step p95", "bytes")
EMBEDDED = "embedded"
MOST_RELOCATIONS = 10_000
STEPPED = range(1990, 2001)
"""Years through which a story is stepped to see what a step goes into."""


def main() -> None:
    asked = _arguments()
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if not found:
        sys.exit("no Chromium on this machine: `python3 tests/run.py` installs it")
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stories = {EMBEDDED: ROOT / "geodata", **{f"{many:,} attacks": _story(place, many) for many in asked.attacks}}
        addresses = {}
        for name, folder in stories.items():
            began = time.monotonic()
            addresses[name] = stack.enter_context(running("-m", "ashraf_atlas", "serve", str(folder), "--port", "0"))
            print(f"{name}: up after {time.monotonic() - began:.0f} s", file=sys.stderr)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM_FLAGS)
        rounds = _rounds(browser, addresses, asked.rounds)
        parts = {name: spent_stepping(browser, address, STEPPED) for name, address in addresses.items()}
        browser.close()
    medians = {name: {it: statistics.median(one[it] for one in all_) for it in SHOWN} for name, all_ in rounds.items()}
    print(_table(medians))
    print(_profile(parts))
    if asked.json:
        asked.json.write_text(json.dumps({"rounds": rounds, "ms a step": parts}, indent=2), encoding="utf-8")


def _story(place: Path, attacks: int) -> Path:
    folder = place / str(attacks)
    write_story(folder, Size(attacks, places=1_000, relocations=min(attacks // 10, MOST_RELOCATIONS)))
    return folder


def _rounds(browser: Browser, addresses: Mapping[str, str], many: int) -> dict[str, list[dict[str, float]]]:
    """Visit all in turn, so that whatever else the machine does befalls all of them."""
    for address in addresses.values():
        load(browser, "atlas", address, "normal")
    made: dict[str, list[dict[str, float]]] = {name: [] for name in addresses}
    for number in range(many):
        for name, address in addresses.items():
            loaded = load(browser, "atlas", address, "normal").values
            made[name].append({**loaded, **step(browser, "atlas", address, range(FIRST, LAST + 1))})
            print(f"round {number + 1}, {name}: {made[name][-1]}", file=sys.stderr)
    return made


def _table(medians: Mapping[str, Mapping[str, float]]) -> str:
    lines = [f"| story | {' | '.join(SHOWN)} |", "|---" * (len(SHOWN) + 1) + "|"]
    for name, found in medians.items():
        cells = [f"{found[it]:,.0f} ({found[it] / medians[EMBEDDED][it]:.2f})" for it in SHOWN]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _profile(parts: Mapping[str, Mapping[str, float]]) -> str:
    most = {kind: max(found.get(kind, 0) for found in parts.values()) for kind in set().union(*parts.values())}
    kinds = sorted((kind for kind in most if most[kind] >= 1), key=lambda kind: -most[kind])
    lines = ["", "What a step goes into, in ms of the main thread until all is still:", ""]
    lines += [f"| work | {' | '.join(parts)} |", "|---" * (len(parts) + 1) + "|"]
    for kind in kinds:
        lines.append(f"| {kind} | {' | '.join(f'{found.get(kind, 0):,.0f}' for found in parts.values())} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attacks", type=lambda text: [int(it) for it in text.split(",")], default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()

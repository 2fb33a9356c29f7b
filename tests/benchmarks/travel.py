"""How smoothly the map travels from stop to stop, beside a page with MapLibre alone that flies the same way.

`python tests/benchmarks/travel.py [--rounds 3] [--legs 5] [--search ?mode=present&walk=years] [--json FILE]
[--markdown FILE]` prints a table. Both pages stand in one Chromium and fly each leg in turn, so that whatever else the
machine does befalls both. It needs npm, for the bare page's MapLibre. It measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright
from tests.browser.conftest import CHROMIUM_FLAGS, serving
from travel_pages import Atlas, Bare, Leg, Size, bundled_maplibre, fetch_maplibre
from travel_table import Flown, machine, markdown, record

SIZES: tuple[Size, ...] = ((1280, 720), (1920, 1080))
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    asked = _arguments()
    found = [path for name in CHROMIUMS if (path := shutil.which(name))]
    if not found:
        sys.exit("no Chromium on this machine: `python3 tests/run.py` installs it")
    with tempfile.TemporaryDirectory() as folder, serving() as server, sync_playwright() as playwright:
        library = fetch_maplibre(Path(folder))
        browser = playwright.chromium.launch(executable_path=found[0], args=CHROMIUM_FLAGS)
        flown = [it for size in asked.sizes for it in _fly(browser, server.address, size, library, asked)]
        about = machine(browser, bundled_maplibre().version)
        browser.close()
    table = markdown(flown, about)
    print(table)
    if asked.markdown:
        asked.markdown.write_text(table, encoding="utf-8")
    if asked.json:
        asked.json.write_text(json.dumps(record(flown, about), indent=2), encoding="utf-8")


def _fly(browser: Browser, address: str, size: Size, library: Path, asked: argparse.Namespace) -> list[Flown]:
    atlas = Atlas(browser, address, size, asked.search)
    legs = _chosen(atlas.legs(), asked.legs)
    bare = Bare(browser, address, size, library, atlas.style())
    flown = []
    for number in range(asked.rounds):
        for leg in legs:
            frames, flight = atlas.travel(leg)
            if flight is None:
                continue
            flown.append(Flown(size, leg, number, frames, bare.travel(flight)))
            print(f"{size[0]}×{size[1]} round {number + 1}, from stop {leg.stop}", file=sys.stderr)
    for page in (atlas.page, bare.page):
        page.context.close()
    return flown


def _chosen(legs: list[Leg], count: int) -> list[Leg]:
    """Return the nearest leg, the farthest one, and some between them, in the order of the walk."""
    ordered = sorted((leg for leg in legs if leg.far > 0.01), key=lambda leg: leg.far)
    wanted = {round(at * (len(ordered) - 1) / max(count - 1, 1)) for at in range(count)}
    kept = [ordered[at] for at in wanted]
    return [leg for leg in legs if leg in kept]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--legs", type=int, default=5)
    parser.add_argument("--search", default="?mode=present", help="what the atlas's address ends with")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="as 1280x720,1920x1080")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    return parser.parse_args()


def _sizes(text: str) -> tuple[Size, ...]:
    pairs = (it.split("x") for it in text.split(","))
    return tuple((int(width), int(height)) for width, height in pairs)


if __name__ == "__main__":
    main()

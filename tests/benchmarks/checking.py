"""`check` of invented stories beside reading the same files with pandas, in one run.

`python tests/benchmarks/checking.py [--attacks 1000,10000] [--rounds 3] [--json FILE]` prints a table: processor
seconds of both, medians, the ratio, and the most memory that checking took. It measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pandas as pd
from tests.synthetic import Size, write_story

ALONE = """
import json, resource, sys, time
from pathlib import Path
import geopandas, pandera.pandas
from ashraf_atlas.load import load
begin = time.process_time()
load(Path(sys.argv[1]))
print(json.dumps([time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
"""In a process of its own, so that the memory is that of checking; libraries are there before the clock starts."""


def main() -> None:
    asked = _arguments()
    print("| attacks | claims | check, s | read_csv, s | ratio | memory, MB |\n|---|---|---|---|---|---|")
    rows = []
    for attacks in asked.attacks:
        with tempfile.TemporaryDirectory() as place:
            story = Path(place) / "story"
            write_story(story, Size(attacks, places=1_000, relocations=10_000))
            rounds = [(_check(story), _read(story)) for _ in range(asked.rounds)]
        check = statistics.median(seconds for (seconds, _), _ in rounds)
        read = statistics.median(seconds for _, seconds in rounds)
        memory = max(megabytes for (_, megabytes), _ in rounds)
        rows.append({"attacks": attacks, "check": check, "read_csv": read, "ratio": check / read, "megabytes": memory})
        figures = f"{check:.2f} | {read:.2f} | {check / read:.1f} | {memory:.0f}"
        print(f"| {attacks} | {attacks * 3} | {figures} |", flush=True)
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=2), encoding="utf-8")


def _check(story: Path) -> tuple[float, float]:
    """Return processor seconds and megabytes of checking."""
    said = subprocess.run([sys.executable, "-c", ALONE, str(story)], check=True, capture_output=True, text=True).stdout
    seconds, megabytes = json.loads(said)
    return seconds, megabytes


def _read(story: Path) -> float:
    """Return processor seconds of reading every CSV file with pandas."""
    begin = time.process_time()
    for file in story.glob("*.csv"):
        pd.read_csv(file, comment="#")
    return time.process_time() - begin


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attacks", type=lambda text: [int(it) for it in text.split(",")], default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""`check` of invented stories beside reading the same files with pandas, in one run.

`python tests/benchmarks/checking.py [--attacks 1000,10000,100000] [--rounds 3] [--json FILE]` prints a table: processor
seconds of both, medians, their ratio, the seconds of the whole command with all that Python loads for it, and the most
memory that it took. Each is measured in a process of its own, in turns, as other work on a machine slows all of them.
It measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.synthetic import CLAIMS_EACH, Size, write_story

CHECK = """
import json, sys, time
from pathlib import Path
import geopandas, pandera.pandas
from ashraf_atlas.load import load
begin = time.process_time()
load(Path(sys.argv[1]))
print(json.dumps(time.process_time() - begin))
"""
"""Libraries are there before the clock starts, as they are for what it is held against."""

READ = """
import json, sys, time
from pathlib import Path
import pandas
begin = time.process_time()
for file in Path(sys.argv[1]).glob("*.csv"):
    pandas.read_csv(file, comment="#")
print(json.dumps(time.process_time() - begin))
"""


@dataclass(frozen=True)
class Round:
    """Processor seconds of checking, of reading, and of the command, whose memory is in megabytes."""

    check: float
    read_csv: float
    command: float
    megabytes: float


def main() -> None:
    asked = _arguments()
    print("| attacks | claims | check, s | read_csv, s | ratio | command, s | memory, MB |")
    print("|---|---|---|---|---|---|---|")
    rows = []
    for attacks in asked.attacks:
        with tempfile.TemporaryDirectory() as place:
            story = Path(place) / "story"
            write_story(story, Size(attacks, places=1_000, relocations=10_000))
            rounds = [_round(story) for _ in range(asked.rounds)]
        row = {name: statistics.median(getattr(it, name) for it in rounds) for name in ("check", "read_csv", "command")}
        row |= {"ratio": row["check"] / row["read_csv"], "megabytes": max(it.megabytes for it in rounds)}
        rows.append({"attacks": attacks, **row})
        figures = "{check:.2f} | {read_csv:.2f} | {ratio:.1f} | {command:.2f} | {megabytes:.0f}".format(**row)
        print(f"| {attacks} | {attacks * CLAIMS_EACH} | {figures} |", flush=True)
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=2), encoding="utf-8")


def _round(story: Path) -> Round:
    return Round(_seconds(CHECK, story), _seconds(READ, story), *_command(story))


def _seconds(program: str, story: Path) -> float:
    """Return the processor seconds that a program says it took."""
    done = subprocess.run([sys.executable, "-c", program, str(story)], check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout))


def _command(story: Path) -> tuple[float, float]:
    """Return processor seconds and megabytes of `ashraf-atlas check`."""
    process = subprocess.Popen([sys.executable, "-m", "ashraf_atlas", "check", str(story)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("The invented story is not valid.")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes = [1_000, 10_000, 100_000]
    parser.add_argument("--attacks", type=lambda text: [int(it) for it in text.split(",")], default=sizes)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()

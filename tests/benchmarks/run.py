"""Every benchmark, one after the other, as one report: `python tests/benchmarks/run.py FOLDER [--quick]`.

It writes `benchmarks.md` and `benchmarks.json` into the folder. `--quick` takes one round of each and shorter ones, to
see that all work; its figures mean little. What a benchmark needs and the machine has not is said in the report, in the
place of its figures. A quiet machine is needed, for about an hour. It measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Benchmark:
    """A command, what it is about, and whether it writes JSON too."""

    title: str
    command: tuple[str, ...]
    quick: tuple[str, ...]
    """What is added for a short run."""
    json: bool = True
    plain: bool = False
    """Whether it prints lines, not Markdown."""


BENCHMARKS = (
    Benchmark(
        "The page beside others",
        (sys.executable, "pages/measure.py"),
        ("--rounds", "1", "--plays", "2", "--selections", "20"),
    ),
    Benchmark("The map in flight", (sys.executable, "travel.py"), ("--rounds", "1", "--sizes", "1280x720")),
    Benchmark("Checking", (sys.executable, "checking.py"), ("--rounds", "1", "--attacks", "1000")),
    Benchmark("Large stories", (sys.executable, "large.py"), ("--rounds", "1", "--attacks", "3000")),
    Benchmark("Servers", (sys.executable, "servers.py"), ("--seconds", "5"), json=False),
    Benchmark("Search", ("node", "search.mjs"), (), json=False, plain=True),
)


def main() -> None:
    """Run all and write the report; the exit status is 1 if one of them could not be measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    sections, records, failed = ["# Benchmarks\n"], {}, False
    for benchmark in BENCHMARKS:
        print(f"{benchmark.title} …", file=sys.stderr, flush=True)
        section, record = _measured(benchmark, asked.quick)
        sections.append(f"## {benchmark.title}\n\n{section}\n")
        records[benchmark.title] = record
        failed = failed or record["status"] != 0
        (asked.folder / "benchmarks.md").write_text("\n".join(sections), encoding="utf-8")
        (asked.folder / "benchmarks.json").write_text(json.dumps(records, indent=2), encoding="utf-8")
    sys.exit(failed)


def _measured(benchmark: Benchmark, quick: bool) -> tuple[str, dict[str, Any]]:
    """Return its part of the report as Markdown and as JSON: exit status, seconds, and what it recorded itself."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        own = Path(temporary) / "record.json"
        command = [*benchmark.command, *(benchmark.quick if quick else ()), *(["--json", str(own)] * benchmark.json)]
        try:
            done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return f"Not measured: there is no `{command[0]}` on this machine.", {"status": 127}
        record = {"status": done.returncode, "seconds": round(time.monotonic() - began)}
        if own.exists():
            record["record"] = json.loads(own.read_text(encoding="utf-8"))
    if done.returncode:
        said = done.stderr.strip().splitlines()
        return f"Not measured: {said[-1] if said else 'it said nothing'}", record
    return f"```text\n{done.stdout.strip()}\n```" if benchmark.plain else done.stdout.strip(), record


if __name__ == "__main__":
    main()

"""The JavaScript tests, run by Node's own test runner: one test here for all of them."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "js"
OLDEST_NODE = 20
LONGEST_SECONDS = 120


def node() -> Path | None:
    """The Node on the path if new enough, else the one inside Playwright's wheel; None without either."""
    found = [Path(it) for it in [shutil.which("node")] if it]
    playwright = importlib.util.find_spec("playwright")
    if playwright and playwright.origin:
        found += (Path(playwright.origin).parent / "driver").glob("node*")
    return next((it for it in found if it.is_file() and node_version(it) >= OLDEST_NODE), None)


def node_version(program: Path) -> int:
    """The major version of a Node program; 0 if it does not say."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0


def test_all_javascript_tests_pass() -> None:
    program = node()
    assert program, f"no Node.js of version {OLDEST_NODE} or later: install it, or the playwright package"
    tests = sorted(FOLDER.rglob("*.test.mjs"))
    assert tests, f"no JavaScript tests in {FOLDER}"
    run = subprocess.run(
        [program, "--test", "--test-reporter=spec", *tests],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST_SECONDS,
        check=False,
    )
    if run.returncode:
        pytest.fail(f"{run.stdout}\n{run.stderr}", pytrace=False)

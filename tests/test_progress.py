"""Checking shows on a terminal how far it is, and nothing of that anywhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from ashraf_atlas.load import load
from tests.conftest import ROOT
from tests.synthetic import Size, write_story

CLEARED = "\r\033[K"


def check(folder: Path, stderr: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ashraf_atlas", "check", str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        check=False,
    )


def on_a_terminal(folder: Path) -> tuple[subprocess.CompletedProcess[str], str]:
    ours, its = pty.openpty()
    done = check(folder, its)
    os.close(its)
    shown = b""
    try:
        while part := os.read(ours, 65_536):
            shown += part
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    os.close(ours)
    return done, shown.decode()


def test_a_terminal_shows_how_far_a_check_is_and_is_clean_afterwards(tmp_path: Path) -> None:
    write_story(tmp_path / "story", Size(attacks=300, places=20, relocations=100))
    done, shown = on_a_terminal(tmp_path / "story")
    assert done.returncode == 0
    assert done.stdout.startswith("The dataset is valid: ")
    assert re.search("━+╌+ reading attacks.csv", shown)
    assert re.search("━+╌+ checking claims.csv", shown)
    assert shown.endswith(CLEARED)
    assert "\n" not in shown


def test_the_line_is_gone_before_problems_are_told(tmp_path: Path) -> None:
    _, shown = on_a_terminal(tmp_path / "nowhere")
    assert shown.split(CLEARED)[-1].startswith(str(tmp_path / "nowhere"))


def test_a_pipe_gets_nothing_of_it(geodata: Path) -> None:
    done = check(geodata, subprocess.PIPE)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert "\r" not in done.stdout


def test_it_only_goes_forward(tiny: Path) -> None:
    told: list[tuple[float, str]] = []
    load(tiny, lambda share, doing: told.append((share, doing)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], max(shares) <= 1) == (0, True)
    assert len({doing for _, doing in told}) == len(told)

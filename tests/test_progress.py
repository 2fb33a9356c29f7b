"""Long work shows on a terminal how far it is, and nothing of that anywhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ashraf_atlas.load import load
from ashraf_atlas.progress import progress
from ashraf_atlas.site.build import Options, build_site
from ashraf_atlas.site.single import single_file
from tests.conftest import ROOT
from tests.synthetic import Size, write_story

CLEARED = "\r\033[K"


def command(*arguments: str, stderr: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ashraf_atlas", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        check=False,
    )


def on_a_terminal(*arguments: str) -> tuple[subprocess.CompletedProcess[str], str]:
    ours, its = pty.openpty()
    shown = bytearray()

    def look() -> None:
        try:
            while part := os.read(ours, 65_536):
                shown.extend(part)
        except OSError:  # how Linux says that nobody holds the other end any more
            pass

    looking = threading.Thread(target=look)  # a terminal that nobody reads from takes no more after a page or two
    looking.start()
    done = command(*arguments, stderr=its)
    os.close(its)
    looking.join()
    os.close(ours)
    return done, shown.decode()


def test_a_terminal_shows_how_far_a_check_is_and_is_clean_afterwards(tmp_path: Path) -> None:
    write_story(tmp_path / "story", Size(attacks=300, places=20, relocations=100))
    done, shown = on_a_terminal("check", str(tmp_path / "story"))
    assert done.returncode == 0
    assert done.stdout.startswith("The dataset is valid: ")
    assert re.search("━+╌+ reading attacks.csv", shown)
    assert re.search("━+╌+ checking claims.csv", shown)
    assert shown.endswith(CLEARED)
    assert "\n" not in shown


def test_the_line_is_gone_before_problems_are_told(tmp_path: Path) -> None:
    _, shown = on_a_terminal("check", str(tmp_path / "nowhere"))
    assert shown.split(CLEARED)[-1].startswith(str(tmp_path / "nowhere"))


def test_a_pipe_gets_nothing_of_it(geodata: Path) -> None:
    done = command("check", str(geodata), stderr=subprocess.PIPE)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert "\r" not in done.stdout


def test_freezing_tells_what_it_does(tiny: Path, tmp_path: Path) -> None:
    done, shown = on_a_terminal("freeze", str(tmp_path / "out.html"), str(tiny), "--single-file")
    assert done.returncode == 0
    assert re.search("reading attacks.csv.*working out the story.*writing the story for the browser", shown)
    assert shown.endswith(CLEARED)


def test_a_program_without_a_standard_error_shows_nothing() -> None:
    with progress(None) as tell:
        tell(0.5, "reading")


@pytest.mark.parametrize("work", [load, build_site, partial(single_file, options=Options())])
def test_it_only_goes_forward(tiny: Path, work: Callable[..., object]) -> None:
    told: list[tuple[float, str]] = []
    work(tiny, tell=lambda share, doing: told.append((share, doing)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], max(shares) <= 1) == (0, True)
    assert len({doing for _, doing in told}) == len(told)

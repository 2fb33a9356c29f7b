"""What the tests of the take-aways share: making one as a person does, and a wish for what needs no browser."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ashraf_atlas.exports.bundle import read_bundle
from ashraf_atlas.takeaways.stills import Still
from ashraf_atlas.takeaways.wish import Wish
from tests.conftest import ROOT

TINY = ROOT / "tests" / "data" / "tiny"


def ended(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `ashraf-atlas export` printed in a process of its own, and how it ended."""
    return subprocess.run(
        [sys.executable, "-m", "ashraf_atlas", "export", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def taken(format_: str, out: Path, *options: str) -> Path:
    """Take the walk of the invented story away."""
    run = ended(format_, out, TINY, *options)
    if run.returncode:
        pytest.fail(f"export {format_}: {run.stderr}")
    assert run.stdout.startswith(f"{out} is written: the walk as "), run.stdout
    assert run.stderr == "", "nothing is told where no terminal is"
    return out


def wish(folder: Path = TINY, *, notes: bool = False) -> Wish:
    return Wish(folder=folder, bundle=read_bundle(folder), theme="dark", size=(640, 360), notes=notes)


def blank_stills(wanted: Wish) -> list[Still]:
    """As if a picture had been taken at each stop."""
    file = BytesIO()
    Image.new("RGB", wanted.size, "#20282C").save(file, "PNG")
    return [Still(step, file.getvalue(), ("Old Mill, about 38",), 0.7) for step in wanted.steps]

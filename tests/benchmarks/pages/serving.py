"""Starts the servers of the pages, each on a free port of this machine, and stops them whatever happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
PATIENCE_S = 20
SERVER = str(Path(__file__).with_name("server.py"))


def freeze(folder: Path) -> None:
    """Write the atlas's own site; it takes a minute or two."""
    command = [sys.executable, "-m", "ashraf_atlas", "freeze", str(folder)]
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, stdout=sys.stderr)


@contextmanager
def served(site: Path, folder: Path) -> Iterator[dict[str, str]]:
    """Serve the frozen site and the folder of the other pages; yield the address of each page by its name."""
    with ExitStack() as stack:
        atlas = stack.enter_context(running("-m", "ashraf_atlas", "serve", str(site), "--port", "0"))
        static = stack.enter_context(running(SERVER, "folder", str(folder)))
        usual = stack.enter_context(running(SERVER, "usual", str(folder)))
        files = {name: f"{static}{name}.html" for name in ("line", "words", "floor")}
        yield {**files, "usual": usual, "atlas": atlas}


@contextmanager
def running(*arguments: str) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://\S+", said)
        if not found:
            sys.exit(f"a server did not start: {arguments[:3]}: {said}")
        yield found.group()
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

"""The one test command: sets up what is missing, then checks style and types and runs every test.

`python3 tests/run.py [pytest arguments]` works on a machine that has only Python 3.11 with pip, and apt for
Chromium and nginx. It uses the virtual environment it is started in, or makes one in `.venv`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = ("-n", "2", "--dist", "loadfile")
"""Two processes, each with its own server and browser: most tests wait for one or the other."""

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


def python() -> Path:
    """Return the interpreter of the virtual environment to test in, made if need be."""
    if sys.prefix != sys.base_prefix:
        return Path(sys.executable)
    folder = ROOT / ".venv"
    interpreter = folder / "bin" / "python"
    if not interpreter.exists():
        venv.create(folder, with_pip=True)
    return interpreter


def install(interpreter: Path) -> None:
    """Install the exact versions of the lock file, the project itself, and what the machine has not of the programs."""
    pip = [str(interpreter), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "-r", "requirements-test.txt"])
    run([*pip, "--no-deps", "--editable", "."])
    if missing := list(wanted_packages()):
        root = [] if os.geteuid() == 0 else ["sudo"]
        run([*root, "apt-get", "update", "-q"])
        run([*root, "apt-get", "install", "-y", "-q", "--no-install-recommends", *missing])


def wanted_packages() -> Iterator[str]:
    """Yield the packages of Debian that hold what is missing."""
    if not any(shutil.which(name) for name in CHROMIUMS):
        yield "chromium"
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        yield "nginx-light"
    if not Path("/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf").exists():
        yield "libnginx-mod-http-brotli-static"


def run(command: list[str]) -> None:
    """Run a command in the project's folder; end with its exit status if it fails."""
    print("$", " ".join(command), flush=True)
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    if status:
        sys.exit(status)


if __name__ == "__main__":
    chosen = str(python())
    install(Path(chosen))
    run([chosen, "-m", "ruff", "check", "."])
    run([chosen, "-m", "mypy"])
    run([chosen, "-m", "pytest", *AT_ONCE, *sys.argv[1:]])

"""Packages that hold map material and fonts: fetched by name and pinned version from the registries.

Only the registries' ordinary clients are used (npm and pip), so whatever registry they are set to is the one asked.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


class RegistryError(Exception):
    """A package cannot be had; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Package:
    """A package of a registry, pinned to a version: the material in it, and what its licence asks to be named."""

    name: str
    version: str
    registry: str
    licence: str
    holds: str
    attribution: str

    def record(self) -> dict[str, str]:
        """Return what the files made from the package say about it."""
        return asdict(self)


def fetch(package: Package, folder: Path) -> Path:
    """Fetch a package by name and version, unpack it below `folder`, and return where its files are.

    Raises `RegistryError` if the client is missing or does not deliver.
    """
    home = folder / package.name.strip("@").replace("/", "-")
    home.mkdir(parents=True)
    return CLIENTS[package.registry](package, home)


def _by_npm(package: Package, home: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise RegistryError(f"npm is needed to fetch {package.name}: install Node.js, which brings it.")
    wanted = f"{package.name}@{package.version}"
    _run([npm, "pack", wanted, "--silent", "--pack-destination", str(home)], wanted, home)
    with tarfile.open(_only(home, "*.tgz", wanted)) as archive:
        archive.extractall(home, filter="data")
    return home / "package"


def _by_pip(package: Package, home: Path) -> Path:
    wanted = f"{package.name}=={package.version}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    _run([*pip, "--dest", str(home), wanted], wanted, home)
    with zipfile.ZipFile(_only(home, "*.whl", wanted)) as archive:
        archive.extractall(home)
    return home


CLIENTS: Mapping[str, Callable[[Package, Path], Path]] = {"npm": _by_npm, "PyPI": _by_pip}
"""Registry → how a package is fetched from it."""


def _run(command: list[str], wanted: str, home: Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=home, check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise RegistryError(f"{wanted} could not be fetched: {said[-1] if said else 'no reason was given'}.")


def _only(home: Path, pattern: str, wanted: str) -> Path:
    found = sorted(home.glob(pattern))
    if len(found) != 1:
        raise RegistryError(f"{wanted} could not be fetched: {len(found)} archives came instead of one.")
    return found[0]

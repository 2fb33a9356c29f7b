"""A folder that is there once it is whole: filled beside its place under another name, then put there at once."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class NewFolderError(Exception):
    """A folder cannot be made; the message is one sentence that says why and what to do."""


@contextmanager
def new_folder(wanted: Path, replaces: Callable[[Path], bool] = lambda _: False) -> Iterator[Path]:
    """Give a folder to fill, which becomes `wanted` when the block ends; if the block fails, nothing is left.

    Raises `NewFolderError` before anything is written if there is something at its place already. An empty folder is
    nothing, and one that `replaces` says yes to is replaced.
    """
    place = _free(wanted, replaces)
    try:
        work = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    except OSError as error:
        raise NewFolderError(_cannot(wanted, error)) from error
    try:
        yield work
        _put(work, place)
    except OSError as error:
        raise NewFolderError(_cannot(wanted, error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _free(wanted: Path, replaces: Callable[[Path], bool]) -> Path:
    """The place to put a folder, once nothing is in the way."""
    try:
        place = wanted.resolve()
        if place.is_dir():
            if any(place.iterdir()) and not replaces(place):
                raise NewFolderError(f"{wanted} is not empty: give a folder that is not there yet, or an empty one.")
        elif place.exists() or place.is_symlink():
            raise NewFolderError(f"{wanted} is a file: give a folder that is not there yet, or an empty one.")
        elif not place.parent.is_dir():
            raise NewFolderError(f"{wanted} has nowhere to be: make the folder {wanted.parent} first.")
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a name that no file can have
        raise NewFolderError(_cannot(wanted, error)) from error
    return place


def _put(work: Path, place: Path) -> None:
    umask = os.umask(0)
    os.umask(umask)
    work.chmod(0o777 & ~umask)  # temporary folders are closed to everybody else
    if place.is_dir() and any(place.iterdir()):
        _exchange(work, place)
        return
    if place.is_dir() and place == Path.cwd():
        for made in sorted(work.iterdir()):  # who stands in a folder would be left standing in a removed one
            made.rename(place / made.name)
        return
    if place.is_dir():
        place.rmdir()
    work.rename(place)


def _exchange(work: Path, place: Path) -> None:
    """Put a folder in the place of another. Between two renamings nothing is there."""
    old = Path(tempfile.mkdtemp(prefix=f".{place.name}-old-", dir=place.parent))
    place.rename(old / place.name)
    try:
        work.rename(place)
    except OSError:
        (old / place.name).rename(place)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _cannot(wanted: Path, error: Exception) -> str:
    why = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"{wanted} cannot be made ({why.lower()}): give another folder."

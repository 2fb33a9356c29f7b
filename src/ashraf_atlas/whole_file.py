"""Writing a file as a whole or not at all: whoever looks finds the old one or the new one, never a part."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


class UnwritableError(Exception):
    """A path that cannot be written; one sentence that says why and what to do."""


def require_writable(path: Path) -> None:
    """Raise `UnwritableError` if it is plain already that a file cannot be written there."""
    where = _led_to(path)
    try:
        if where.is_dir():
            raise UnwritableError(f"{path} is a folder: give the name of a file in it.")
        if where.exists() and not where.is_file():
            raise UnwritableError(f"{path} is not a file: give the name of one.")
        if not where.parent.is_dir():
            raise UnwritableError(f"There is no folder {path.parent}: make it first, or give another one.")
    except OSError as error:
        raise _unwritable(path, error) from error
    if not os.access(where.parent, os.W_OK | os.X_OK):
        raise UnwritableError(f"Nothing can be written in {path.parent}: give another folder, or change who may.")


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place at once; whatever stops it, what was there before stays as it is.

    Raises `UnwritableError`. Only a process that is killed outright can leave its temporary file beside it.
    """
    require_writable(path)
    where = _led_to(path)
    temporary = where.with_name(f".ashraf-atlas-{secrets.token_hex(4)}.part")
    try:
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(where)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _keep(where.parent)
    except OSError as error:
        raise _unwritable(path, error) from error


def _led_to(path: Path) -> Path:
    """The file that a link leads to: what is written there is written through it."""
    return Path(os.path.realpath(path))


def _keep(folder: Path) -> None:
    """Let the folder know its new entry even if the power fails; where folders cannot be opened, nothing is done."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, error: OSError) -> UnwritableError:
    return UnwritableError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.")

"""Noticing that a dataset has changed: the files that the program reads, and when they are not as they were.

`watchfiles` says at once that something happened in the folders; what changed is seen by looking at the files
themselves. So an editor may replace a file by another, a file may be a link to somewhere else, folders may come and go,
and nothing is ever followed into a loop of links: only the few files that a dataset has are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

from watchfiles import watch

from ashraf_atlas.schema import TABLES

FOLDERS: Mapping[str, str] = {"text": "*.csv", "basemap": "*.geojson"}
"""Folders of a dataset, and which files in them are read."""

LOOK_EVERY_S = 1.0
"""How often the files are looked at if nothing is noticed: links lead to where nobody watches, and folders go."""

SETTLED_S = 0.12
"""Files that do not change for so long have been written to their end."""

LONGEST_S = 3.0
"""Nobody waits longer than this for files that change all the time."""

Mark = tuple[int, int, int] | str
"""When a file was last changed, its size and its number; or why it cannot be read."""

State = Mapping[str, Mark]
"""The mark of every file of a dataset, by its path inside the folder."""


def state_of(folder: Path) -> State:
    """Return what tells the files of a dataset as they are now from what they were."""
    names = [table.file for table in TABLES.values()]
    for inside, pattern in FOLDERS.items():
        names += _names(folder, inside, pattern)
    return {name: _mark(folder / name) for name in names}


def changes(folder: Path, before: State, stop: Event) -> Iterator[tuple[str, ...]]:
    """Yield the names of the files that changed, whenever some have and are settled, until `stop` is set.

    `before` is the state that is known already; what happens while the caller is at work is told afterwards.
    """
    for _ in _notices(folder, stop):
        now = _settled(folder, stop) if state_of(folder) != before else before
        changed = tuple(sorted(name for name in {*before, *now} if before.get(name) != now.get(name)))
        before = now
        if changed and not stop.is_set():
            yield changed


def _notices(folder: Path, stop: Event) -> Iterator[None]:
    """Yield whenever it is time to look: when the library notices something, else every second."""
    while not stop.is_set():
        watched = _watched(folder)
        if not watched:
            stop.wait(LOOK_EVERY_S / 2)
            yield
            continue
        try:
            noticed = watch(
                *watched,
                watch_filter=None,
                debounce=300,
                stop_event=stop,
                rust_timeout=int(LOOK_EVERY_S * 1000),
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=False,
            )
            for _ in noticed:
                yield
                if _watched(folder) != watched:
                    break
        except (OSError, RuntimeError):  # a folder went in between, or the system watches no more of them
            stop.wait(LOOK_EVERY_S)
            yield


def _settled(folder: Path, stop: Event) -> State:
    """The state once it stays the same for a moment."""
    now = state_of(folder)
    for _ in range(round(LONGEST_S / SETTLED_S)):
        if stop.wait(SETTLED_S):
            break
        earlier, now = now, state_of(folder)
        if now == earlier:
            break
    return now


def _watched(folder: Path) -> dict[Path, int]:
    """The folders that are there, each with its number: one that was made anew is another one."""
    found = {}
    for path in (folder, *(folder / inside for inside in FOLDERS)):
        try:
            if path.is_dir():
                found[path] = path.stat().st_ino
        except OSError:  # it went in between
            continue
    return found


def _names(folder: Path, inside: str, pattern: str) -> list[str]:
    try:
        return sorted(f"{inside}/{path.name}" for path in (folder / inside).glob(pattern))
    except OSError:
        return []


def _mark(path: Path) -> Mark:
    try:
        found = path.stat()
    except OSError as error:
        return error.strerror or str(error)
    return found.st_mtime_ns, found.st_size, found.st_ino

"""From a GED file to the events that are wanted: read row by row, so that its size does not matter.

The csv module reads a file of 300 MB in 7 seconds and no memory to speak of; pandas in chunks took 12 and 180 MB, and
does not know the line that a row is on.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from ashraf_atlas.ucdp.choice import READS, Choice
from ashraf_atlas.ucdp.event import Event, UnusableError, cleaned, event_of
from ashraf_atlas.ucdp.names import ALSO_CALLED, NEEDED, USED
from ashraf_atlas.ucdp.opening import ImportingError, opened

MOST_EVENTS = 5_000
"""More than so many cannot be checked and shown in bearable time."""

LONGEST_CELL = 10_000_000
SEPARATORS = ",;\t"
TELL_EVERY = 20_000

TAG = "#"
"""How every cell of a row begins that files of the Humanitarian Data Exchange have below the header."""


@dataclass(frozen=True)
class LeftOut:
    """A row that was asked for and could not be used."""

    line: int
    """Of the file; 0 if it is not known."""
    id: str
    why: str


@dataclass
class Found:
    """What a file gave."""

    events: list[Event] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    rows: int = 0
    chosen: int = 0
    ids: set[int] = field(default_factory=set)


def read(path: Path, choice: Choice, tell: Callable[[int], None]) -> Found:
    """Return the chosen events of a file in its order; `tell` is given the number of rows read, now and then.

    Raises `ImportingError` if it is no GED file, if nothing is chosen, or if too much is.
    """
    with opened(path) as text:
        found = _read(text, path, choice, tell)
    if found.chosen > MOST_EVENTS:
        raise ImportingError(
            f"{found.chosen:,} events are chosen, and a dataset can hold {MOST_EVENTS:,}: "
            "choose fewer with --country, --from, --to or --dyad."
        )
    if not found.rows:
        raise ImportingError(f"{path} has a header and no rows.")
    if not found.events and not found.left_out:
        raise ImportingError(choice.nothing())
    return found


def _read(text: TextIO, path: Path, choice: Choice, tell: Callable[[int], None]) -> Found:
    found = Found()
    head = text.readline()
    separator = max(SEPARATORS, key=head.count)
    header = [cleaned(it) for it in next(csv.reader([head], delimiter=separator), [])]
    where = _columns(header, path)
    usual = csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(text, delimiter=separator)
    line = 2
    try:
        for cells in rows:
            if cells and not all(not it or it.startswith(TAG) for it in cells):
                found.rows += 1
                _take(cells, line, len(header), where, choice, found)
                if found.rows % TELL_EVERY == 0:
                    tell(found.rows)
            line = rows.line_num + 2
    except csv.Error as error:
        raise ImportingError(f"{path} cannot be read on from line {line} ({error}).") from error
    finally:
        csv.field_size_limit(usual)
    return found


def _columns(header: list[str], path: Path) -> dict[str, int]:
    """Where each column that is read stands."""
    names = [it.casefold() for it in header]
    where = {}
    for name in USED:
        found = next((it for it in (name, *ALSO_CALLED.get(name, ())) if it in names), None)
        if found:
            where[name] = names.index(found)
    missing = [it for it in NEEDED if it not in where]
    if missing:
        raise ImportingError(
            f"{path} is not an event file of UCDP GED: its first line does not name {', '.join(missing)}."
        )
    return where


def _take(cells: list[str], line: int, size: int, where: Mapping[str, int], choice: Choice, found: Found) -> None:
    """Add the event of a row to what is found if it is chosen, or the row to what is left out."""
    if len(cells) != size:
        why = f"{len(cells)} cells where the header has {size}"
        found.left_out.append(LeftOut(line, cleaned(cells[where["id"]]) if where["id"] < len(cells) else "", why))
        return
    asked = {name: cleaned(cells[where[name]]) if name in where else "" for name in READS}
    if not choice.wants(asked):
        return
    row = {name: cleaned(cells[where[name]]) if name in where else "" for name in USED}
    try:
        event = event_of(row, line)
        if event.id in found.ids:
            raise UnusableError("an earlier row has the same id")
    except UnusableError as error:
        found.left_out.append(LeftOut(line, row["id"], str(error)))
        return
    found.ids.add(event.id)
    found.chosen += 1
    if found.chosen <= MOST_EVENTS:
        found.events.append(event)

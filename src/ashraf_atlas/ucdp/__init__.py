"""`import ucdp`: an event file of the UCDP Georeferenced Event Dataset becomes a dataset folder.

Nothing is added to what UCDP says, and nothing is passed over in silence: rows that cannot be used are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ashraf_atlas.load import load
from ashraf_atlas.new_folder import new_folder
from ashraf_atlas.schema import TABLES
from ashraf_atlas.sheet import MOST_ROWS
from ashraf_atlas.ucdp import said, tables
from ashraf_atlas.ucdp.choice import Choice
from ashraf_atlas.ucdp.citing import Release
from ashraf_atlas.ucdp.grounds import Spot, countries_of
from ashraf_atlas.ucdp.names import WHERE
from ashraf_atlas.ucdp.opening import ImportingError, version_in
from ashraf_atlas.ucdp.reading import Found, LeftOut, read
from ashraf_atlas.ucdp.story import head
from ashraf_atlas.ucdp.writing import write_csv, write_places, write_story, write_table

__all__ = ["LEFT_OUT", "Choice", "Imported", "ImportingError", "import_ged"]

LEFT_OUT = "left_out.csv"
"""The file of rows that could not be used; the program does not read it."""


@dataclass(frozen=True)
class Imported:
    """What an import has made of a file."""

    rows: int
    """Of the file."""
    events: int
    places: int
    sources: int
    left_out: tuple[LeftOut, ...]
    disordered: int
    """Events whose low and high are no range around best: they are kept with best alone, and a note."""


def import_ged(path: Path, out: Path, choice: Choice, *, today: date, tell: Callable[[int], None]) -> Imported:
    """Write the chosen events of a GED file as a dataset into `out`, which must not be there yet, or be empty.

    `tell` is given the number of rows read, now and then. Raises `ImportingError`, `new_folder.NewFolderError` or, if
    what comes out is not valid, `problems.DatasetError`; nothing is left behind then.
    """
    with new_folder(out) as made:
        found = read(path, choice, tell)
        countries = _grounded(found)
        if not found.events:
            first = found.left_out[0]
            raise ImportingError(f"None of the chosen rows can be used; the first, in line {first.line}: {first.why}.")
        release = Release(version_in(path.name))
        events = found.events
        rows = {
            "kinds": tables.kinds(),
            "attacks": tables.attacks(events),
            "accounts": said.accounts(events),
            "speakers": tables.speakers(events),
            "claims": said.claims(events, release),
            "sources": tables.sources(events, release),
        }
        write_story(made, head(events, choice, release, today))
        places = write_places(made, tables.places(events, countries))
        counts = {
            name: write_table(made, name, rows.get(name, ())) for name, table in TABLES.items() if table.format == "csv"
        }
        full = next((name for name, count in counts.items() if count > MOST_ROWS), None)
        if full:
            raise ImportingError(
                f"{len(events):,} events are chosen, which need {counts[full]:,} rows in {TABLES[full].file}, "
                f"more than {MOST_ROWS:,}: choose fewer with --country, --from, --to or --dyad."
            )
        if found.left_out:
            write_csv(made / LEFT_OUT, ("line", "id", "why"), map(asdict, found.left_out))
        load(made)
    return Imported(
        rows=found.rows,
        events=len(events),
        places=places,
        sources=counts["sources"],
        left_out=tuple(found.left_out),
        disordered=sum("note" in said.figure(it) for it in events),
    )


def _grounded(found: Found) -> Mapping[str, str]:
    """The country of each place by its id; events at a place that no country is near to go to what is left out."""
    named: dict[tuple[float, float, str], Counter[str]] = {}
    for it in found.events:
        named.setdefault(it.place, Counter())[it.cells["country_id"] or it.cells["country"]] += 1
    spots = {
        place: Spot((place[1], place[0]), WHERE[place[2]].metres, min(names, key=lambda it: (-names[it], it)))
        for place, names in named.items()
    }
    codes = countries_of(spots.values())
    far = [it for it in found.events if spots[it.place] not in codes]
    why = "no country is as near as the point is known"
    found.left_out += [LeftOut(it.line, it.cells["id"], why) for it in far]
    found.left_out.sort(key=lambda it: it.line)
    found.events = [it for it in found.events if spots[it.place] in codes]
    return {tables.place_id(it): codes[spots[it.place]] for it in found.events}

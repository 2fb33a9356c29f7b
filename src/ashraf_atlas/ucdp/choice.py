"""Which events are wanted: by country, by year, by who was involved."""

from __future__ import annotations

from dataclasses import dataclass, field

from ashraf_atlas.cells import closest
from ashraf_atlas.ucdp.event import Cells, whole

READS = ("country", "country_id", "dyad_name", "dyad_new_id", "side_a", "side_b", "year", "date_start")
"""The columns by which is chosen."""


@dataclass
class Choice:
    """What the events of a file are chosen by, and what the file has to choose from."""

    countries: tuple[str, ...] = ()
    """Names or Gleditsch-Ward numbers; all if none are given."""
    first_year: int | None = None
    last_year: int | None = None
    dyads: tuple[str, ...] = ()
    """Names or numbers; all if none are given."""
    seen: dict[str, dict[str, str]] = field(default_factory=lambda: {"country": {}, "dyad": {}})
    """Every name in the file as it is written, by the name as it is compared."""

    def __post_init__(self) -> None:
        """Fold what is asked for, once."""
        self._countries = {_folded(it) for it in self.countries}
        self._dyads = {_folded(it) for it in self.dyads}
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def wants(self, cells: Cells) -> bool:
        """Return whether a row is asked for. A year that cannot be read is no reason to pass over a row."""
        country = self._names("country", cells["country"], cells["country_id"])
        dyad = self._names("dyad", cells["dyad_name"] or f"{cells['side_a']} - {cells['side_b']}", cells["dyad_new_id"])
        if (self._countries and not self._countries & country) or (self._dyads and not self._dyads & dyad):
            return False
        year = whole(cells["year"])
        if year is None:
            year = whole(cells["date_start"][:4])
        if year is None:
            return True
        return (self.first_year or 0) <= year <= (self.last_year or 9999)

    def nothing(self) -> str:
        """Return a sentence on why no event was chosen."""
        for noun, asked in (("country", self.countries), ("dyad", self.dyads)):
            known = self.seen[noun]
            for name in asked:
                if _folded(name) not in known:
                    near = closest(_folded(name), list(known))
                    meant = f"did you mean {known[near]}?" if near else f"it has {_some(known)}"
                    return f"No event is chosen: the file has no {noun} called {name}; {meant}"
        return "No event is chosen: the file has none that is all that was asked for. Ask for less."

    def _names(self, noun: str, name: str, number: str) -> frozenset[str]:
        """Every name by which a country or a dyad can be asked for."""
        found = self._known.get((name, number))
        if found is None:
            names = {_folded(it): it for it in (name, name.partition(" (")[0], number) if it}
            self.seen[noun].update(names)
            found = self._known[(name, number)] = frozenset(names)
        return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("–", "-").split())


def _some(names: dict[str, str], most: int = 5) -> str:
    shown = [it for it in dict.fromkeys(names.values()) if not it.isdigit()]
    return ", ".join(shown[:most]) + (f" and {len(shown) - most} more" if len(shown) > most else "")

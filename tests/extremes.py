"""Stories that are valid and unlike any other: a single year, the last there are, the poles, nobody anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.conftest import Copy

FACTS = (
    "presence", "custody", "relocations", "attacks", "accounts", "claims", "context", "controversies", "checks",
    "steps", "corrections",
)  # fmt: skip
ANYWHERE = 2_000_000_000
"""A precision that lets a place lie outside its country."""

Change = Callable[[Copy], None]


def _years(first: int, last: int) -> Change:
    def change(copy: Copy) -> None:
        copy.replace("story.toml", "first_year = 1990", f'first_year = "{first:04}"')
        copy.replace("story.toml", "last_year = 1995", f'last_year = "{last:04}"')

    return change


def _only_places(copy: Copy) -> None:
    for table in FACTS:
        copy.write(f"{table}.csv", copy.text(f"{table}.csv").split("\n")[0] + "\n")


def _one_year(copy: Copy) -> None:
    _only_places(copy)
    _years(1992, 1992)(copy)


def _at(*points: list[float]) -> Change:
    def change(copy: Copy) -> None:
        collection = json.loads(copy.text("places.geojson"))
        for feature, point in zip(collection["features"], points, strict=False):
            feature["geometry"]["coordinates"] = point
            feature["properties"]["precision_m"] = ANYWHERE
        copy.write("places.geojson", json.dumps(collection))

    return change


def _moved(years: int) -> Change:
    """All dates that many years later; the story starts and ends with the calendar as near as its sources let it."""

    def change(copy: Copy) -> None:
        for file in sorted(it.name for it in copy.folder.iterdir()):
            text = copy.text(file)
            for year in range(1988, 1997):
                text = text.replace(f'"{year}', f'"{year + years:04}').replace(f"{year}", f"{year + years:04}")
            copy.write(file, text)
        copy.replace("story.toml", f"first_year = {1990 + years:04}", f'first_year = "{1990 + years:04}"')
        copy.replace("story.toml", f"last_year = {1995 + years:04}", f'last_year = "{1995 + years:04}"')

    return change


def _nothing_drawn(copy: Copy) -> None:
    collection = json.loads(copy.text("places.geojson"))
    for feature in collection["features"]:
        feature["properties"] |= {"role": "holder", "drawn_at": ""}
    copy.write("places.geojson", json.dumps(collection))


def _no_claims(copy: Copy) -> None:
    for table in ("claims", "accounts", "checks"):
        copy.write(f"{table}.csv", copy.text(f"{table}.csv").split("\n")[0] + "\n")


def _open_ended(copy: Copy) -> None:
    copy.set("attacks.csv", "atk_bubbles", "date", "../1991-06-15")
    copy.set("attacks.csv", "atk_geese", "date", "1993-07~/..")
    copy.set("attacks.csv", "pol_search", "date", "1991/1994")
    copy.set("steps.csv", "step_search", "year", "1991")
    copy.set("claims.csv", "clm_geese_1", "metric", "killed")
    copy.set("relocations.csv", "rel_second_boat", "date", "../1992-10")
    copy.set("relocations.csv", "rel_soloists", "date", "1993/..")
    copy.set("presence.csv", "pop_mill_1991", "date", "../1991")
    copy.set("presence.csv", "pop_vor_1993", "date", "1993-12-31/..")
    copy.set("custody.csv", "cus_mill", "date", "../1992")
    copy.set("context.csv", "ctx_founded", "date", "../1988")
    copy.set("context.csv", "ctx_treaty", "date", "198X")


EXTREMES: dict[str, Change] = {
    "a single year": _one_year,
    "a thousand years": _years(1000, 1999),
    "the first years there are": _moved(-1986),
    "the last years there are": _moved(8003),
    "the poles": _at([0, 90], [0, -90], [180, 90], [-180, -90]),
    "the edge of the map": _at([180, 0], [-180, 0], [179.99, 0.01], [-179.99, -0.01]),
    "everything at one point": _at([9, 47], [9, 47], [9, 47], [9, 47]),
    "antipodes": _at([0, 0], [180, 0], [90, 0], [-90, 0]),
    "a first view of nowhere": lambda copy: copy.replace("story.toml", "[47.6, 9.4, 8.5]", "[90, -180, 22]"),
    "nothing but places": _only_places,
    "nothing drawn": _nothing_drawn,
    "attacks that nobody speaks of": _no_claims,
    "dates open at an end": _open_ended,
}
"""What a story is like → how the invented one is made so."""

"""What a page shows in each year, the same for every page: places with people, and attacks up to then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ashraf_atlas.basemap.style import map_style
from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.theme import tokens

GEODATA = Path(__file__).resolve().parents[3] / "geodata"
LEAST = 300
"""People that a mark stands for at the least, so that it can be seen."""


@dataclass(frozen=True)
class Shown:
    """A place or an attack as it is shown in one year."""

    year: int
    kind: str
    ref: str
    name: str
    lon: float
    lat: float
    people: int
    """What its size is made of."""


def facts_of(geodata: Path = GEODATA) -> dict[str, Any]:
    """Return the story as the atlas's page gets it."""
    return payload(build_story(load(geodata)))


def years(facts: Mapping[str, Any]) -> range:
    """Return the years of the story."""
    return range(facts["story"]["firstYear"], facts["story"]["lastYear"] + 1)


def shown(facts: Mapping[str, Any]) -> Iterator[Shown]:
    """Yield one row for each year and each thing that is shown in it."""
    places = facts["places"]
    for year in years(facts):
        for place in places.values():
            lived = (place.get("presence") or {}).get(str(year), {"state": "closed"})
            if lived["state"] in ("known", "unknown"):
                yield _row(year, "place", place["id"], place["name"], place, lived["best"] or lived["low"] or 0)
        for attack in facts["attacks"].values():
            if int(attack["date"]["from"]) <= year:
                yield _row(year, "attack", attack["id"], attack["title"], places[attack["place"]], 0)


def geojson(rows: Iterator[Shown]) -> dict[str, Any]:
    """Return rows as GeoJSON for a page that draws them itself."""
    features = []
    for row in rows:
        properties = asdict(row)
        where = [properties.pop("lon"), properties.pop("lat")]
        features.append(
            {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": where}}
        )
    return {"type": "FeatureCollection", "features": features}


def style(overview: Mapping[str, Any]) -> dict[str, Any]:
    """Return the base map of the atlas's first view as a style that holds its data."""
    made = map_style(tokens("light"))
    made["sources"]["overview"]["data"] = overview
    return made


def _row(year: int, kind: str, name: str, title: str, place: Mapping[str, Any], people: int) -> Shown:
    return Shown(year, kind, f"{kind}:{name}", title, place["lon"], place["lat"], max(people, LEAST))

"""In which country a point is: found by its coordinates, so that it agrees with what a dataset is checked by.

GED has Gleditsch-Ward numbers and names of its own, which need a table to become ISO 3166-1 codes and do not always
have one code (Yugoslavia, North Yemen). The outlines that a dataset is checked by need none. Still GED is heard: a
point near a border belongs to the country in which most points of its GED country lie.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import shapely

from ashraf_atlas.countries import FILE, OUTLINES_M, Outlines, metres_outside, read_outlines
from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.geo import METRES_PER_DEGREE
from ashraf_atlas.sheet import Point


@dataclass(frozen=True)
class Spot:
    """A point, how far off it can be in metres, and the country as GED names it."""

    point: Point
    metres: int
    named: str


def countries_of(spots: Iterable[Spot]) -> dict[Spot, str]:
    """Return the ISO 3166-1 code of each spot, without those that no country is near enough to."""
    spots = list(dict.fromkeys(spots))
    outlines = _outlines()
    codes = tuple(outlines)
    tree = shapely.STRtree(list(outlines.values()))
    holding: dict[Spot, list[str]] = {it: [] for it in spots}
    if spots:
        spot, country = tree.query(shapely.points([it.point for it in spots]), predicate="intersects")
        for one, other in zip(spot, country, strict=True):
            holding[spots[one]].append(codes[other])
    homes = _homes(holding)
    found = {}
    for it in spots:
        code = _country(it, holding[it], homes.get(it.named), outlines, tree, codes)
        if code:
            found[it] = code
    return found


def _outlines() -> Outlines:
    """Every outline by its code, in the order of the codes."""
    file = geodata_folder() / FILE
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    codes = frozenset(it["properties"]["iso"] for it in features)
    return dict(sorted(read_outlines(file, codes).items()))


def _homes(holding: Mapping[Spot, list[str]]) -> dict[str, str]:
    """The country in which most spots of each GED country are; of several the first by its code."""
    votes: dict[str, Counter[str]] = {}
    for it, codes in holding.items():
        votes.setdefault(it.named, Counter()).update(codes)
    return {named: min(count, key=lambda code: (-count[code], code)) for named, count in votes.items() if count}


def _country(
    spot: Spot, holding: list[str], home: str | None, outlines: Outlines, tree: shapely.STRtree, codes: tuple[str, ...]
) -> str | None:
    allowed = spot.metres + OUTLINES_M
    if home and (home in holding or metres_outside(spot.point, outlines[home]) <= allowed):
        return home
    if holding:
        return min(holding)
    lon, lat = spot.point
    reach = allowed / METRES_PER_DEGREE / max(math.cos(math.radians(lat)), 0.01)
    near = [codes[it] for it in tree.query(shapely.Point(lon, lat), predicate="dwithin", distance=reach)]
    away = sorted((metres_outside(spot.point, outlines[code]), code) for code in near)
    return away[0][1] if away and away[0][0] <= allowed else None

"""Invented stories of any size, valid in every table: `python tests/synthetic.py FOLDER [--attacks 100000] …`.

They start from the template of `ashraf-atlas new`, with its words and kinds, and are the same for the same seed.
Nothing in them is true: the measurements of `tests/benchmarks/` and tests of large stories need rows, not facts.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from ashraf_atlas.countries import countries_file, read_outlines
from ashraf_atlas.starting import start

FIRST, LAST = 1981, 2025
COUNTRIES = ("AL", "DE", "ES", "FR", "IQ", "TR")
CLAIMS_EACH = 3
SPEAKERS = ("council", "observers", "police")
SOURCES = ("s_newspaper", "s_observers", "s_council", "s_register")
KINDS = ("armed_assault", "air_strike", "rocket_or_mortar", "bomb", "police_operation")


@dataclass(frozen=True)
class Size:
    """How many rows an invented story has."""

    attacks: int
    places: int
    relocations: int


def write_story(folder: Path, size: Size, seed: int = 2026) -> None:
    """Write an invented story into a folder that is not there yet."""
    start(folder)
    chance = np.random.default_rng(seed)
    places = _places(chance, size.places)
    (folder / "places.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": places}), "utf-8")
    ids = np.array([it["properties"]["id"] for it in places])
    tables = {
        "attacks": _attacks(chance, ids, size.attacks),
        "claims": _claims(chance, size.attacks),
        "relocations": _relocations(chance, ids, size.relocations),
        "presence": _presence(chance, ids),
    }
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    for name in ("accounts", "checks", "context", "controversies", "corrections", "custody", "steps"):
        file = folder / f"{name}.csv"
        header = next(line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
        file.write_text(f"{header}\n", "utf-8")
    story = folder / "story.toml"
    said = story.read_text("utf-8").replace("first_year = 2001", f"first_year = {FIRST}")
    said = said.replace("last_year = 2005", f"last_year = {LAST}")
    story.write_text(said.replace("[63.6, 26.5, 5.2]", "[42.0, 20.0, 3.5]"), "utf-8")


def _places(chance: np.random.Generator, many: int) -> list[dict[str, object]]:
    outlines = read_outlines(countries_file(Path("nowhere")), frozenset(COUNTRIES))
    made: list[dict[str, object]] = []
    for number in range(many):
        country = COUNTRIES[number % len(COUNTRIES)]
        lon, lat = _inside(chance, outlines[country])
        made.append({
            "type": "Feature",
            "properties": {
                "id": f"place_{number}", "kind": "camp", "role": "residence", "name": f"Place {number}",
                "country": country, "precision_m": 2000, "opened": str(FIRST), "confidence": "low",
                "sources": SOURCES[number % len(SOURCES)],
                **dict.fromkeys(("other_names", "admin_area", "closed", "drawn_at", "area_note", "position_note"), ""),
                "area_km2": None, "note": "Invented.",
            },
            "geometry": {"type": "Point", "coordinates": [round(lon, 4), round(lat, 4)]},
        })  # fmt: skip
    return made


def _inside(chance: np.random.Generator, outline: shapely.Geometry) -> tuple[float, float]:
    west, south, east, north = outline.bounds
    while True:
        lon, lat = chance.uniform(west, east), chance.uniform(south, north)
        if shapely.contains_xy(outline, lon, lat):
            return float(lon), float(lat)


def _dates(chance: np.random.Generator, many: int) -> pd.Series[str]:
    days = pd.Timestamp(FIRST, 1, 1) + pd.to_timedelta(chance.integers(0, (LAST - FIRST) * 365, many), unit="D")
    return pd.Series(np.sort(days.strftime("%Y-%m-%d")))


def _numbered(stem: str, many: int) -> pd.Series[str]:
    return stem + pd.Series(range(many)).astype(str)


def _attacks(chance: np.random.Generator, places: np.ndarray, many: int) -> pd.DataFrame:
    place = chance.choice(places, many)
    return pd.DataFrame({
        "id": _numbered("atk_", many), "place": place, "date": _dates(chance, many), "kind": chance.choice(KINDS, many),
        "title": _numbered("Invented attack number ", many),
        "summary": _numbered("What is invented of it, in a sentence of the usual length: number ", many),
        "content_note": "", "means": "", "stakeholders": "council", "un_wording": "", "confidence": "low",
        "sources": chance.choice(SOURCES, many),
    })  # fmt: skip


def _claims(chance: np.random.Generator, attacks: int) -> pd.DataFrame:
    many = attacks * CLAIMS_EACH
    attack = np.repeat(np.arange(attacks), CLAIMS_EACH)
    killed = np.repeat(chance.integers(0, 60, attacks), CLAIMS_EACH) + chance.integers(0, 4, many)
    return pd.DataFrame({
        "id": _numbered("clm_", many), "attack": "atk_" + pd.Series(attack).astype(str), "scope": "",
        "metric": "killed", "people_group": "story", "speaker": np.tile(SPEAKERS, attacks), "spoken_by": "",
        "value": killed, "low": "", "high": "", "qualifier": "", "status": "counted", "reason": "",
        "source_type": np.tile(["own_voice", "ngo", "media"], attacks), "report_date": "2025-12", "note": "",
        "sources": np.tile(["s_council", "s_observers", "s_newspaper"], attacks),
    })  # fmt: skip


def _relocations(chance: np.random.Generator, places: np.ndarray, many: int) -> pd.DataFrame:
    start = chance.integers(0, len(places), many)
    end = (start + chance.integers(1, len(places), many)) % len(places)
    return pd.DataFrame({
        "id": _numbered("rel_", many), "kind": "movement", "from": places[start], "to": places[end],
        "date": _dates(chance, many), "people": chance.integers(1, 900, many), "low": "", "high": "",
        "qualifier": "about", "title": _numbered("Invented relocation number ", many), "description": "",
        "disputed": "", "status": "counted", "reason": "", "confidence": "low", "sources": chance.choice(SOURCES, many),
    })  # fmt: skip


def _presence(chance: np.random.Generator, places: np.ndarray) -> pd.DataFrame:
    years = range(FIRST, LAST + 1, 5)
    many = len(places) * len(years)
    return pd.DataFrame({
        "id": _numbered("pop_", many), "place": np.repeat(places, len(years)),
        "date": np.tile([str(it) for it in years], len(places)), "people": chance.integers(5, 4000, many), "low": "",
        "high": "", "qualifier": "about", "measure": "residents",
        "description": "", "source_type": "media", "status": "counted", "reason": "", "note": "", "confidence": "low",
        "sources": chance.choice(SOURCES, many),
    })  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--attacks", type=int, default=1_000)
    parser.add_argument("--places", type=int, default=1_000)
    parser.add_argument("--relocations", type=int, default=10_000)
    asked = parser.parse_args()
    write_story(asked.folder, Size(asked.attacks, asked.places, asked.relocations))


if __name__ == "__main__":
    main()

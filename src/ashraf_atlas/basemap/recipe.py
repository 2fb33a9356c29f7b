"""What a dataset wants of its base map: `basemap/recipe.toml`, which may be missing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Divided:
    """A country drawn with its provinces.

    `merge_by` names the property by which smaller units are joined (else each is a province of its own); `only_held`
    leaves out all lines but those around provinces that hold a place; `names` gives the name of the province that holds
    a place.
    """

    country: str
    merge_by: str = ""
    only_held: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    def key(self, unit: Mapping[str, Any]) -> str:
        """Return what tells a unit's province from others."""
        return str(unit["properties"][self.merge_by]) if self.merge_by else f"{unit['number']:04}"


@dataclass(frozen=True)
class Recipe:
    """The wishes of a dataset: divided countries; by GeoNames id, names and zooms of towns, and towns left out."""

    divided: tuple[Divided, ...] = ()
    town_names: Mapping[int, str] = field(default_factory=dict)
    town_zooms: Mapping[int, float] = field(default_factory=dict)
    towns_left_out: frozenset[int] = frozenset()


def read_recipe(path: Path) -> Recipe:
    """Read a recipe; without a file there are no provinces and towns have the names GeoNames gives them."""
    if not path.is_file():
        return Recipe()
    wishes = tomllib.loads(path.read_text(encoding="utf-8"))
    towns = wishes.get("towns", {})
    return Recipe(
        divided=tuple(Divided(**it) for it in wishes.get("divided", [])),
        town_names={int(key): name for key, name in towns.get("names", {}).items()},
        town_zooms={int(key): float(zoom) for key, zoom in towns.get("zooms", {}).items()},
        towns_left_out=frozenset(towns.get("left_out", [])),
    )

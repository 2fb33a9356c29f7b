"""What a site is made of: a dataset that was read and checked, our own assets, and the base map."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ashraf_atlas import figure, own_basemap
from ashraf_atlas.build_story import build_story
from ashraf_atlas.embedded import assets_folder
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.progress import Tell, stretch, to_nobody
from ashraf_atlas.site import languages, scripts
from ashraf_atlas.site.short_steps import in_short_steps

LOADED, BUILT = 0.5, 0.8
"""Shares of the whole, roughly: for the eye."""

BASEMAP = ("overview", "towns", "detail")
"""The files of a base map, the last of which is not drawn at once."""


@dataclass(frozen=True)
class Material:
    """A story with its tables, its payload, and the folders of the assets and of its base map."""

    bundle: Bundle
    facts: dict[str, Any]
    assets: Path
    basemap: Path
    _spoken: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False)

    def basemap_script(self, name: str) -> str:
        """Return a file of the base map as a script for the page."""
        whole = json.loads((self.basemap / f"{name}.geojson").read_text(encoding="utf-8-sig"))
        return scripts.content_script(name, in_short_steps(whole))

    @property
    def others(self) -> tuple[str, ...]:
        """The languages that the story can be read in besides its own."""
        return tuple(self.facts["languages"])[1:]

    def facts_in(self, language: str) -> dict[str, Any]:
        """Return the payload as it reads in one of the languages."""
        if language not in self.others:
            return self.facts
        if language not in self._spoken:
            self._spoken[language] = languages.facts_in(self.bundle.tables, self.facts, language)
        return self._spoken[language]

    @cached_property
    def charts(self) -> dict[str, Any]:
        """The charts by theme, in the story's own language."""
        return figure.charts(self.facts)

    def text_script(self, language: str) -> str:
        """Return what a page needs to speak one of the other languages, as a script for it."""
        said = languages.spoken(self.facts, self.charts, self.facts_in(language))
        return scripts.content_script(f"text-{language}", said)

    def edition(self, hash_: str) -> str:
        """Return the name of an edition: the day the story was issued, and a short hash of all that it is made of."""
        return f"{self.bundle.story.head.issued} {hash_[:8]}".strip()


def material(geodata: Path, tell: Tell = to_nobody) -> Material:
    """Return the material in the dataset folder `geodata`; `tell` is told how far it has come.

    Raises `problems.DatasetError` if the dataset is not valid.
    """
    tables = load(geodata, stretch(tell, 0, LOADED))
    tell(LOADED, "working out the story")
    story = build_story(tables)
    tell(BUILT, "writing the story for the browser")
    return Material(Bundle(tables, story), payload(story), assets_folder(), own_basemap.folder_of(geodata))

"""A story in its other languages: for each the facts as they read there, and for the browser only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ashraf_atlas import figure
from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import Tables
from ashraf_atlas.payload import payload, spoken_in
from ashraf_atlas.translations import has_translations, translated

APART = ("text",)
"""Of a payload: what is not a text of the story."""


def facts_in(tables: Tables, facts: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return the payload of checked tables in one of their languages, as if the story were written in it.

    `facts` is the payload in the story's own: what has no translation reads the same in all.
    """
    if not has_translations(tables, language):
        return spoken_in(facts, language, tables["texts"][language])
    return payload(build_story(translated(tables, language)))


def spoken(own: Mapping[str, Any], own_charts: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a page needs to speak another language: words of the interface, and texts of story and charts.

    Texts stand as in the payload, by key; of a list, by index as text. `own` and `other` are payloads of the same
    tables, `own_charts` the charts of the former.
    """
    language = other["story"]["language"]
    texts = {
        name: found
        for name, value in own.items()
        if name not in APART and value is not other[name] and (found := _differing(value, other[name])) is not None
    }
    texts.get("story", {}).pop("language", None)
    charts = _differing({"chart": own_charts}, {"chart": figure.charts(other)})
    return {"words": other["text"][language], "texts": texts, "looks": charts or {}}


def _differing(one: Any, other: Any) -> Any:
    """Return what of `other` differs from `one`, nested as they are; None for nothing."""
    if isinstance(one, list) and isinstance(other, list):
        one, other = ({str(at): it for at, it in enumerate(values)} for values in (one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        found = {name: it for name, value in one.items() if (it := _differing(value, other[name])) is not None}
        return found or None
    return None if one == other else other

"""The places in Linked Places Format 1.2, with feature classes as of 1.3, for the World Historical Gazetteer.

A dataset knows no web address of its own, so a place is named by the ids of the story and the place: `choir:old_mill`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from ashraf_atlas.exports import rows
from ashraf_atlas.exports.bundle import Bundle, about, issued
from ashraf_atlas.exports.lives import dates_at, life, when
from ashraf_atlas.grouping import grouped_under
from ashraf_atlas.places import Place
from ashraf_atlas.story import Relocation, Source

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
"""What defines the words of the format."""

CSL = "https://whgazetteer.org/schema/csl-citation.json"

RELATED = "gvp:tgn3000_related_to"
"""The relation of the Getty vocabularies that says no more than that two places have to do with each other."""

CERTAINTY = {"high": "certain", "medium": "less-certain", "low": "uncertain"}
"""The format's words for how sure a place is."""

TYPES = {
    "city": ("aat:300008389", "P"),
    "town": ("aat:300008375", "P"),
    "village": ("aat:300008372", "P"),
    "country": ("aat:300387506", "A"),
    "province": ("aat:300000774", "A"),
    "airport": ("aat:300000681", "S"),
    "battlefield": ("aat:300000835", "S"),
    "site": ("aat:300000809", "S"),
}
"""Kinds of place that the Art and Architecture Thesaurus has, each with its feature class at GeoNames."""

CLASSES = {"residence": "S", "site": "S", "anchor": "A", "holder": "A"}
"""The feature class of any other, by what it is in the story: a spot, or an area."""

_ADDRESS = re.compile(r"https?://[a-zA-Z0-9.-]{2,256}\.[a-z]{2,63}(:[0-9]{1,5})?(/\S*)?")
"""Web addresses that the gazetteer takes; another stands in the words of its source only."""


def export(bundle: Bundle) -> bytes:
    """Return the collection of places, a feature a line."""
    gazetteer = _Gazetteer(bundle)
    head = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        **about(bundle),
        "indexing": _indexing(bundle),
        "citation": _citation(bundle),
    }
    opened = _text(head).removesuffix("}")
    listed = ",\n".join(_text(gazetteer.feature(it)) for it in bundle.story.places)
    return f'{opened}, "features": [\n{listed}\n]}}\n'.encode()


def _indexing(bundle: Bundle) -> dict[str, Any]:
    """Return what a search engine or a gazetteer is to know of the whole, in the words of schema.org."""
    said = about(bundle)
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": said["title"],
        "description": f"{said['description']} {said['citation']}",
        "version": said["version"],
        "datePublished": issued(bundle).isoformat(),
        "inLanguage": bundle.story.head.language,
        "license": said["licence_url"],
        "creator": [{"name": said["creator"]}],
    }


def _citation(bundle: Bundle) -> dict[str, Any]:
    """Return how to cite it, in the Citation Style Language."""
    head, said, day = bundle.story.head, about(bundle), issued(bundle)
    cited = {
        "type": "dataset",
        "id": head.id,
        "title": head.title,
        "author": [{"literal": said["creator"]}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": head.version,
        "language": head.language,
        "note": f"{head.citation} {head.licence}, {head.licence_url}",
    }
    return {"schema": CSL, "citationID": head.id, "citationItems": [{"id": head.id, "itemData": cited}]}


class _Gazetteer:
    """Places as the format has them."""

    def __init__(self, bundle: Bundle) -> None:
        self._story = bundle.story
        self._today = issued(bundle)
        self._happened = dates_at(bundle.story)
        self._moved = grouped_under(bundle.story.relocations, lambda it: (it.from_, it.to))
        self._names = {it.id: it.name for it in bundle.story.places}
        self._sources = {it.id: it for it in bundle.story.sources}
        self._confidence = {it["id"]: it["confidence"] for it in rows.rows(bundle, "places")}
        self._coarse = {it["id"] for it in rows.rows(bundle, "places") if it["coarsen_m"]}

    def feature(self, place: Place) -> dict[str, Any]:
        lived = life(place, self._happened.get(place.id, ()), self._today)
        type_, class_ = TYPES.get(place.kind, (None, CLASSES[place.role]))
        label = {"label": place.kind, "lang": self._story.head.language}
        cited = self._cited(place.sources)
        return {
            "@id": self._id(place.id),
            "type": "Feature",
            "properties": {
                "title": place.name,
                "ccodes": [place.country],
                "fclasses": [class_],
                "precision_m": place.precision_m,
            },
            "when": lived,
            "names": list(self._toponyms(place)),
            "types": [{**({"identifier": type_} if type_ else {}), "label": place.kind, "sourceLabels": [label]}],
            "geometry": {
                "type": "Point",
                "coordinates": [place.lon, place.lat],
                "when": lived,
                "citations": cited,
                **self._certainty(place),
            },
            "relations": [*self._stands_for(place), *self._relations(place)],
            "descriptions": [
                {"value": it, "lang": self._story.head.language, "citations": cited}
                for it in (place.note, place.position_note, place.area_note)
                if it
            ],
            "links": [],
        }

    def _id(self, place: str) -> str:
        return f"{self._story.head.id}:{place}"

    def _toponyms(self, place: Place) -> Iterator[dict[str, Any]]:
        """All names; which source has which of them the dataset does not say, so that the first stands for all."""
        yield {"toponym": place.name, "lang": self._story.head.language, "citations": self._cited(place.sources)}
        yield from ({"toponym": name, "lang": language} for language, name in place.names)
        yield from ({"toponym": name} for name in place.other_names)

    def _certainty(self, place: Place) -> dict[str, str]:
        sure = CERTAINTY.get(self._confidence[place.id])
        if place.id in self._coarse and sure != "uncertain":
            sure = "less-certain"
        return {"certainty": sure} if sure else {}

    def _stands_for(self, place: Place) -> Iterator[dict[str, Any]]:
        if place.drawn_at:
            yield {
                "relationType": RELATED,
                "relationTo": self._id(place.drawn_at),
                "label": self._names[place.drawn_at],
            }

    def _relations(self, place: Place) -> Iterator[dict[str, Any]]:
        """Relocations from or to a place; nobody has gone where places were only offered."""
        for it in self._moved.get(place.id, ()):
            other = _other_end(it, place)
            if other and it.kind != "offer" and it.status != "set aside":
                yield {
                    "relationType": RELATED,
                    "relationTo": self._id(other),
                    "label": f"{it.title} ({it.date.edtf}): {self._names[it.from_]} → {self._names[it.to or '']}",
                    "when": when(it.date, it.date),
                    "citations": self._cited(it.sources),
                }

    def _cited(self, ids: Sequence[str]) -> list[dict[str, str]]:
        return [_source(self._sources[it]) for it in ids]


def _other_end(relocation: Relocation, place: Place) -> str | None:
    ends = (relocation.from_, relocation.to)
    if place.id not in ends or None in ends:
        return None
    return relocation.to if place.id == relocation.from_ else relocation.from_


def _source(source: Source) -> dict[str, str]:
    year = re.search(r"\d{4}", source.date)
    return {
        "label": f"{source.publisher}: {source.title}",
        **({"year": year.group()} if year else {}),
        **({"@id": source.url} if _ADDRESS.fullmatch(source.url) else {}),
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)

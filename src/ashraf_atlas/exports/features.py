"""Places, attacks and relocations as features: where each is on the globe, and what is known of it as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ashraf_atlas.exports import lines, rows
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.exports.feature_values import Known
from ashraf_atlas.exports.lines import Line
from ashraf_atlas.exports.plain import Values
from ashraf_atlas.places import Place

_SURE = ("places", "attacks", "relocations")


@dataclass(frozen=True)
class Feature:
    """One thing on the globe."""

    what: str
    """place, attack or relocation."""
    id: str
    shape: tuple[Line, ...]
    """A point as a line of one; several lines where a way is cut; nothing where the atlas draws nothing."""
    values: Values


def features(bundle: Bundle) -> Iterator[Feature]:
    """Yield the places, the attacks and the relocations of a story."""
    story = bundle.story
    known = Known(story)
    confidence = {name: {it["id"]: it["confidence"] for it in rows.rows(bundle, name)} for name in _SURE}
    for place in story.places:
        yield _feature("place", place.id, ((_point(place),),), place.name, known.place(place), confidence["places"])
    for attack in story.attacks:
        where = ((_point(known.places[attack.place]),),)
        yield _feature("attack", attack.id, where, attack.title, known.attack(attack), confidence["attacks"])
    for it in story.relocations:
        way = lines.relocation_lines(it, known.places)
        yield _feature("relocation", it.id, way, it.title, known.relocation(it), confidence["relocations"])


def _feature(
    what: str, id_: str, shape: tuple[Line, ...], title: str, values: Values, confidence: Mapping[str, str]
) -> Feature:
    return Feature(
        what, id_, shape, {"feature": what, "id": id_, "title": title, **values, "confidence": confidence[id_] or None}
    )


def _point(place: Place) -> tuple[float, float]:
    return place.lon, place.lat

"""What each folder of the KML holds of a story, in the story's language."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from ashraf_atlas.claims import Estimate
from ashraf_atlas.dates import period
from ashraf_atlas.exports import lines
from ashraf_atlas.exports.kml_parts import described, extended, shape, text, time_span
from ashraf_atlas.exports.rows import cell
from ashraf_atlas.places import Place, Presence
from ashraf_atlas.story import Attack, Relocation, Story
from ashraf_atlas.vocabularies import STORY

SMALLEST, LARGEST = 0.5, 3.0
"""Scales of the mark for nobody and for the most people at one place; its area grows with the number."""


def _placemark(folder: Element, id_: str, name: str, said: Sequence[str]) -> Element:
    placemark = SubElement(folder, "Placemark", id=id_)
    text(placemark, "name", name)
    described(placemark, said)
    return placemark


class Folders:
    """Writes what belongs into each folder."""

    def __init__(self, story: Story) -> None:
        """Take a story."""
        self._story = story
        self._words = story.text[story.head.language]
        self._places = {it.id: it for it in story.places}
        self._kinds = {it.id: it.name for it in story.kinds}
        self._sources = {it.id: it for it in story.sources}
        self._most = max((it.high or 0 for place in story.places for it in place.presence), default=0)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the interface with the values in their places."""
        said = self._words[key]
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", str(value))
        return said

    def places(self, folder: Element) -> None:
        """Add the places, each with its life."""
        for it in self._story.places:
            said = [
                it.kind,
                self.say("kml.opened", date=it.opened.edtf) if it.opened else "",
                self.say("kml.closed", date=it.closed.edtf) if it.closed else "",
                it.note,
                self.say("kml.position", metres=cell(it.precision_m), note=it.position_note),
                *self._cited(it.sources),
            ]
            placemark = _placemark(folder, f"place.{it.id}", it.name, said)
            time_span(placemark, it.opened, it.closed)
            text(placemark, "styleUrl", "#place")
            extended(
                placemark, {"id": it.id, "role": it.role, "country": it.country, "precision_m": cell(it.precision_m)}
            )
            shape(placemark, _point(it))

    def presence(self, folder: Element) -> None:
        """Add the people at each place at the end of each year."""
        for place in self._story.places:
            for it in place.presence:
                if it.state not in ("known", "unknown"):
                    continue
                carried = self.say("kml.carried", date=it.date.edtf) if it.carried and it.date else ""
                figure = _figure(it) or self.say("count.not_known")
                name = self.say("kml.people", place=place.name, people=figure)
                placemark = _placemark(folder, f"presence.{place.id}.{it.year}", name, [carried])
                whole = period(f"{it.year:04d}-01-01/{it.year:04d}-12-31")
                time_span(placemark, whole, whole)
                state = "-unknown" if it.state == "unknown" else "-carried" if it.carried else ""
                text(placemark, "styleUrl", f"#presence{state}")
                if it.state == "known":
                    text(SubElement(SubElement(placemark, "Style"), "IconStyle"), "scale", self._scale(it.high or 0))
                figures = {"people": it.best, "low": it.low, "high": it.high}
                extended(placemark, {"place": place.id, "year": it.year, **figures})
                shape(placemark, _point(place))

    def relocations(self, folder: Element) -> None:
        """Add the relocations that the atlas draws."""
        for it in self._story.relocations:
            drawn = lines.relocation_lines(it, self._places)
            if not drawn:
                continue
            said = [*self._moved(it), *self._cited(it.sources)]
            placemark = _placemark(folder, f"relocation.{it.id}", it.title, said)
            time_span(placemark, it.date, it.date)
            known = it.people is not None or it.low is not None
            text(placemark, "styleUrl", "#relocation" if known else "#relocation-unknown")
            extended(
                placemark,
                {
                    "id": it.id, "kind": it.kind, "from": it.from_, "to": it.to, "date": it.date.edtf,
                    "people": it.people, "low": it.low, "high": it.high, "part_of": it.part_of,
                },
            )  # fmt: skip
            shape(placemark, drawn)

    def attacks(self, folder: Element) -> None:
        """Add the attacks, and the operations that are not counted as such."""
        for it in self._story.attacks:
            said = [
                self.say("kml.dated", kind=self._kinds[it.kind], date=it.date.edtf, place=self._places[it.place].name),
                f"{self.say('note.title')} {it.content_note}" if it.content_note else "",
                it.summary,
                *(self._estimated(each) for each in it.estimates if each.group == STORY),
                *self._cited(it.sources),
            ]
            placemark = _placemark(folder, f"attack.{it.id}", it.title, said)
            time_span(placemark, it.date, it.date)
            text(placemark, "styleUrl", "#attack" if it.counted else "#operation")
            extended(placemark, {"id": it.id, "kind": it.kind, "date": it.date.edtf, **_figures(it)})
            shape(placemark, _point(self._places[it.place]))

    def _moved(self, it: Relocation) -> Iterator[str]:
        yield f"{self._places[it.from_].name} → {self._places[it.to].name if it.to else ''}, {it.date.edtf}"
        yield self.say("kml.moved", people=_figure(it) or self.say("count.not_known"))
        yield it.description
        yield it.disputed

    def _estimated(self, it: Estimate) -> str:
        none = "panel.disputed" if it.basis == "disputed" else "panel.plot_no_best"
        best = self.say(none) if it.best is None else _qualified(it.best, it.qualifier)
        return self.say(f"kml.{it.metric}", best=best, low=it.low, high=it.high)

    def _cited(self, ids: Sequence[str]) -> Iterator[str]:
        yield self.say("kml.sources")
        for it in (self._sources[id_] for id_ in ids):
            yield ", ".join(filter(None, (f"{it.publisher}: {it.title}", it.date, it.url)))

    def _scale(self, people: int) -> str:
        grown = math.sqrt(people / self._most) if self._most else 0
        return f"{SMALLEST + (LARGEST - SMALLEST) * grown:.2f}"


def _figure(it: Presence | Relocation) -> str:
    """A number of people with its qualifier, or a range; nothing if not known."""
    best = it.best if isinstance(it, Presence) else it.people
    if best is not None:
        return _qualified(best, it.qualifier)
    return f"{it.low}–{it.high}" if it.low is not None and it.high is not None else ""


def _qualified(figure: int, qualifier: str) -> str:
    return f"{figure} ({qualifier})" if qualifier not in ("", "exact") else str(figure)


def _figures(attack: Attack) -> dict[str, object]:
    return {
        f"{it.metric}_{name}": getattr(it, name)
        for it in attack.estimates
        if it.group == STORY
        for name in ("best", "low", "high", "basis")
    }


def _point(place: Place) -> tuple[lines.Line, ...]:
    return (((place.lon, place.lat),),)

"""From events to the rows of a dataset, by table."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ashraf_atlas.ucdp import wording
from ashraf_atlas.ucdp.citing import DOWNLOADS, Release
from ashraf_atlas.ucdp.event import Event, whole
from ashraf_atlas.ucdp.names import CIVILIANS, UNCLEAR, VIOLENCE, WHERE
from ashraf_atlas.ucdp.reports import Report, reports_of
from ashraf_atlas.vocabularies import STORY

Row = Mapping[str, Any]
"""Cells by column; what is left out is empty."""

UCDP, DATASET = "ucdp", "s_ucdp"
"""The speaker, and the source, that every event has."""

PROGRAM = "Uppsala Conflict Data Program"

ALL = STORY
GROUPS = {
    ALL: "all sides together",
    "civilians": "civilians",
    "side_a": "side A, as UCDP orders them",
    "side_b": "side B, as UCDP orders them",
    "unknown": "people of whom it is not known who they were",
}
UNREAD = "Named by UCDP as what it knows the event from; not read for this dataset."


def kinds() -> Iterator[Row]:
    """Yield the words that the other tables use."""
    for id_, name in GROUPS.items():
        yield {"id": id_, "of": "people_group", "name": name}
    for it in VIOLENCE.values():
        yield {"id": it.id, "of": "attack", "name": it.name, "form": it.form, "counts": "yes"}
    yield {"id": "academic", "of": "source_type", "name": "academic", "counts": "outside"}
    yield {"id": "report", "of": "source_type", "name": "report that UCDP names", "counts": "outside"}


def places(events: Sequence[Event], countries: Mapping[str, str]) -> Iterator[tuple[Row, float, float]]:
    """Yield each place with its longitude and latitude; `countries` are their codes by the id of the place."""
    names: dict[str, Counter[str]] = {}
    areas: dict[str, Counter[str]] = {}
    first: dict[str, Event] = {}
    for it in events:
        id_ = place_id(it)
        first.setdefault(id_, it)
        names.setdefault(id_, Counter())[wording.place_name(it)] += 1
        areas.setdefault(id_, Counter())[", ".join(filter(None, (it.cells["adm_2"], it.cells["adm_1"])))] += 1
    for id_, it in first.items():
        code = it.cells["where_prec"]
        known = WHERE[code]
        row = {
            "id": id_,
            "kind": known.kind,
            "role": "site",
            "name": _most(names[id_]),
            "country": countries[id_],
            "admin_area": _most(areas[id_]),
            "precision_m": known.metres,
            "position_note": f"UCDP’s location precision {code}: {known.means}. Drawn as {known.metres // 1000} km.",
            "confidence": known.confidence,
            "sources": DATASET,
        }
        yield row, it.lon, it.lat


def attacks(events: Iterable[Event]) -> Iterator[Row]:
    """Yield each event."""
    for it in events:
        yield {
            "id": attack_id(it),
            "place": place_id(it),
            "date": it.edtf,
            "kind": VIOLENCE[it.cells["type_of_violence"]].id,
            "title": wording.title(it),
            "summary": wording.summary(it),
            "stakeholders": ";".join(dict.fromkeys(id_ for id_, _, _ in _sides(it))),
            "confidence": "medium" if it.cells["event_clarity"] == UNCLEAR else "high",
            "sources": ";".join([DATASET, *dict.fromkeys(report.id for report in reports_of(it.cells))]),
        }


def speakers(events: Iterable[Event]) -> Iterator[Row]:
    """Yield UCDP, and every side of an event: they may speak in rows that are added later."""
    ground = "A university programme that records violence and is no party to it."
    yield {"id": UCDP, "name": PROGRAM, "kind": "academic", "ground": ground, "sources": DATASET}
    sides = {id_: (name, kind) for it in events for id_, name, kind in _sides(it)}
    for id_, (name, kind) in sorted(sides.items()):
        yield {"id": id_, "name": name, "kind": kind, "sources": DATASET}


def sources(events: Iterable[Event], release: Release) -> Iterator[Row]:
    """Yield the dataset, the articles to cite, and each report that UCDP names, once."""
    note = "Figures are UCDP’s own estimates from the reports it names."
    if release.is_candidate:
        note += " A candidate release, which UCDP checks again."
    yield {
        "id": DATASET,
        "publisher": PROGRAM,
        "title": release.name,
        "type": "academic",
        "date": release.year,
        "url": DOWNLOADS,
        "reliability": note,
    }
    for number, article in enumerate(release.articles, start=1):
        yield {
            "id": f"{DATASET}_article_{number}",
            "publisher": article.authors,
            "title": f"{article.title}. {article.where}",
            "type": "academic",
            "date": article.year if article.year.isdigit() else "",
            "url": article.doi,
            "reliability": "UCDP asks that it is cited with the dataset.",
        }
    reports: dict[str, Report] = {report.id: report for it in events for report in reports_of(it.cells)}
    for it in reports.values():
        row = {"id": it.id, "publisher": it.publisher, "title": it.title, "type": "report", "date": it.date}
        yield {**row, "reliability": UNREAD}


def attack_id(event: Event) -> str:
    """Return the id of an event, which is that of UCDP."""
    return f"ged_{event.id}" if event.id >= 0 else f"ged_minus_{-event.id}"


def place_id(event: Event) -> str:
    """Return the id of the place of an event, made of where it is: the same in every import."""
    lat = f"{'n' if event.lat >= 0 else 's'}{_digits(event.lat)}"
    lon = f"{'e' if event.lon >= 0 else 'w'}{_digits(event.lon)}"
    return f"at_{lat}_{lon}_p{event.cells['where_prec']}"


def _digits(degrees: float) -> str:
    return f"{abs(degrees):.6f}".rstrip("0").rstrip(".").replace(".", "d")


def _sides(event: Event) -> Iterator[tuple[str, str, str]]:
    """Id, name and kind of each side that could speak."""
    for side in ("a", "b"):
        name, number = event.cells[f"side_{side}"], whole(event.cells[f"side_{side}_new_id"])
        if name.casefold() == CIVILIANS:
            continue
        state = bool(event.cells[f"gwno{side}"]) or name.casefold().startswith("government of ")
        slug = f"{number}" if number is not None and number > 0 else _slug(name)
        yield f"side_{slug}", name, "government" if state else "party"


def _slug(name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    return plain if plain and name.isascii() and len(plain) < 60 else hashlib.sha256(name.encode()).hexdigest()[:12]


def _most(count: Counter[str]) -> str:
    return min(count, key=lambda it: (-count[it], it))

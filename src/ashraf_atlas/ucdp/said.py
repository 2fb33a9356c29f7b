"""What UCDP says of an event, as rows: its figures, and to whom it attributes one-sided violence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ashraf_atlas.ucdp import wording
from ashraf_atlas.ucdp.citing import Release
from ashraf_atlas.ucdp.event import Event
from ashraf_atlas.ucdp.names import CIVILIANS
from ashraf_atlas.ucdp.tables import ALL, DATASET, UCDP, Row, attack_id


def claims(events: Iterable[Event], release: Release) -> Iterator[Row]:
    """Yield UCDP's figures: best with low and high for all sides together, and best for each group that had dead.

    A group without dead has no figure of its own: the best estimate of all is then made of the others.
    """
    common = {"metric": "killed", "speaker": UCDP, "status": "counted", "source_type": "academic", "sources": DATASET}
    for it in events:
        about = {**common, "attack": attack_id(it), "report_date": release.year}
        given = figure(it)
        if given:
            yield {**about, "id": f"{attack_id(it)}_all", "people_group": ALL, **given}
        for group, number in wording.deaths(it):
            if number:
                yield {**about, "id": f"{attack_id(it)}_{group}", "people_group": group, "value": number}


def figure(event: Event) -> Mapping[str, Any]:
    """Return value, low and high of all sides together, and a note where they do not go together; empty for none."""
    best, low, high = event.best, event.low, event.high
    if low is not None and high is not None and low <= (low if best is None else best) <= high:
        return {"value": "" if best is None else best, "low": low, "high": high}
    if best is None:
        return {}
    if low is None and high is None:
        return {"value": best}
    ends = " and ".join("an empty cell" if it is None else str(it) for it in (low, high))
    return {"value": best, "note": f"UCDP’s low and high, {ends}, are no range around it."}


def accounts(events: Iterable[Event]) -> Iterator[Row]:
    """Yield to whom UCDP attributes one-sided violence."""
    for it in events:
        side = it.cells["side_a"]
        if it.cells["side_b"].casefold() == CIVILIANS:
            yield {
                "id": f"{attack_id(it)}_by",
                "attack": attack_id(it),
                "kind": "allegation",
                "speaker": UCDP,
                "accused": side.replace(";", ","),
                "text": f"UCDP attributes the killing of civilians to {side}.",
                "sources": DATASET,
            }

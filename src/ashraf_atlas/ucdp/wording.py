"""What is said of an event in words, all of it from its own row: nothing is added to what UCDP says."""

from __future__ import annotations

from collections.abc import Iterator

from ashraf_atlas.ucdp.event import Event, whole
from ashraf_atlas.ucdp.names import CIVILIANS, CLEAR, EXACT_DAY, UNCLEAR, VIOLENCE, WHEN

DEAD = (
    ("deaths_a", "side_a"),
    ("deaths_b", "side_b"),
    ("deaths_civilians", "civilians"),
    ("deaths_unknown", "unknown"),
)
"""The columns of deaths by who died, and the group of people each is."""


def title(event: Event) -> str:
    """Return who and where, in a few words."""
    return f"{parties(event)}, {place_name(event)}"


def parties(event: Event) -> str:
    """Return both sides, as UCDP names them."""
    return f"{event.cells['side_a']} – {event.cells['side_b']}"


def place_name(event: Event) -> str:
    """Return what the place is called."""
    cells = event.cells
    return cells["where_coordinates"] or cells["adm_2"] or cells["adm_1"] or cells["country"]


def summary(event: Event) -> str:
    """Return what UCDP records of the event."""
    return " ".join(_sentences(event))


def deaths(event: Event) -> Iterator[tuple[str, int]]:
    """Yield who died and how many, where UCDP says so."""
    for column, group in DEAD:
        number = whole(event.cells[column])
        if number is not None and number >= 0:
            yield group, number


def _sentences(event: Event) -> Iterator[str]:
    cells = event.cells
    kind = VIOLENCE[cells["type_of_violence"]]
    if cells["side_b"].casefold() == CIVILIANS:
        yield f"UCDP records it as {kind.name} by {cells['side_a']}."
    else:
        conflict = f", in the conflict it calls “{cells['conflict_name']}”" if cells["conflict_name"] else ""
        yield f"UCDP records it as {kind.name} between {cells['side_a']} and {cells['side_b']}{conflict}."
    if cells["where_description"]:
        yield f"Where, as UCDP describes it: {cells['where_description'].rstrip('.')}."
    if cells["date_prec"] != EXACT_DAY:
        yield f"When: {WHEN[cells['date_prec']]} (UCDP’s date precision {cells['date_prec']})."
    names = {"side_a": cells["side_a"], "side_b": cells["side_b"], "civilians": "civilians", "unknown": "others"}
    dead = [f"{number} of {names[group]}" for group, number in deaths(event) if number]
    if dead:
        yield f"Dead in its best estimate: {', '.join(dead)}."
    if cells["event_clarity"] == UNCLEAR:
        yield "The reports do not tell it fully apart from other events (UCDP’s event clarity 2)."
    if cells["code_status"] and cells["code_status"].casefold() != CLEAR:
        yield f"UCDP has not finished with it: “{cells['code_status']}”."

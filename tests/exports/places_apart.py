"""The invented dataset moved to both sides of the 180th meridian."""

from __future__ import annotations

from tests.conftest import Copy


def across_the_meridian(choir: Copy) -> None:
    """Put the mill on Fiji and the boathouse on Samoa, so that the way between them crosses the meridian."""
    choir.set_place("old_mill", point=[178.0, -17.8], country="FJ", precision_m=50_000)
    choir.set_place("boathouse", point=[-172.4, -13.6], country="WS", precision_m=50_000)

"""Every callback of the page, as one table. All run in the browser: the server is not asked again after loading."""

from __future__ import annotations

from typing import NamedTuple

from dash import ClientsideFunction, Dash, Input, Output, State


class Wire(NamedTuple):
    """One clientside callback: the function's name in `dash_clientside.atlas`, and what goes in and out."""

    function: str
    output: tuple[str, str] | None
    inputs: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...] = ()


WIRES: tuple[Wire, ...] = (
    Wire("reduce", ("state", "data"), (("events", "data"), ("story", "data")), (("state", "data"), ("looks", "data"))),
    Wire("show", None, (("state", "data"),)),
)
"""Events become the state; the state is shown: panel, chronology, map, time control and address.

Panel and chronology are not returned to Dash as components: with them in its layout it took four seconds a step.
"""


def wire(app: Dash) -> None:
    """Register every callback of `WIRES` with the Dash app."""
    for function, output, inputs, states in WIRES:
        outputs = [Output(*output)] if output else []
        app.clientside_callback(  # type: ignore[no-untyped-call]
            ClientsideFunction("atlas", function),
            *outputs,
            *(Input(*pair) for pair in inputs),
            *(State(*pair) for pair in states),
        )

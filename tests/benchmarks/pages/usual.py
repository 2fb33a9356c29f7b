"""The usual Dash way: Plotly Express animates a map over the years, and the server says what was clicked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from tests.benchmarks.pages.shown import Shown, facts_of, shown

from ashraf_atlas.theme import tokens

NOTHING = {"ref": "", "name": "", "lon": None, "lat": None, "people": 0}
KINDS = ("place", "attack")


def usual_app(assets: Path) -> Dash:
    """Return the app; `assets` holds the base map's style."""
    facts = facts_of()
    app = Dash(__name__, assets_folder=str(assets))
    app.title = facts["story"]["title"]
    app.layout = html.Main(
        [
            html.H1(facts["story"]["title"]),
            html.P(facts["story"]["subtitle"]),
            dcc.Graph(id="map", figure=_figure(facts), style={"height": "75vh"}),
            html.Div(id="detail"),
        ]
    )

    @app.callback(Output("detail", "children"), Input("map", "clickData"), prevent_initial_call=True)
    def detail(clicked: dict[str, Any]) -> list[Any]:
        kind, _, name = clicked["points"][0]["customdata"][0].partition(":")
        thing = facts[f"{kind}s"][name]
        return [html.H2(thing.get("title") or thing["name"]), html.P(thing.get("summary") or thing["note"])]

    return app


def _figure(facts: dict[str, Any]) -> go.Figure:
    lat, lon, zoom = facts["story"]["defaultView"]
    colours = tokens("light")
    figure = px.scatter_map(
        pd.DataFrame(_complete(shown(facts))),
        lat="lat",
        lon="lon",
        size="people",
        color="kind",
        color_discrete_map={"place": colours["presence"], "attack": colours["attack"]},
        hover_name="name",
        custom_data=["ref"],
        animation_frame="year",
        animation_group="ref",
        center={"lat": lat, "lon": lon},
        zoom=zoom,
        map_style="/assets/style.json",  # an address costs Plotly less than the style itself would
    )
    return figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})


def _complete(rows: Iterator[Shown]) -> list[dict[str, Any]]:
    """Return rows with each kind in each year: Plotly Express makes a trace of what the first frame has only."""
    made = [asdict(row) for row in rows]
    there = {(row["year"], row["kind"]) for row in made}
    missing = [
        {"year": year, "kind": kind, **NOTHING}
        for year in sorted({year for year, _ in there})
        for kind in KINDS
        if (year, kind) not in there
    ]
    return sorted([*made, *missing], key=lambda row: (row["year"], KINDS.index(row["kind"])))

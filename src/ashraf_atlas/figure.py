"""The two Plotly figures, the base map and the chart on the time axis, and what the browser needs to recolour them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from ashraf_atlas import chart_rows
from ashraf_atlas.basemap import style
from ashraf_atlas.chart_rows import Bar
from ashraf_atlas.theme import THEMES, tokens, with_alpha

Facts = Mapping[str, Any]

ROOM = 1.06
"""How much higher the chart is than what is highest in it, for the marks to have room."""

QUIET_GRAPH: Any = {
    "displayModeBar": False,  # no mode bar: the atlas has its own controls
    "showSendToCloud": False,  # Plotly's "Share chart" uploads to another origin
    "scrollZoom": True,
    "doubleClick": False,
    "responsive": False,  # the browser modules resize the map themselves, and hold the camera when Dash does so too
    "showTips": False,
}
"""Configuration of the map."""

QUIET_CHART: Any = {**QUIET_GRAPH, "scrollZoom": False}
"""Configuration of the chart."""


def map_figure(facts: Facts) -> go.Figure:
    """Return the base map, without the story: the browser draws that over it.

    Plotly makes a map subplot only for a trace, so there is an empty one.
    """
    lat, lon, zoom = facts["story"]["defaultView"]
    return go.Figure(
        go.Scattermap(lon=[None], lat=[None], mode="markers", hoverinfo="skip"),
        layout={
            "map": {
                "style": style.map_style(tokens("light")),
                "center": {"lat": lat, "lon": lon},
                "zoom": zoom,
            },
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "showlegend": False,
            "dragmode": "pan",
            "uirevision": "kept",
        },
    )


def chart_figure(facts: Facts, theme: str) -> go.Figure:
    """Return presence by place (stacked) and killed by attack (bars with low–high whiskers) over the years.

    A year's presence is drawn over that whole year; what is carried forward from an earlier count is hatched, and where
    no count is known there is a gap. Bars stand at the attack's date; an attack without a best figure has its
    whisker alone. The plot's area fills the figure exactly, so that it shares its axis with the slider.
    """
    colours = THEMES[theme]
    story = facts["story"]
    presence, killed = chart_rows.presence(facts), chart_rows.killed(facts)
    layers = [people for _, *both in presence for people in both]
    most = max(map(sum, zip(*layers, strict=True)), default=0)
    deadliest = max((it.high for it in killed), default=0)
    layout = _chart_layout(story["firstYear"], story["lastYear"], most, deadliest, colours)
    traces, names = [], []
    for index, (name, counted, carried) in enumerate(presence):
        place = _literal(name)
        fill = with_alpha(colours["presence"], (0.5, 0.32)[index % 2])
        traces.append(go.Scatter(**_area(story["firstYear"], place, counted), fillcolor=fill))
        hatched = {"shape": "/", "fgcolor": fill, "bgcolor": "rgba(0,0,0,0)", "size": 5, "solidity": 0.35}
        traces.append(go.Scatter(**_area(story["firstYear"], place, carried), fillpattern=hatched))
        names.append(_name_of_area(story["firstYear"], place, counted, carried, colours))
    traces += [go.Scatter(**trace) for trace in _bars(killed, colours["attack"])]
    return go.Figure(traces, {**layout, "annotations": names})


def looks(facts: Facts) -> dict[str, Any]:
    """Return what the browser needs to draw: colours by layer, charts by theme, what graphs are made with, detail."""
    layers = {
        theme: [*style.map_style(tokens(theme))["layers"], *style.detail_layers(tokens(theme))]
        for theme in THEMES
    }
    return {
        "paint": {theme: list(style.colours(drawn)) for theme, drawn in layers.items()},
        "chart": charts(facts),
        "graphs": {
            "map": {"figure": map_figure(facts).to_plotly_json(), "config": QUIET_GRAPH},
            "chart": {"config": QUIET_CHART},
        },
        "details": {
            "from": style.DETAIL_ZOOM,
            "sources": style.detail_sources(),
            "layers": {theme: style.detail_layers(tokens(theme)) for theme in THEMES},
        },
        "attribution": style.ATTRIBUTION,
    }


def charts(facts: Facts) -> dict[str, Any]:
    """Return the chart of a story by theme, as Plotly takes it."""
    return {theme: chart_figure(facts, theme).to_plotly_json() for theme in THEMES}


def _area(first: int, place: str, people: list[int]) -> dict[str, Any]:
    return {
        "x": list(range(first, first + len(people) + 1)),
        "y": [*people, people[-1]],
        "name": place,
        "stackgroup": "people",
        "mode": "lines",
        "line": {"shape": "hv", "width": 0},
        "hovertemplate": "%{fullData.name}: %{y:,}<extra></extra>",
    }


def _name_of_area(
    first: int, place: str, counted: list[int], carried: list[int], colours: Mapping[str, str]
) -> dict[str, Any]:
    """Write a place's name into the middle of the years in which it had people."""
    people = [max(pair) for pair in zip(counted, carried, strict=True)]
    years = [first + index for index, count in enumerate(people) if count]
    return {
        "x": (years[0] + years[-1] + 1) / 2,
        "y": max(people) / 2,
        "text": place,
        "showarrow": False,
        "borderpad": 1,
        "bgcolor": with_alpha(colours["paper"], 0.72),
        "font": {"size": 11, "color": colours["ink"]},
    }


def _bars(killed: Sequence[Bar], colour: str) -> Iterator[dict[str, Any]]:
    """Yield killed: bars up to best, then whiskers from low to high with a mark at best (hollow for nobody).

    Both are `scatter` traces, which Plotly's small map bundle draws too.
    """
    yield {
        "x": [x for it in killed for x in (it.when, it.when, None)],
        "y": [y for it in killed for y in (0, it.best or 0, None)],
        "yaxis": "y2",
        "mode": "lines",
        "line": {"color": colour, "width": 4},
        "opacity": 0.75,
        "hoverinfo": "skip",
    }
    yield {
        "x": [it.when for it in killed],
        "y": [it.middle for it in killed],
        "yaxis": "y2",
        "mode": "markers",
        "marker": {
            "color": [colour if it.best else "rgba(0,0,0,0)" for it in killed],
            "size": 6,
            "line": {"color": colour, "width": 1.4},
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [it.high - it.middle for it in killed],
            "arrayminus": [it.middle - it.low for it in killed],
            "color": colour,
            "thickness": 1.2,
            "width": 3,
        },
        "customdata": [it.ref for it in killed],
        "text": [_literal(it.title) for it in killed],
        "hovertemplate": "%{text}: %{y}<extra></extra>",
    }


def _chart_layout(first: int, last: int, most: int, deadliest: int, colours: Mapping[str, str]) -> dict[str, Any]:
    """Axes have ranges of their own, not Plotly's, so that whatever draws the chart draws the same.

    `most`: people in any year, `deadliest`: the highest figure of killed for any attack.
    """
    axis = {"visible": False, "fixedrange": True}
    return {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "font": {"family": "Inter, sans-serif", "size": 11, "color": colours["ink"]},
        "hoverlabel": {"bgcolor": colours["card"], "bordercolor": colours["line"], "font": {"color": colours["ink"]}},
        "xaxis": {"visible": False, "fixedrange": True, "range": [first, last + 1]},
        "yaxis": {**axis, "range": [0, ROOM * max(most, 1)]},
        "yaxis2": {**axis, "range": [0, ROOM * max(deadliest, 1)], "overlaying": "y"},
    }


def _literal(text: str) -> str:
    """Return a text that Plotly writes as it is: it takes tags and entities for what they are in HTML."""
    return escape(text, quote=False)

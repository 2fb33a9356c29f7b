"""The two Plotly figures, the base map and the chart on the time axis, and what the browser needs to recolour them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import plotly.graph_objects as go

from ashraf_atlas.basemap import style
from ashraf_atlas.theme import THEMES, tokens, with_alpha

Facts = Mapping[str, Any]


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
    figure = go.Figure(layout=_chart_layout(story["firstYear"], story["lastYear"], colours))
    for index, (place, counted, carried) in enumerate(_presence(facts)):
        fill = with_alpha(colours["presence"], (0.5, 0.32)[index % 2])
        figure.add_scatter(**_area(story["firstYear"], place, counted), fillcolor=fill)
        hatched = {"shape": "/", "fgcolor": fill, "bgcolor": "rgba(0,0,0,0)", "size": 5, "solidity": 0.35}
        figure.add_scatter(**_area(story["firstYear"], place, carried), fillpattern=hatched)
        figure.add_annotation(_name_of_area(story["firstYear"], place, counted, carried, colours))
    for trace in _bars(facts, colours["attack"]):
        figure.add_scatter(**trace)
    return figure


def looks(facts: Facts) -> dict[str, Any]:
    """Return what the browser needs to change theme and detail: colours by layer, charts, finer layers."""
    layers = {
        theme: [*style.map_style(tokens(theme))["layers"], *style.detail_layers(tokens(theme))]
        for theme in THEMES
    }
    return {
        "paint": {theme: list(style.colours(drawn)) for theme, drawn in layers.items()},
        "chart": charts(facts),
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


def _presence(facts: Facts) -> Iterator[tuple[str, list[int], list[int]]]:
    """Yield each place that ever had a count: its name, people counted in each year, people carried into each year."""
    for place in facts["places"].values():
        years = list((place.get("presence") or {}).values())
        people = [_middle(year) if year["state"] == "known" else 0 for year in years]
        if any(people):
            carried = [bool(year.get("carried")) for year in years]
            yield (
                _literal(place["name"]),
                [count if not late else 0 for count, late in zip(people, carried, strict=True)],
                [count if late else 0 for count, late in zip(people, carried, strict=True)],
            )


def _middle(year: Mapping[str, Any]) -> int:
    return int(year["best"] if year["best"] is not None else (year["low"] + year["high"]) / 2)


def _bars(facts: Facts, colour: str) -> Iterator[dict[str, Any]]:
    """Yield killed by attack: bars up to best, then whiskers from low to high with a mark at best (hollow for nobody).

    Both are `scatter` traces, which Plotly's small map bundle draws too.
    """
    attacks = [it for it in facts["attacks"].values() if it["counted"] and "story" in it["estimates"].get("killed", {})]
    attacks.sort(key=_when)
    estimates = [it["estimates"]["killed"]["story"] for it in attacks]
    middles = [it["best"] if it["best"] is not None else (it["low"] + it["high"]) / 2 for it in estimates]
    when = [_when(it) for it in attacks]
    yield {
        "x": [x for day in when for x in (day, day, None)],
        "y": [y for it in estimates for y in (0, it["best"] or 0, None)],
        "yaxis": "y2",
        "mode": "lines",
        "line": {"color": colour, "width": 4},
        "opacity": 0.75,
        "hoverinfo": "skip",
    }
    yield {
        "x": when,
        "y": middles,
        "yaxis": "y2",
        "mode": "markers",
        "marker": {
            "color": [colour if it["best"] else "rgba(0,0,0,0)" for it in estimates],
            "size": 6,
            "line": {"color": colour, "width": 1.4},
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [it["high"] - middle for it, middle in zip(estimates, middles, strict=True)],
            "arrayminus": [middle - it["low"] for it, middle in zip(estimates, middles, strict=True)],
            "color": colour,
            "thickness": 1.2,
            "width": 3,
        },
        "customdata": [f"attack:{it['id']}" for it in attacks],
        "text": [_literal(it["title"]) for it in attacks],
        "hovertemplate": "%{text}: %{y}<extra></extra>",
    }


def _when(attack: Facts) -> float:
    """The start of its date, or the end if only that is known; the rules leave no attack without either."""
    date = attack["date"]
    return float(date["to"] if date["from"] is None else date["from"])


def _chart_layout(first: int, last: int, colours: Mapping[str, str]) -> dict[str, Any]:
    axis = {"visible": False, "fixedrange": True, "rangemode": "tozero"}
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
        "yaxis": axis,
        "yaxis2": {**axis, "overlaying": "y"},
    }


def _literal(text: str) -> str:
    """Return a text that Plotly writes as it is: it takes tags and entities for what they are in HTML."""
    return escape(text, quote=False)

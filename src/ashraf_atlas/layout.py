"""The components of the page: what stands where, with the ids that the public contract names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
from dash import dcc, html

HIDDEN: Mapping[str, Any] = {"aria-hidden": "true"}
CLOSED: Mapping[str, Any] = {"aria-expanded": "false"}
POLITE: Mapping[str, Any] = {"aria-live": "polite"}

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


def page(
    *, payload: Mapping[str, Any], looks: Mapping[str, Any], text: Mapping[str, str], map_figure: go.Figure
) -> html.Div:
    """Return the whole page.

    `payload` is the story for the browser, `looks` what the browser needs to draw it (map style detail, chart figures),
    `text` the interface words of the story's own language, `map_figure` the base map.
    """
    story = payload["story"]
    return html.Div(
        [
            html.A(text["page.skip"], href="#detail", className="skip"),
            _title(story, text),
            html.Main([_map(map_figure, text), _panel(text), html.Div(id="speaker")], className="middle"),
            _time(text),
            dcc.Store(id="story", data=dict(payload)),
            dcc.Store(id="looks", data=dict(looks)),
            dcc.Store(id="events"),
            dcc.Store(id="state"),
        ],
        id="atlas",
    )


def _title(story: Mapping[str, Any], text: Mapping[str, str]) -> html.Header:
    return html.Header(
        [
            html.H1(story["title"]),
            html.P(story["subtitle"], className="subtitle"),
            html.Nav(id="pages"),
            html.Div(
                [
                    html.Button(
                        [
                            html.Span(className="magnifier", **HIDDEN),
                            html.Span(text["button.search"], className="word"),
                        ],
                        id="search",
                        type="button",
                        title=text["button.search_title"],
                        **_named(text["button.search"]),
                    ),
                    html.Button(text["button.keys"], id="help", type="button", title=text["button.keys_title"]),
                    html.Button(
                        [html.Span("◐", className="icon", **HIDDEN), html.Span(className="word")],
                        id="theme",
                        type="button",
                        title=text["button.theme_title"],
                    ),
                    _tool(text, "present"),
                    _tool(text, "share"),
                    _tool(text, "cite"),
                ],
                className="tools",
            ),
        ],
        className="title",
        id="title",
    )


def _map(figure: go.Figure, text: Mapping[str, str]) -> html.Section:
    return html.Section(
        [
            dcc.Graph(id="map", figure=figure, config=QUIET_GRAPH),
            html.Div(id="drawing", **HIDDEN),
            html.Div(id="tip", className="tip", hidden=True, role="tooltip"),
            html.Div(
                [
                    html.Button(
                        "+", id="zoom-in", type="button", title=text["map.zoom_in"], **_named(text["map.zoom_in"])
                    ),
                    html.Button(
                        "−", id="zoom-out", type="button", title=text["map.zoom_out"], **_named(text["map.zoom_out"])
                    ),
                    html.Button(
                        [html.Span("◎", className="icon", **HIDDEN), html.Span(text["map.follow"], className="word")],
                        id="follow",
                        type="button",
                        title=text["map.follow_title"],
                        **_named(text["map.follow"]),
                    ),
                ],
                className="map-buttons",
            ),
            html.Div(id="legend", className="legend"),
            html.P(id="attribution", className="attribution"),
            html.Div(id="caption"),
        ],
        id="map-area",
        **_named(text["map.name"]),
    )


def _panel(text: Mapping[str, str]) -> html.Aside:
    return html.Aside(
        [
            html.Button(html.Span(), id="sheet", type="button", **_named(text["panel.sheet"]), **CLOSED),
            html.Div(id="detail", tabIndex=-1),
            html.Details(
                [html.Summary(text["chronology.title"]), html.Div(id="chronology")],
                className="chronology-all",
            ),
            html.Footer(id="colophon", className="colophon"),
        ],
        id="panel",
        **_named(text["panel.name"]),
    )


def _time(text: Mapping[str, str]) -> html.Section:
    return html.Section(
        [
            html.Div(
                [
                    html.Div(id="year-figure"),
                    html.Div(
                        [
                            html.Button(
                                "‹",
                                id="previous",
                                type="button",
                                title=text["time.previous_title"],
                                **_named(text["time.previous"]),
                            ),
                            html.Button(
                                id="play", type="button", title=text["time.play_title"], **_named(text["time.play"])
                            ),
                            html.Button(
                                "›",
                                id="next",
                                type="button",
                                title=text["time.next_title"],
                                **_named(text["time.next"]),
                            ),
                        ],
                        className="steps",
                    ),
                    html.Div(
                        [
                            html.Button(
                                "◂",
                                id="previous-event",
                                type="button",
                                **_named(text["time.previous_event"]),
                                title=text["time.previous_event_title"],
                            ),
                            html.Span(text["time.event"], className="event-word"),
                            html.Button(
                                "▸",
                                id="next-event",
                                type="button",
                                **_named(text["time.next_event"]),
                                title=text["time.next_event_title"],
                            ),
                        ],
                        className="event-steps",
                    ),
                ],
                className="clock",
            ),
            html.Div(
                [
                    html.Div(
                        [
                            dcc.Graph(id="chart", config=QUIET_CHART),
                            html.Div(id="chart-marks"),
                            html.Span(text["chart.people"], className="caption people"),
                            html.Span(text["chart.killed"], className="caption killed"),
                        ],
                        className="chart-frame",
                        role="group",
                        **_named(text["chart.name"]),
                    ),
                    html.Div(id="slider"),
                ],
                className="axis",
            ),
            html.P(id="spoken", className="spoken", role="status", **POLITE),
        ],
        id="time",
        **_named(text["time.name"]),
    )


def _tool(text: Mapping[str, str], name: str) -> html.Button:
    """A button that is a word where there is room for it, else a sign."""
    return html.Button(
        [
            html.Span(className=f"sign-{name}", **HIDDEN),
            html.Span(text[f"button.{name}"], className="word"),
        ],
        id=name,
        type="button",
        title=text[f"button.{name}_title"],
        **_named(text[f"button.{name}"]),
    )


def _named(label: str) -> dict[str, Any]:
    return {"aria-label": label}

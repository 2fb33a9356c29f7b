"""The components of the page: what stands where, with the ids that the public contract names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import dcc, html

HIDDEN: Mapping[str, Any] = {"aria-hidden": "true"}
CLOSED: Mapping[str, Any] = {"aria-expanded": "false"}
POLITE: Mapping[str, Any] = {"aria-live": "polite"}

PROPERTIES: Mapping[str, str] = {"inside": "children", "label": "aria-label", "title": "title"}
"""Where words of the interface can stand; `data-words` names them, for the browser to say them in another language."""

Say = Callable[..., dict[str, Any]]
"""Gives the properties of a component for the keys of its words: `say(inside="button.keys", title="…")`."""


def page(*, payload: Mapping[str, Any], looks: Mapping[str, Any], text: Mapping[str, str]) -> html.Div:
    """Return the whole page, but for Plotly's graphs: the browser puts those in when the page can be used without them.

    `payload` is the story for the browser, `looks` what the browser needs to draw it (see `figure.looks`), `text` the
    interface words of the story's own language.
    """
    story = payload["story"]
    say = _sayer(text)
    return html.Div(
        [
            html.A(href="#detail", className="skip", **say(inside="page.skip")),
            _title(story, say),
            html.Main([_map(say), _panel(say), html.Div(id="speaker")], className="middle"),
            _time(say),
            dcc.Store(id="story", data=dict(payload)),
            dcc.Store(id="looks", data=dict(looks)),
            dcc.Store(id="events"),
            dcc.Store(id="state"),
        ],
        id="atlas",
    )


def _title(story: Mapping[str, Any], say: Say) -> html.Header:
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
                            html.Span(className="word", **say(inside="button.search")),
                        ],
                        id="search",
                        type="button",
                        **say(label="button.search", title="button.search_title"),
                    ),
                    html.Button(id="help", type="button", **say(inside="button.keys", title="button.keys_title")),
                    html.Button(
                        [html.Span("◐", className="icon", **HIDDEN), html.Span(className="word")],
                        id="theme",
                        type="button",
                        **say(title="button.theme_title"),
                    ),
                    _tool(say, "present"),
                    _tool(say, "share"),
                    _tool(say, "cite"),
                ],
                className="tools",
            ),
        ],
        className="title",
        id="title",
    )


def _map(say: Say) -> html.Section:
    return html.Section(
        [
            html.Div(id="map"),
            html.Div(id="drawing", **HIDDEN),
            html.Div(id="tip", className="tip", hidden=True, role="tooltip"),
            html.Div(
                [
                    html.Button("+", id="zoom-in", type="button", **say(label="map.zoom_in", title="map.zoom_in")),
                    html.Button("−", id="zoom-out", type="button", **say(label="map.zoom_out", title="map.zoom_out")),
                    html.Button(
                        [
                            html.Span("◎", className="icon", **HIDDEN),
                            html.Span(className="word", **say(inside="map.follow")),
                        ],
                        id="follow",
                        type="button",
                        **say(label="map.follow", title="map.follow_title"),
                    ),
                ],
                className="map-buttons",
            ),
            html.Div(id="legend", className="legend"),
            html.P(id="attribution", className="attribution"),
            html.Div(id="caption"),
        ],
        id="map-area",
        **say(label="map.name"),
    )


def _panel(say: Say) -> html.Aside:
    return html.Aside(
        [
            html.Button(html.Span(), id="sheet", type="button", **say(label="panel.sheet"), **CLOSED),
            html.Div(id="detail", tabIndex=-1),
            html.Details(
                [html.Summary(**say(inside="chronology.title")), html.Div(id="chronology")],
                className="chronology-all",
            ),
            html.Footer(id="colophon", className="colophon"),
        ],
        id="panel",
        **say(label="panel.name"),
    )


def _time(say: Say) -> html.Section:
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
                                **say(label="time.previous", title="time.previous_title"),
                            ),
                            html.Button(id="play", type="button", **say(title="time.play_title")),
                            html.Button(
                                "›",
                                id="next",
                                type="button",
                                **say(label="time.next", title="time.next_title"),
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
                                **say(label="time.previous_event", title="time.previous_event_title"),
                            ),
                            html.Span(className="event-word", **say(inside="time.event")),
                            html.Button(
                                "▸",
                                id="next-event",
                                type="button",
                                **say(label="time.next_event", title="time.next_event_title"),
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
                            html.Div(id="chart"),
                            html.Div(id="chart-marks"),
                            html.Span(className="caption people", **say(inside="chart.people")),
                            html.Span(className="caption killed", **say(inside="chart.killed")),
                        ],
                        className="chart-frame",
                        role="group",
                        **say(label="chart.name"),
                    ),
                    html.Div(id="slider"),
                ],
                className="axis",
            ),
            html.P(id="spoken", className="spoken", role="status", **POLITE),
        ],
        id="time",
        **say(label="time.name"),
    )


def _tool(say: Say, name: str) -> html.Button:
    """A button that is a word where there is room for it, else a sign."""
    return html.Button(
        [
            html.Span(className=f"sign-{name}", **HIDDEN),
            html.Span(className="word", **say(inside=f"button.{name}")),
        ],
        id=name,
        type="button",
        **say(label=f"button.{name}", title=f"button.{name}_title"),
    )


def _sayer(text: Mapping[str, str]) -> Say:
    def say(**keys: str) -> dict[str, Any]:
        said = {PROPERTIES[what]: text[key] for what, key in keys.items()}
        return {**said, "data-words": " ".join(f"{what}:{key}" for what, key in keys.items())}

    return say

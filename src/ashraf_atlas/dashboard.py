"""The Dash app: its layout, its callbacks and its scripts. What is served is made of them, see `site/`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import Dash
from flask import Flask

from ashraf_atlas import layout
from ashraf_atlas.wiring import wire

NAME = "ashraf_atlas"


def create_app(facts: Mapping[str, Any], looks: Mapping[str, Any]) -> Dash:
    """Return the app of a story.

    `facts` is its payload, `looks` what the browser needs to draw it.
    """
    server: Any = Flask(NAME, static_folder=None)
    app = Dash(
        NAME,
        server=server,
        title=NAME,  # the page has the story's own: Dash would put scripts in the place of some words of it
        update_title="",
        include_assets_files=False,
        enable_mcp=False,
    )
    app.layout = layout.page(
        payload=facts,
        looks=looks,
        text=facts["text"][facts["story"]["language"]],
    )
    wire(app)
    return app

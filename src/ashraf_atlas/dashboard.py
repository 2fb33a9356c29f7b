"""The Dash app: load, build, wire; its headers and its few addresses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask, Response, abort, request
from flask_compress import Compress

from ashraf_atlas import figure, layout, theme
from ashraf_atlas.build_story import build_story
from ashraf_atlas.embedded import assets_folder, geodata_folder
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.wiring import wire

INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head>
{{%metas%}}
<title>{{%title%}}</title>
<style>{variables}</style>
{{%css%}}
</head>
<body>
{{%app_entry%}}
<noscript><p class="noscript">{noscript}</p></noscript>
<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer>
</body>
</html>"""

COMPRESSED = [
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
]
"""What is worth compressing; fonts are already."""

RENDERER = "document.addEventListener('DOMContentLoaded',function(){new DashRenderer();});"
"""Dash starts once the browser modules are there: modules run just before this event, a late one breaks a callback."""


def create_app(geodata: Path, *, base_path: str = "/") -> Dash:
    """Return the app that serves the dataset in `geodata` under `base_path` (which starts and ends with a slash).

    Raises `problems.DatasetError` if the dataset is not valid; nothing is half-loaded.
    """
    tables = load(geodata)
    story = build_story(tables)
    facts = payload(story)
    words = facts["text"][facts["story"]["language"]]
    server: Any = Flask("ashraf_atlas", static_folder=None)
    app = Dash(
        "ashraf_atlas",
        server=server,
        title=facts["story"]["title"],
        update_title="",
        assets_folder=str(assets_folder()),
        assets_path_ignore=["client"],
        url_base_pathname=base_path,
        health_endpoint="healthz",
        enable_mcp=False,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1, viewport-fit=cover"},
            {"name": "description", "content": facts["story"]["subtitle"]},
        ],
        index_string=INDEX.format(
            language=facts["story"]["language"], variables=theme.css_variables(), noscript=words["page.noscript"]
        ),
    )
    app.renderer = RENDERER
    app.layout = layout.page(
        payload=facts,
        looks=figure.looks(facts, base_path),
        text=words,
        map_figure=figure.map_figure(facts, base_path),
    )
    wire(app)
    server.config["COMPRESS_MIMETYPES"] = COMPRESSED
    Compress(server)
    _serve_basemap(server, _basemap_folder(geodata), base_path)
    _protect(server, app.csp_hashes())
    return app


def _basemap_folder(geodata: Path) -> Path:
    """The dataset's own base map, or, where it has none, the embedded story's."""
    own = geodata / "basemap"
    return own if (own / "overview.geojson").is_file() else geodata_folder() / "basemap"


def _serve_basemap(server: Flask, folder: Path, base_path: str) -> None:
    """Serve the base map's files, read once: a file sent from disk would go out uncompressed."""
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.geojson"))}

    @server.get(f"{base_path}data/basemap/<name>")
    def basemap(name: str) -> Response:
        if name not in files:
            abort(404)
        answer = Response(files[name], mimetype="application/geo+json")
        answer.cache_control.max_age = 3600
        answer.add_etag()
        answer.make_conditional(request)
        return answer


def _protect(server: Flask, script_hashes: Iterable[str]) -> None:
    policy: dict[str, Any] = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    header = "; ".join(f"{name} {value}" for name, value in policy.items())

    @server.after_request
    def add_headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", header)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        return response

"""The Dash app: load, build, wire; its headers and its few addresses."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask, Response, abort, request
from flask_compress import Compress

from ashraf_atlas import feed, figure, layout, own_basemap, theme
from ashraf_atlas.build_story import build_story
from ashraf_atlas.downloads import listed, serve_downloads
from ashraf_atlas.embedded import assets_folder
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.wiring import wire

INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head>
{{%metas%}}
<meta name="description" content="{description}">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" title="{corrections}" href="{feed}">
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


def create_app(geodata: Path, *, base_path: str = "/", scripts: Iterable[str] = ()) -> Dash:
    """Return the app that serves the dataset in `geodata` under `base_path` (which starts and ends with a slash).

    `scripts` are addresses of further modules of our own that the page loads.
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
        assets_path_ignore=["client", "element", "plotly"],
        external_scripts=[{"src": address, "type": "module"} for address in scripts],
        url_base_pathname=base_path,
        health_endpoint="healthz",
        enable_mcp=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1, viewport-fit=cover"}],
        index_string=INDEX.format(
            language=_literal(facts["story"]["language"]),
            title=_literal(facts["story"]["title"]),
            description=_literal(facts["story"]["subtitle"]),
            corrections=_literal(f"{facts['story']['title']}: {words['page.corrections']}"),
            feed=f"{base_path}data/{feed.FILE}",
            noscript=_literal(words["page.noscript"]),
            variables=theme.css_variables(),
        ),
    )
    app.renderer = RENDERER
    app.layout = layout.page(
        payload=facts,
        looks={
            **figure.looks(facts, base_path),
            "feed": f"{base_path}data/{feed.FILE}",
            "downloads": listed(story.head.id, base_path),
        },
        text=words,
        map_figure=figure.map_figure(facts, base_path),
    )
    wire(app)
    server.config["COMPRESS_MIMETYPES"] = COMPRESSED
    Compress(server)
    _serve_basemap(server, own_basemap.folder_of(geodata), base_path)
    _serve_feed(server, feed.feed(story), base_path)
    serve_downloads(server, Bundle(tables, story), base_path)
    protect(server, app.csp_hashes())
    return app


def _literal(text: str) -> str:
    """Return a text that stands in the page as it is, also where Dash would put something in its place."""
    return escape(text).replace("{%", "{&#37;")


def _serve_basemap(server: Flask, folder: Path, base_path: str) -> None:
    """Serve the base map's files, read once: a file sent from disk would go out uncompressed."""
    files = {name: (folder / name).read_bytes() for name in own_basemap.FILES}

    @server.get(f"{base_path}data/basemap/<name>")
    def basemap(name: str) -> Response:
        if name not in files:
            abort(404)
        answer = Response(files[name], mimetype="application/geo+json")
        answer.cache_control.max_age = 3600
        answer.add_etag()
        answer.make_conditional(request)
        return answer


def _serve_feed(server: Flask, corrections: bytes, base_path: str) -> None:
    @server.get(f"{base_path}data/{feed.FILE}")
    def serve_feed() -> Response:
        answer = Response(corrections, mimetype=feed.MEDIA_TYPE)
        answer.add_etag()
        answer.make_conditional(request)
        return answer


def protect(server: Flask, script_hashes: Iterable[str]) -> None:
    """Send the security headers with every answer; inline scripts run only if their hash is given."""
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

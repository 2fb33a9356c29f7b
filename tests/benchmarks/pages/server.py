"""Serves the pages beside the atlas by the atlas's own server software: `python server.py folder|usual FOLDER`.

It prints its address when it answers. Everything that a page loads is compressed before the first visit, as in a server
that has run for a while.
"""

from __future__ import annotations

import mimetypes
import os
import re
import socket
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.benchmarks.pages.compressing import App, Start, compressing
from tests.benchmarks.pages.usual import usual_app
from werkzeug.test import Client

from ashraf_atlas.commands.serve import USUAL_WORKERS
from ashraf_atlas.production import run
from ashraf_atlas.serving import Place

TYPES = {".mjs": "text/javascript"}
LATER = (
    "/_dash-layout",
    "/_dash-dependencies",
    "/assets/style.json",
    "/_dash-component-suites/dash/dcc/async-graph.js",
    "/_dash-component-suites/plotly/package_data/plotly.min.js",
)
"""What the usual page asks for beyond the scripts that are named in it."""


def main() -> None:
    """Serve until told to stop."""
    made, folder = SERVED[sys.argv[1]], Path(sys.argv[2])
    app, addresses = made(folder)
    client = Client(app)
    for address in addresses:
        client.get(address, headers={"Accept-Encoding": "br"})
    port = _free_port()
    place = Place(port=port, workers=min(os.cpu_count() or 1, USUAL_WORKERS))
    # it asks no more of an app than that it can be called
    run(cast(Any, app), place, lambda: print(f"up at http://127.0.0.1:{port}/", flush=True))


def _of_folder(folder: Path) -> tuple[App, list[str]]:
    files = [f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()]
    return compressing(partial(_file, folder, frozenset(files)), best=True), files


def _of_usual(folder: Path) -> tuple[App, list[str]]:
    server = usual_app(folder / "assets").server
    page = server.test_client().get("/").get_data(as_text=True)
    return compressing(server, best=False), ["/", *re.findall(r'<script src="([^"]+)"', page), *LATER]


def _file(folder: Path, files: frozenset[str], environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    if path not in files:
        start("404 Not Found", [("Content-Type", "text/plain")])
        return [b"There is no such file.\n"]
    content = (folder / path[1:]).read_bytes()
    kind = TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    headers = [("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "max-age=3600")]
    start("200 OK", headers)
    return [content]


def _free_port() -> int:
    with socket.socket() as claimed:
        claimed.bind(("127.0.0.1", 0))
        port: int = claimed.getsockname()[1]
        return port


SERVED: dict[str, Callable[[Path], tuple[App, list[str]]]] = {"folder": _of_folder, "usual": _of_usual}
"""What can be served → how its app is made, and which addresses it is asked for."""

if __name__ == "__main__":
    main()

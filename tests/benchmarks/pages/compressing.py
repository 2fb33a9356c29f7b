"""Compresses what a WSGI app answers, as the atlas's own server does, and keeps the result by what was compressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from werkzeug.test import run_wsgi_app

from ashraf_atlas.site.compressed import ENCODINGS, LEAST

WORTH_IT = ("text/", "application/json", "application/javascript")

Start = Callable[[str, list[tuple[str, str]]], object]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


def compressing(app: App, *, best: bool) -> App:
    """Return an app that answers the same, compressed; `best`: as small as can be, else as it is done on the fly."""

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        parts, status, headers = run_wsgi_app(app, environ)
        body = b"".join(parts)
        accepted = [it.strip() for it in environ.get("HTTP_ACCEPT_ENCODING", "").split(",")]
        encoding = next((name for name in ENCODINGS if name in accepted), None)
        if encoding and len(body) >= LEAST and headers.get("Content-Type", "").startswith(WORTH_IT):
            body = _compressed(body, encoding, best)
            headers["Content-Encoding"] = encoding
            headers["Vary"] = "Accept-Encoding"
            headers["Content-Length"] = str(len(body))
        start(status, list(headers))
        return [body]

    return answer


@lru_cache(maxsize=256)
def _compressed(body: bytes, encoding: str, best: bool) -> bytes:
    return ENCODINGS[encoding].compress(body, best)

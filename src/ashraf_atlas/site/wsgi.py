"""Sends a site over HTTP: the files that `freeze` writes, compressed, kept or asked about again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ashraf_atlas.site import headers
from ashraf_atlas.site.compressed import ENCODINGS
from ashraf_atlas.site.embedding import answer_oembed, page_asked
from ashraf_atlas.site.shelf import Shelf

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

METHODS = ("GET", "HEAD")
MOVED = b"It is at the address with a slash.\n"
LONGEST_HEADER = 1000
HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?")
TEXT = ("Content-Type", "text/plain; charset=utf-8")


class SiteApp:
    """A WSGI app that serves a site under a path."""

    def __init__(self, shelf: Shelf, base_path: str = "/") -> None:
        """Take the files from `shelf`; `base_path` starts and ends with a slash."""
        self.shelf = shelf
        self.base_path = base_path
        self.title = shelf.site.title
        self._common = headers.common(shelf.site.hosts)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        send = _Sending(environ, start_response, self._common)
        if environ["REQUEST_METHOD"] not in METHODS:
            return send("405 Method Not Allowed", [TEXT, ("Allow", ", ".join(METHODS))], b"Only GET and HEAD.\n")
        path = environ.get("PATH_INFO", "")
        if not path.startswith(self.base_path):
            return self._away(send)
        below = path[len(self.base_path) :]
        if below == "healthz":
            return send("200 OK", [TEXT, ("Cache-Control", "no-store")], b"OK\n")
        base_url = self._base_url(environ)
        if base_url is None:
            return send("400 Bad Request", [TEXT], b"The header Host is no name of a host.\n")
        if below == "oembed":
            return send(*answer_oembed(self.shelf.site, base_url, environ.get("QUERY_STRING", "")))
        return self._file(below, base_url, environ, send)

    def _file(self, below: str, base_url: str, environ: WSGIEnvironment, send: _Sending) -> Iterable[bytes]:
        site = self.shelf.site
        path = f"{below}index.html" if below == "" or below.endswith("/") else below
        if path not in site.files:
            if f"{path}/index.html" in site.files:
                query = environ.get("QUERY_STRING", "")
                where = f"{self.base_path}{path}/{'?' if query else ''}{query}"
                return send("301 Moved Permanently", [TEXT, ("Location", _one_line(where))], MOVED)
            return self._away(send)
        encoding = _encoding(environ.get("HTTP_ACCEPT_ENCODING", "")[:LONGEST_HEADER])
        special = page_asked(site, environ.get("QUERY_STRING", "")) if path == "index.html" else None
        sent = (
            self.shelf.get(path, encoding, base_url)
            if special is None
            else self.shelf.at_root(special, encoding, base_url)
        )
        own = [*headers.of_file(path, site.files[path]), ("ETag", sent.tag)]
        if sent.varies:
            own.append(("Vary", "Accept-Encoding"))
        if sent.encoding:
            own.append(("Content-Encoding", sent.encoding))
        if _known(environ.get("HTTP_IF_NONE_MATCH", "")[:LONGEST_HEADER], sent.tag):
            return send("304 Not Modified", own, None)
        return send("200 OK", own, sent.content)

    def _away(self, send: _Sending) -> Iterable[bytes]:
        page = self.shelf.not_found(self.base_path)
        own = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-cache")]
        return send("404 Not Found", own, page)

    def _base_url(self, environ: WSGIEnvironment) -> str | None:
        """Where the root is for who asks: as the site says, else as the request does."""
        if self.shelf.site.base_url and not self.shelf.open:
            return self.shelf.site.base_url
        host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
        return f"{environ['wsgi.url_scheme']}://{host}{self.base_path}" if HOST.fullmatch(host) else None


class _Sending:
    """Sends one answer: a status, its own headers, and a body (none: nothing has changed)."""

    def __init__(self, environ: WSGIEnvironment, start: StartResponse, common: list[headers.Header]) -> None:
        self._bodiless = environ["REQUEST_METHOD"] == "HEAD"
        self._start: Callable[[str, list[headers.Header]], object] = start
        self._common = common

    def __call__(self, status: str, own: list[headers.Header], body: bytes | None) -> Iterable[bytes]:
        length = [] if body is None else [("Content-Length", str(len(body)))]
        self._start(status, [*own, *length, *self._common])
        return [] if body is None or self._bodiless else [body]


@lru_cache(maxsize=256)
def _encoding(accepted: str) -> str:
    """Return the encoding to send to who accepts these; empty for none."""
    wanted = {}
    for part in accepted.split(","):
        name, _, quality = part.partition(";")
        wanted[name.strip().lower()] = not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", quality)
    return next((name for name in ENCODINGS if wanted.get(name, wanted.get("*", False))), "")


def _known(asked: str, tag: str) -> bool:
    """Return whether who asks has this already. What stands between may have marked the tag as weak."""
    return any(it.strip().removeprefix("W/") in (tag, "*") for it in asked.split(",") if it.strip())


def _one_line(text: str) -> str:
    return re.sub(r"[^\x21-\x7e]", "", text)

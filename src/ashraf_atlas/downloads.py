"""The story to take away: every export under `/data/`, made when it is first asked for, and kept."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from flask import Flask, Response, abort, request

from ashraf_atlas.exports import EXPORTS, Download, downloads
from ashraf_atlas.exports.bundle import Bundle

FOLDER = "data/"


def listed(story_id: str, base_path: str) -> list[dict[str, Any]]:
    """Return what the page needs of every download: its format, its table if it is one, its name and its address."""
    return [
        {"format": it.format, "table": it.table or None, "file": it.file, "href": f"{base_path}{FOLDER}{it.file}"}
        for it in downloads(story_id)
    ]


def serve_downloads(server: Flask, bundle: Bundle, base_path: str) -> None:
    """Serve the exports of a story as files, the same bytes as the command line writes."""
    shelf = _Shelf(bundle)

    @server.get(f"{base_path}{FOLDER}<file>")
    def download(file: str) -> Response:
        found = shelf.files.get(file)
        if found is None:
            abort(404)
        answer = Response(shelf.content(found), mimetype=EXPORTS[found.format].media_type)
        answer.headers["Content-Disposition"] = f'attachment; filename="{file}"'
        answer.cache_control.no_cache = True  # ask whether there is another version, and take it if there is
        answer.add_etag()
        answer.make_conditional(request)
        return answer


class _Shelf:
    """What has been made, by name. Two visitors who want the same wait for one making."""

    def __init__(self, bundle: Bundle) -> None:
        self.files = {it.file: it for it in downloads(bundle.story.head.id)}
        self._bundle = bundle
        self._made: dict[str, bytes] = {}
        self._locks = {file: threading.Lock() for file in self.files}

    def content(self, wanted: Download) -> bytes:
        with self._locks[wanted.file]:
            if wanted.file not in self._made:
                made = EXPORTS[wanted.format].make(replace(self._bundle, table=wanted.table))
                self._made[wanted.file] = made
            return self._made[wanted.file]

"""The story to take away: every export under `data/`, made when it is first asked for, and kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from ashraf_atlas.exports import EXPORTS, Download, downloads
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.site.files import File, once

FOLDER = "data/"


def listed(story_id: str) -> list[dict[str, Any]]:
    """Return what the page needs of every download: its format, its table if it is one, its name and its path."""
    return [
        {"format": it.format, "table": it.table or None, "file": it.file, "href": f"{FOLDER}{it.file}"}
        for it in downloads(story_id)
    ]


def download_files(bundle: Bundle) -> dict[str, File]:
    """Return the exports of a story by path, the same bytes as the command line writes."""
    return {
        f"{FOLDER}{it.file}": File(once(partial(_made, it, bundle)), EXPORTS[it.format].media_type, attachment=True)
        for it in downloads(bundle.story.head.id)
    }


def _made(wanted: Download, bundle: Bundle) -> bytes:
    return EXPORTS[wanted.format].make(replace(bundle, table=wanted.table))

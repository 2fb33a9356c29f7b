"""A zip in which nothing tells when, where or by whom it was made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

YEARS = (1980, 2107)
"""A zip can tell no others."""

MODE = 0o100644


def zipped(contents: Mapping[str, bytes], day: date) -> bytes:
    """Return a zip of files by path, all dated on a day; the same files and day give the same bytes."""
    when = (min(max(day.year, YEARS[0]), YEARS[1]), day.month, day.day, 0, 0, 0)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, content in contents.items():
            entry = zipfile.ZipInfo(path, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on every machine
            entry.external_attr = MODE << 16
            archive.writestr(entry, content, compresslevel=9)
    return made.getvalue()

"""Opening a GED file as it was downloaded: plain, or inside a ZIP archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

ARCHIVE = b"PK\x03\x04"

VERSIONS = (
    re.compile(r"v(\d\d)_(\d{1,2})(?:_(\d{1,2})(?:_(\d{1,2}))?)?(?!\d)", re.IGNORECASE),
    re.compile(r"ged(\d\d)(\d)(?!\d)", re.IGNORECASE),
)
"""As in GEDEvent_v25_1.csv, GEDEvent_v26_0_7.csv (a candidate release) and ged251-csv.zip."""


class ImportingError(Exception):
    """A file cannot be made into a dataset; the message is one sentence that says why and what to do."""


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """Give the text of a file; bytes that are not UTF-8 are kept as unpaired surrogates.

    Raises `ImportingError` if it cannot be read, also later on.
    """
    try:
        with path.open("rb") as file:
            archive = file.read(len(ARCHIVE)) == ARCHIVE
        if archive:
            with zipfile.ZipFile(path) as files, files.open(_only(files, path)) as inside:
                yield io.TextIOWrapper(inside, encoding="utf-8-sig", errors="surrogateescape", newline="")
        else:
            with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
                yield text
    except (OSError, EOFError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ImportingError(f"{path} cannot be read ({why.lower()}).") from error


def version_in(name: str) -> str:
    """Return the version that a file's name tells, such as 25.1, or 26.0.7 of a candidate release; "" for none."""
    found = next((it for it in (pattern.search(name) for pattern in VERSIONS) if it), None)
    return ".".join(it for it in found.groups() if it) if found else ""


def _only(files: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    tables = [it for it in files.infolist() if it.filename.lower().endswith(".csv")]
    if len(tables) != 1:
        raise ImportingError(f"{path} holds {len(tables)} CSV files: give one, or an archive of one.")
    return tables[0]

"""What the tests of the exports share: both datasets as bundles, and what each format makes of them, made once."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from ashraf_atlas.exports import EXPORTS
from ashraf_atlas.exports.bundle import Bundle, read_bundle
from tests.conftest import ROOT

DATASETS = {"choir": ROOT / "tests" / "data" / "tiny", "ashraf": ROOT / "geodata"}
"""By the id of their story."""

WHOLE = [name for name, it in EXPORTS.items() if not it.one_table]
"""The formats that hold the whole story."""

HARD = 'A <script>alert("1")</script> & <b>„hard“</b>; line one\nline two, «اشرف ۱۲», =1+1, \'x\', "y", \\z'
"""A text that a careless writer breaks."""


@cache
def bundle(dataset: str) -> Bundle:
    return read_bundle(DATASETS[dataset])


@cache
def exported(dataset: str, format_: str, table: str = "") -> bytes:
    return EXPORTS[format_].make(replace(bundle(dataset), table=table))


def export_of(folder: Path, format_: str, table: str = "") -> bytes:
    return EXPORTS[format_].make(read_bundle(folder, table))


def file_of(content: bytes, path: Path) -> Path:
    path.write_bytes(content)
    return path


def unzipped(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder

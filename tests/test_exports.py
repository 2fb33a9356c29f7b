"""What holds of every format: the same bytes for one dataset, licence and citation, no coarse point exact."""

from __future__ import annotations

import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ashraf_atlas.exports import EXPORTED_TABLES, EXPORTS, downloads
from ashraf_atlas.exports.bundle import about, read_bundle
from ashraf_atlas.schema import TABLES
from tests.conftest import ROOT, Copy
from tests.exported import DATASETS, WHOLE, bundle, exported

HASH_ALL = """
import hashlib, sys
from pathlib import Path
from ashraf_atlas.exports import EXPORTS
from ashraf_atlas.exports.bundle import read_bundle
bundle = read_bundle(Path(sys.argv[1]), "claims")
for name, it in EXPORTS.items():
    print(name, hashlib.sha256(it.make(bundle)).hexdigest())
"""


def text_in(content: bytes) -> str:
    """All that a file holds, also of a zip; escapes of JSON and XML undone."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return content.decode("utf-8", errors="replace")


def hashes(dataset: str, **environment: str) -> str:
    """The sum of every export as another process makes it."""
    command = [sys.executable, "-c", HASH_ALL, str(DATASETS[dataset])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_another_process_makes_the_same_bytes_whatever_its_hash_seed_time_zone_and_language(tmp_path: Path) -> None:
    there = hashes("choir", PYTHONHASHSEED="1", TZ="Asia/Tehran", LC_ALL="C", TMPDIR=str(tmp_path))
    here = {name: exported("choir", name, "claims" if it.one_table else "") for name, it in EXPORTS.items()}
    assert there == "".join(f"{name} {hashlib.sha256(content).hexdigest()}\n" for name, content in here.items())


@pytest.mark.parametrize("format_", WHOLE)
def test_no_export_tells_when_or_where_it_was_made(format_: str) -> None:
    content = exported("choir", format_)
    text = text_in(content)
    assert datetime.now(UTC).date().isoformat() not in text
    for path in (str(ROOT), "/tmp", "/root", "/home"):
        assert path not in text
        assert path.encode() not in content


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("format_", WHOLE)
def test_licence_citation_and_version_are_in_every_format(dataset: str, format_: str) -> None:
    text = text_in(exported(dataset, format_))
    said = about(bundle(dataset))
    for name in ("licence", "licence_url", "citation", "version", "title"):
        assert said[name] in text, name


def test_a_place_whose_point_is_coarse_is_nowhere_exact(choir: Copy) -> None:
    exact = (9.161234, 47.691234)
    choir.set_place("old_mill", point=list(exact), coarsen_m=5000, precision_m=20)
    coarse = read_bundle(choir.folder, "places")
    place = coarse.tables["places"].iloc[0]
    for format_, it in EXPORTS.items():
        content = it.make(coarse)
        text = text_in(content)
        for number, shown in zip(exact, (place.geometry.x, place.geometry.y), strict=True):
            assert f"{number:.4f}" not in text, format_
            assert struct.pack("<d", number) not in content, format_
            assert str(shown) in text or struct.pack("<d", shown) in content, format_


def test_every_table_but_the_story_can_be_taken_alone() -> None:
    assert {*EXPORTED_TABLES, "story"} == TABLES.keys()
    files = [it.file for it in downloads("choir")]
    assert len(files) == len(set(files)) == len(WHOLE) + len(EXPORTED_TABLES)


def test_an_empty_table_is_no_problem_in_any_format(choir: Copy) -> None:
    facts = ("presence", "relocations", "attacks", "accounts", "claims", "context", "checks", "steps", "corrections")
    for table in facts:
        header = choir.text(f"{table}.csv").split("\n")[0]
        choir.write(f"{table}.csv", f"{header}\n")
    empty = read_bundle(choir.folder, "attacks")
    for format_, it in EXPORTS.items():
        assert it.make(empty), format_


def test_formats_agree_on_the_facts() -> None:
    """The same attack in the data package's tables and in the GeoJSON."""
    with zipfile.ZipFile(io.BytesIO(exported("choir", "datapackage"))) as archive:
        estimates = archive.read("estimates.csv").decode().splitlines()
    assert "atk_bubbles,wounded,story,4,4,8,at least,un,league,clm_bubbles_1" in estimates
    features = {it["id"]: it["properties"] for it in json.loads(exported("choir", "geojson"))["features"]}
    bubbles = features["attack:atk_bubbles"]
    assert [bubbles[f"wounded_{name}"] for name in ("best", "low", "high", "basis")] == [4, 4, 8, "un"]

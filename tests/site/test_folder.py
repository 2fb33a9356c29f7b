"""Freezing: the same files from the same dataset, all of them or none, and read again as they were written."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import brotli
import pytest
from werkzeug.test import Client

from ashraf_atlas.__main__ import main
from ashraf_atlas.serving import app_of
from ashraf_atlas.site import folder
from ashraf_atlas.site.compressed import ENCODINGS, MOST, Encoding
from tests.conftest import ROOT, Copy, facts_of

TINY = Path(__file__).parents[1] / "data" / "tiny"
BASE = "https://choir.example/a/"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Compress quickly: as small as can be takes half a minute."""
    quickly = {name: replace(it, compress=partial(_quickly, it.compress)) for name, it in ENCODINGS.items()}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(folder, "ENCODINGS", quickly)
        yield


def _quickly(compress: Callable[[bytes, bool], bytes], content: bytes, best: bool) -> bytes:
    return compress(content, False)


@pytest.mark.parametrize("encoding", ENCODINGS.values(), ids=ENCODINGS)
def test_as_small_as_can_be_is_smaller_and_always_the_same(encoding: Encoding) -> None:
    content = (ROOT / "README.md").read_bytes()
    assert len(encoding.compress(content, True)) < len(encoding.compress(content, False)) < len(content)
    assert encoding.compress(content, True) == encoding.compress(content, True)


def test_what_only_long_stories_have_is_compressed_quickly() -> None:
    content = (ROOT / "README.md").read_bytes()
    large = content * (MOST // len(content) + 1)
    compress = ENCODINGS["br"].compress
    assert len(large) > MOST
    assert compress(large, True) == compress(large, False)
    assert brotli.decompress(compress(large, True)) == large


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("frozen") / "site"
    assert main(["freeze", str(out), str(TINY), "--base-url", BASE]) == 0
    return out


def files_of(where: Path) -> dict[str, bytes]:
    return {it.relative_to(where).as_posix(): it.read_bytes() for it in where.rglob("*") if it.is_file()}


def test_the_same_dataset_gives_the_same_bytes(frozen: Path, tmp_path: Path) -> None:
    assert main(["freeze", str(tmp_path / "again"), str(TINY), "--base-url", BASE]) == 0
    first, again = files_of(frozen), files_of(tmp_path / "again")
    assert [path for path in {**first, **again} if first.get(path) != again.get(path)] == []


def test_the_manifest_has_the_hash_of_every_file(frozen: Path) -> None:
    files = files_of(frozen)
    listed = json.loads(files.pop("manifest.json"))["files"]
    for path, content in files.items():
        original = path.removesuffix(".br").removesuffix(".gz")
        unpacked = {".br": brotli.decompress, ".gz": gzip.decompress}.get(path[len(original) :], bytes)(content)
        assert hashlib.sha256(unpacked).hexdigest() == listed[original]["sha256"], path
    assert set(listed) <= set(files)


def test_there_is_a_page_with_its_own_card_for_every_year_and_attack(frozen: Path) -> None:
    for below in ("", "year/1990/", "year/1995/", "attack/atk_bubbles/"):
        page = (frozen / below / "index.html").read_text(encoding="utf-8")
        assert f'<meta property="og:url" content="{BASE}{below}">' in page
        assert f'<meta property="og:image" content="{BASE}{below}card.png">' in page
        assert (frozen / below / "card.png").read_bytes().startswith(b"\x89PNG")
        for address in re.findall(r'(?:src|href)="(\.[^"]+)"', page):
            target = frozen / below / address
            assert (target / "index.html" if address.endswith("/") else target).is_file(), address


def test_without_a_base_url_no_whole_address_is_in_it(tmp_path: Path) -> None:
    assert main(["freeze", str(tmp_path / "site"), str(TINY)]) == 0
    page = (tmp_path / "site" / "year" / "1991" / "index.html").read_text(encoding="utf-8")
    assert "://" not in page[: page.index("<body>")]
    facts = facts_of(TINY)
    known = {*(it["url"] for it in facts["sources"].values()), facts["story"]["licenceUrl"]}
    assert set(re.findall(r'"(https?://[^"]+)"', page)) <= known, "only sources and the licence are elsewhere"
    assert not (tmp_path / "site" / "oembed.json").exists(), "it could not say where the frame is"


def test_a_site_may_be_frozen_over_its_last_edition_and_over_nothing_else(
    frozen: Path, choir: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    shutil.copytree(frozen, out)
    choir.replace("story.toml", 'The Wandering Choir"\ns', 'The Resting Choir"\ns')
    assert main(["freeze", str(out), str(choir.folder)]) == 0
    assert "The Resting Choir" in (out / "index.html").read_text(encoding="utf-8")
    assert not (out / "oembed.json").exists(), "nothing of the last edition is left"
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", encoding="utf-8")
    capsys.readouterr()
    assert main(["freeze", str(mine), str(TINY)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [it.name for it in mine.iterdir()] == ["thesis.txt"]
    assert sorted(it.name for it in tmp_path.iterdir() if it != choir.folder) == ["mine", "site"]


def test_a_dataset_that_is_broken_leaves_the_last_edition(frozen: Path, choir: Copy, tmp_path: Path) -> None:
    out = tmp_path / "site"
    shutil.copytree(frozen, out)
    before = files_of(out)
    (choir.folder / "attacks.csv").unlink()
    assert main(["freeze", str(out), str(choir.folder)]) == 1
    assert files_of(out) == before


def test_the_server_sends_what_was_frozen(frozen: Path) -> None:
    client = Client(app_of(frozen, "/b/"))
    for path, content in files_of(frozen).items():
        if path.endswith((".br", ".gz")) or path == "manifest.json":
            continue
        assert client.get(f"/b/{path}").data == content, path
    packed = client.get("/b/", headers={"Accept-Encoding": "br"})
    assert packed.data == (frozen / "index.html.br").read_bytes()
    assert client.get(f"/b/oembed?url={BASE}year/1991/").json["title"] == "1991 – The Wandering Choir"


def test_a_frozen_site_that_was_changed_is_not_served(
    frozen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    shutil.copytree(frozen, out)
    (out / "index.html").write_text("mine", encoding="utf-8")
    assert main(["serve", str(out), "--port", "0"]) == 1
    assert "index.html is not what was frozen: freeze the site again." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--base-url", "example.org"], "not a web address"),
        (["--base-url", "https://a b/"], "not a web address"),
        (["--base-url", "https://example.org/?x=1"], "not a web address"),
        (["--base-url", 'https://example.org/"'], "not a web address"),
        (["--host-page", "https://example.org/page"], "not an origin"),
        (["--host-page", "*"], "not an origin"),
        (["--host-page", "https://a;script-src *"], "not an origin"),
    ],
)
def test_a_wrong_address_is_said(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["freeze", "out", str(TINY), *arguments])
    assert ending.value.code == 2
    assert why in capsys.readouterr().err


def test_the_edition_changes_with_the_facts_and_not_without(frozen: Path, choir: Copy, tmp_path: Path) -> None:
    edition = json.loads((frozen / "manifest.json").read_text(encoding="utf-8"))["edition"]
    assert re.fullmatch(r"1996-01-01 [0-9a-f]{8}", edition)
    assert f'data-edition="{edition}"' in (frozen / "index.html").read_text(encoding="utf-8")
    choir.replace("claims.csv", "A soprano", "An alto")
    assert main(["freeze", str(tmp_path / "other"), str(choir.folder)]) == 0
    assert json.loads((tmp_path / "other" / "manifest.json").read_text(encoding="utf-8"))["edition"] != edition


def test_another_process_makes_the_same_edition() -> None:
    """Sets are in another order in each process."""
    code = "from ashraf_atlas.site.build import build_site; from pathlib import Path; import sys;"
    code += "print(build_site(Path(sys.argv[1])).edition)"
    made = {
        subprocess.run(
            [sys.executable, "-c", code, str(TINY)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "135"
    }
    assert len(made) == 1

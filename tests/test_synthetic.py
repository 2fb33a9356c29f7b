"""Invented stories are valid and always the same, and dates that are read at once as the library reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ashraf_atlas import dates
from ashraf_atlas.edtf_dates import read_edtf
from ashraf_atlas.load import load
from tests.synthetic import Size, write_story

SMALL = Size(attacks=300, places=20, relocations=100)


def test_an_invented_story_is_valid_and_as_large_as_asked(tmp_path: Path) -> None:
    write_story(tmp_path / "story", SMALL)
    tables = load(tmp_path / "story")
    assert [len(tables[it]) for it in ("attacks", "claims", "places", "relocations")] == [300, 900, 20, 100]


def test_the_same_seed_gives_the_same_story(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_story(tmp_path / name, SMALL, seed=7)
    files = sorted(it.relative_to(tmp_path / "one") for it in (tmp_path / "one").rglob("*.*"))
    assert files
    assert [it for it in files if (tmp_path / "one" / it).read_bytes() != (tmp_path / "two" / it).read_bytes()] == []


@pytest.mark.parametrize("edtf", ["2013-09-01", "2012-02-29", "2012-02", "2011-12", "1981", "0001", "9999-12-31"])
def test_plain_dates_are_read_as_the_library_reads_them(edtf: str) -> None:
    assert dates.period(edtf) == read_edtf(edtf)
    assert dates._plain(edtf) is not None


@pytest.mark.parametrize("edtf", ["2013-13", "2013-02-29", "2013-00", "0000", "2013-09-31"])
def test_plain_dates_that_are_none_are_left_to_the_library(edtf: str) -> None:
    assert dates._plain(edtf) is None
    with pytest.raises(ValueError, match="date"):
        dates.period(edtf)

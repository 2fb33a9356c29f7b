"""One table as CSV: by RFC 4180, stamped on every row, and taken back into a folder."""

from __future__ import annotations

import csv
import io

import pytest

from ashraf_atlas.columns import STAMP
from ashraf_atlas.exports import EXPORTED_TABLES
from ashraf_atlas.load import load
from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("table", EXPORTED_TABLES)
def test_every_row_ends_with_licence_citation_and_version(dataset: str, table: str) -> None:
    content = exported(dataset, "csv", table)
    assert content.endswith(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    (header, *body) = rows(content)
    assert tuple(header[-3:]) == STAMP
    assert len(body) == len(bundle(dataset).tables[table])
    head = bundle(dataset).story.head
    assert all(it[-3:] == [f"{head.licence}, {head.licence_url}", head.citation, head.version] for it in body)
    assert {len(it) for it in body} <= {len(header)}


def test_places_have_their_points() -> None:
    (header, mill, *_) = rows(exported("choir", "csv", "places"))
    cells = dict(zip(header, mill, strict=True))
    assert (cells["lon"], cells["lat"], cells["precision_m"]) == ("9.16", "47.69", "500")
    assert cells["name_de"] == "Alte Mühle"
    assert cells["sources"] == "s_gazette;s_choir_book"


@pytest.mark.parametrize("dataset", DATASETS)
def test_an_exported_table_can_be_put_back_into_its_folder(dataset: str, choir: Copy, ashraf: Copy) -> None:
    copy = {"choir": choir, "ashraf": ashraf}[dataset]
    for table in EXPORTED_TABLES:
        if table != "places":
            copy.write(f"{table}.csv", exported(dataset, "csv", table))
    before, after = bundle(dataset).tables, load(copy.folder)
    for table in EXPORTED_TABLES:
        assert list(before[table].columns) == list(after[table].columns)
        for column in before[table].columns:
            assert before[table][column].equals(after[table][column]), f"{table}.{column}"
    assert export_of(copy.folder, "datapackage") == exported(dataset, "datapackage")


def test_only_all_three_columns_are_taken_for_the_stamp(choir: Copy) -> None:
    (header, *body) = rows(exported("choir", "csv", "controversies"))
    made = io.StringIO(newline="")
    csv.writer(made).writerows(it[:-1] for it in (header, *body))
    choir.write("controversies.csv", made.getvalue())
    assert [it.split(": ")[:2] for it in choir.problems()] == [
        ["controversies.csv:1:citation", "an unknown column"],
        ["controversies.csv:1:licence", "an unknown column"],
    ]


def test_a_stamp_may_stand_anywhere_and_hold_anything(choir: Copy) -> None:
    (header, *body) = rows(exported("choir", "csv", "controversies"))
    moved = [[*header[-3:], *header[:-3]], *(["", "edited", "", *it[:-3]] for it in body)]
    made = io.StringIO(newline="")
    csv.writer(made).writerows(moved)
    choir.write("controversies.csv", made.getvalue())
    assert choir.problems() == []
    assert load(choir.folder)["controversies"].iloc[0]["topic"] == "The pitch of the choir"


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@choir", HARD, '"', "a,b;c", "  kept  "])
def test_a_cell_is_the_fact_as_it_is(choir: Copy, text: str) -> None:
    made = io.StringIO(newline="")
    header, *body = rows(choir.text("controversies.csv").encode())
    body[0][header.index("claim")] = text
    csv.writer(made, lineterminator="\r\n").writerows([header, *body])
    choir.write("controversies.csv", made.getvalue())
    content = export_of(choir.folder, "csv", "controversies")
    assert rows(content)[1][header.index("claim")] == text
    choir.write("controversies.csv", content)
    assert load(choir.folder)["controversies"].iloc[0]["claim"] == text

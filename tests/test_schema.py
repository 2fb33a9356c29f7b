from __future__ import annotations

import pytest

from ashraf_atlas.cells import CELL_TYPES
from ashraf_atlas.columns import KINDS
from ashraf_atlas.schema import CLAIMS, PLACES, RELOCATIONS, TABLES

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]


def fault(column: str, cell: str, *, table: str = "claims") -> str | None:
    declared = TABLES[table].column(column)
    assert declared is not None
    found = declared.fault(cell)
    return found[0] if found else None


def test_the_tables_of_the_design_are_all_there() -> None:
    assert [table.file for table in TABLES.values()] == [
        "story.toml", "kinds.csv", "places.geojson", "presence.csv", "custody.csv", "relocations.csv", "attacks.csv",
        "accounts.csv", "speakers.csv", "claims.csv", "context.csv", "controversies.csv", "checks.csv",
        "steps.csv", "corrections.csv", "sources.csv",
    ]  # fmt: skip


def test_columns_are_declared_once_with_a_known_type_and_known_targets() -> None:
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
    for _, column in COLUMNS:
        assert column.type in CELL_TYPES
        assert set(column.to) <= TABLES.keys()
    assert set(KINDS.values()) <= TABLES.keys()


def test_every_fact_needs_a_source() -> None:
    sourced = {table.name for table, column in COLUMNS if column.name == "sources" and column.required}
    assert TABLES.keys() - sourced == {"story", "kinds", "speakers", "sources"}


def test_a_row_is_counted_in_words() -> None:
    assert PLACES.counted(33) == "33 places"
    assert RELOCATIONS.counted(1) == "1 relocation"


def test_names_come_in_any_language() -> None:
    assert PLACES.column("name_fr") is PLACES.column("name_de") is not None
    assert PLACES.column("name_") is None
    assert PLACES.column("nome") is None
    assert CLAIMS.column("name_fr") is None


@pytest.mark.parametrize(
    ("table", "column", "right", "wrong", "why"),
    [
        ("claims", "id", "clm_1", "Clm-1", "not an id"),
        ("claims", "metric", "killed", "dead", "an unknown word"),
        ("claims", "metric", "missing", "", "nothing is given"),
        ("claims", "metric", "missing", "  ", "nothing is given"),
        ("claims", "value", "52", "about 52", "not a whole number"),
        ("claims", "value", "0", "-3", "a negative number"),
        ("claims", "value", "1942", "1,942", "not a whole number"),
        ("claims", "value", "1942", "1942.5", "not a whole number"),
        ("claims", "value", "1942", "９", "not a whole number"),
        ("claims", "value", "", "9" * 30, "a number too large"),
        ("claims", "value", "", " 52", "a space before or after the value"),
        ("claims", "speaker", "pmoi;iraq", "pmoi; iraq", "an empty member or a space in a list"),
        ("claims", "speaker", "pmoi", "pmoi;", "an empty member or a space in a list"),
        ("claims", "speaker", "pmoi;iraq", "pmoi;pmoi", "named twice in one list"),
        ("claims", "report_date", "2013-09~", "2013-09-31", "not an EDTF date: the calendar has no such day or month"),
        ("context", "related", "attack:atk_2013_09_01", "atk_2013_09_01", "not a kind and an id"),
        ("places", "country", "IQ", "iq", "not a country code"),
        ("places", "precision_m", "150.5", "-5", "not a number of 0 or more"),
        ("places", "precision_m", "0", "1e3", "not a number of 0 or more"),
        ("checks", "year", "2013", "13", "not a year"),
        ("sources", "url", "https://example.org/a?b=1", "javascript:alert(1)", "not a web address"),
        ("sources", "url", "", 'https://example.org/"onclick=', "not a web address"),
        ("sources", "url", "http://example.org", "example.org", "not a web address"),
        ("story", "language", "fa", "English", "not a language code"),
        ("story", "schema_version", "1", "2", "an unknown word"),
    ],
)
def test_a_cell_is_right_or_its_fault_is_said(table: str, column: str, right: str, wrong: str, why: str) -> None:
    assert fault(column, right, table=table) is None
    assert fault(column, wrong, table=table) == why


def test_a_word_that_is_nearly_right_is_proposed() -> None:
    metric = CLAIMS.column("metric")
    assert metric is not None
    assert metric.fault("kiled") == ("an unknown word", "did you mean killed?")
    assert metric.fault("xyz") == ("an unknown word", "write killed, wounded, missing or detained")


def test_text_is_kept_as_it_is() -> None:
    assert fault("note", "  <b>bold</b> & “quoted”\nnew line ") is None

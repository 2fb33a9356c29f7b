"""The README may not lag behind the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ashraf_atlas.__main__ import COMMANDS
from ashraf_atlas.readme import END, START, literal, rewritten, table_of_tables
from ashraf_atlas.schema import TABLES

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_tables_in_the_readme_are_those_of_the_schema() -> None:
    assert README.split(START)[1].split(END)[0].strip() == table_of_tables(), "run python -m ashraf_atlas.schema"


def test_rewriting_changes_nothing_but_the_tables() -> None:
    old = f"before\n{START}\nold\n{END}\nafter\n"
    assert rewritten(old) == f"before\n{START}\n{table_of_tables()}\n{END}\nafter\n"
    with pytest.raises(ValueError, match="no place for the tables"):
        rewritten("nothing here")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"ashraf-atlas {command}" in README


@pytest.mark.parametrize(
    "option",
    [
        "--port",
        "--host",
        "--geodata",
        "--base-path",
        "--watch",
        "--workers",
        "--access-log",
        "--base-url",
        "--host-page",
        "--single-file",
    ],
)
def test_every_option_is_in_the_readme(option: str) -> None:
    assert option in README


def test_every_column_has_a_help_and_is_in_the_readme() -> None:
    tables = table_of_tables()
    for table in TABLES.values():
        for column in table.columns:
            assert column.help, f"{table.name}.{column.name}"
            assert re.search(rf"\| \**{re.escape(literal(column.name))}\** \|", tables), column.name

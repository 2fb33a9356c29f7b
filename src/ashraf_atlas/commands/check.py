"""`ashraf-atlas check`."""

from __future__ import annotations

import argparse
import sys

from ashraf_atlas.commands.command import Command, folder, folder_option


def run(arguments: argparse.Namespace) -> None:
    """Load a dataset and say what it holds."""
    from ashraf_atlas.load import load
    from ashraf_atlas.progress import progress
    from ashraf_atlas.schema import TABLES

    with progress(sys.stderr) as tell:
        tables = load(folder(arguments), tell)
    counts = ", ".join(table.counted(len(tables[table.name])) for table in TABLES.values() if table.format != "toml")
    print(f"The dataset is valid: {counts}.")


CHECK = Command(
    "check a dataset and list every problem as file:row:column: what: value: how to mend it",
    "check my-story",
    folder_option,
    run,
)

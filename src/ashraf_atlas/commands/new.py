"""`ashraf-atlas new`."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from ashraf_atlas.commands.command import Command, CommandError


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or an empty one")


def run(arguments: argparse.Namespace) -> None:
    """Write a dataset to start from, and say what to do next."""
    from ashraf_atlas.new_folder import NewFolderError
    from ashraf_atlas.starting import start

    try:
        start(arguments.folder)
    except NewFolderError as error:
        raise CommandError(str(error)) from error
    named = shlex.quote(str(arguments.folder))
    print(
        f"A small dataset to start from is in {arguments.folder}.\n"
        f"See it as a map, which follows every file you save:\n"
        f"  ashraf-atlas serve {named} --watch\n"
        f"Begin with story.toml, then places.geojson; each file says at its top what belongs into it.\n"
        f"See whether all is right:\n"
        f"  ashraf-atlas check {named}"
    )


NEW = Command("write a small, commented, valid dataset to start from", "new my-story", _options, run)

"""`ashraf-atlas export`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from ashraf_atlas.commands.command import Command, CommandError, folder, folder_option
from ashraf_atlas.commands.taking import require_fitting, take, taking_options
from ashraf_atlas.exports import EXPORTED_TABLES, EXPORTS
from ashraf_atlas.schema import TABLES
from ashraf_atlas.takeaways import TAKEAWAYS

TERMINATED = 128 + signal.SIGTERM
"""The exit status of a process that was told to end."""


def _options(parser: argparse.ArgumentParser) -> None:
    formats = {name: it.help for registry in (EXPORTS, TAKEAWAYS) for name, it in registry.items()}
    said = "; ".join(f"{name}: {help_}" for name, help_ in formats.items())
    parser.add_argument("format", choices=formats, metavar="FORMAT", help=said)
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="the file to write; one that is there is replaced at once"
    )
    folder_option(parser)
    parser.add_argument(
        "--table", choices=EXPORTED_TABLES, metavar="NAME", help=f"with csv: {', '.join(EXPORTED_TABLES)}"
    )
    taking_options(parser)


def run(arguments: argparse.Namespace) -> None:
    """Write the file, as a whole or not at all."""
    _require_table(arguments)
    require_fitting(arguments)
    from ashraf_atlas.whole_file import UnwritableError

    if any(arguments.out.resolve() == (folder(arguments) / it.file).resolve() for it in TABLES.values()):
        raise CommandError(f"{arguments.out} is a file of the dataset itself: give another name.")
    it = EXPORTS.get(arguments.format) or TAKEAWAYS[arguments.format]
    try:
        with _tidied_up():
            size = (_export if arguments.format in EXPORTS else take)(arguments)
    except UnwritableError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"The {arguments.format} cannot be made: {error.strerror or error}.") from error
    print(f"{arguments.out} is written: {it.help}, {size}.")


def _require_table(arguments: argparse.Namespace) -> None:
    one_table = arguments.format in EXPORTS and EXPORTS[arguments.format].one_table
    if one_table and not arguments.table:
        arguments.fail(f"which table? give --table with one of {', '.join(EXPORTED_TABLES)}")
    if arguments.table and not one_table:
        holds = ": {} holds every table" if arguments.format in EXPORTS else ", not with {}"
        arguments.fail(f"--table goes with csv{holds.format(arguments.format)}")


def _export(arguments: argparse.Namespace) -> str:
    from ashraf_atlas.exports.bundle import read_bundle
    from ashraf_atlas.whole_file import require_writable, write_whole

    require_writable(arguments.out)
    content = EXPORTS[arguments.format].make(read_bundle(folder(arguments), arguments.table or ""))
    write_whole(arguments.out, content)
    return f"{len(content):,} bytes"


@contextmanager
def _tidied_up() -> Iterator[None]:
    """Let a process that is told to end leave nothing half done, as it would if it were interrupted by hand."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        sys.exit(TERMINATED)

    if threading.current_thread() is not threading.main_thread():  # nobody else is told
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


EXPORT = Command(
    "write the story to a file in another format",
    "export geojson story.geojson my-story",
    _options,
    run,
)

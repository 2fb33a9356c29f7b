"""`ashraf-atlas import`."""

from __future__ import annotations

import argparse
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ashraf_atlas.commands.command import Command, CommandError

if TYPE_CHECKING:
    from ashraf_atlas.ucdp import Imported

FORMATS = ("ucdp",)

SLOW = 2_000
"""So many attacks a page still draws in a few seconds."""

MOST_NAMED = 10


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help="ucdp: an event file of UCDP GED")
    parser.add_argument("file", type=Path, metavar="FILE", help="the CSV file, or the ZIP archive it came in")
    parser.add_argument("out", type=Path, metavar="OUT", help="a folder that is not there yet, or an empty one")
    parser.add_argument(
        "--country",
        action="append",
        default=[],
        metavar="NAME",
        help="only this country, by name or Gleditsch-Ward number; repeatable",
    )
    parser.add_argument("--from", dest="first_year", type=_year, metavar="YEAR", help="only from this year on")
    parser.add_argument("--to", dest="last_year", type=_year, metavar="YEAR", help="only up to this year")
    parser.add_argument(
        "--dyad", action="append", default=[], metavar="NAME", help="only this dyad, by name or number; repeatable"
    )


def run(arguments: argparse.Namespace) -> None:
    """Import a file, and say what came of it."""
    from ashraf_atlas.new_folder import NewFolderError
    from ashraf_atlas.ucdp import Choice, ImportingError, import_ged

    if arguments.first_year and arguments.last_year and arguments.first_year > arguments.last_year:
        arguments.fail(f"--from {arguments.first_year} is after --to {arguments.last_year}")
    choice = Choice(tuple(arguments.country), arguments.first_year, arguments.last_year, tuple(arguments.dyad))
    terminal = sys.stderr.isatty()

    def tell(rows: int) -> None:
        if terminal:
            print(f"\r{rows:,} rows read", end="", file=sys.stderr, flush=True)

    try:
        made = import_ged(arguments.file, arguments.out, choice, today=date.today(), tell=tell)
    except (ImportingError, NewFolderError) as error:
        raise CommandError(str(error)) from error
    finally:
        if terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
    _say(made, arguments.out)


def _say(made: Imported, out: Path) -> None:
    from ashraf_atlas.problems import counted
    from ashraf_atlas.ucdp import LEFT_OUT

    print(
        f"{counted(made.events, 'event')} at {counted(made.places, 'place')}, with {counted(made.sources, 'source')}, "
        f"are in {out}: ashraf-atlas serve {shlex.quote(str(out))}"
    )
    if made.disordered:
        print(
            f"Low and high of {counted(made.disordered, 'event')} are no range around best, which stands alone there."
        )
    lines = []
    if made.left_out:
        lines.append(f"{counted(len(made.left_out), 'row')} could not be used, all listed in {out / LEFT_OUT}:")
        reasons: dict[str, list[str]] = {}
        for it in made.left_out:
            reasons.setdefault(it.why.partition(":")[0], []).append(it.id or f"line {it.line}")
        for why, ids in reasons.items():
            more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
            lines.append(f"  {len(ids)} because {why}: {', '.join(ids[:MOST_NAMED])}{more}")
    if made.events > SLOW:
        lines.append(
            f"A page of more than {SLOW:,} attacks is slow: choose fewer with --country, --from, --to or --dyad."
        )
    print(*lines, sep="\n", end="\n" if lines else "", file=sys.stderr)


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) != 4:
        raise argparse.ArgumentTypeError(f"not a year: {text!r} (write four digits, such as 2013)")
    return int(text)


IMPORT = Command(
    "make a dataset of an event file of UCDP GED",
    "import ucdp GEDEvent_v25_1.csv my-story --country Iraq --from 2003",
    _options,
    run,
)

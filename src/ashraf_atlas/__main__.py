"""The command line: `ashraf-atlas`, which is `python -m ashraf_atlas`, and the options of `python app.py`.

Status 0: fine. 1: the dataset or a path is wrong. 2: the command is wrong. 130: interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ashraf_atlas import __version__
from ashraf_atlas.commands import COMMANDS, serve
from ashraf_atlas.commands.command import CommandError
from ashraf_atlas.problems import DatasetError

FINE, WRONG, INTERRUPTED = 0, 1, 130
"""Exit statuses; argparse itself ends with 2 if the command is wrong."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `ashraf-atlas` with these arguments, the process's own by default; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="ashraf-atlas", description="A map of where people lived, what happened to them, and who says so."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        sub = subparsers.add_parser(
            name,
            help=command.help,
            description=f"{command.help[0].upper()}{command.help[1:]}.",
            epilog=f"example: ashraf-atlas {command.example}",
        )
        command.options(sub)
        sub.set_defaults(run=command.run, fail=sub.error)
    return _ended(parser, argv)


def run_app(argv: Sequence[str] | None = None) -> int:
    """Run `python app.py` with these arguments; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python app.py",
        description="Serve the embedded story, or another dataset.",
        epilog="example: python app.py --port 9000 --geodata my-story",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--geodata", dest="folder", type=Path, metavar="DIR", help="serve the dataset in this folder")
    serve.serve_options(parser)
    parser.set_defaults(run=serve.run, fail=parser.error)
    return _ended(parser, argv)


def _ended(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    """Run what the arguments say, tell what went wrong in plain words, and return the exit status."""
    arguments = parser.parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a title may have letters that a terminal has not
    try:
        arguments.run(arguments)
        sys.stdout.flush()
    except DatasetError as error:
        print(error, error.summary, sep="\n", file=sys.stderr)
        return WRONG
    except CommandError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # nobody reads on: let the last flush at exit go nowhere instead of failing again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    return FINE


if __name__ == "__main__":
    sys.exit(main())

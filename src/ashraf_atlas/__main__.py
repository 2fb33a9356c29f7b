"""The command line: `ashraf-atlas`, which is `python -m ashraf_atlas`, and the options of `python app.py`.

Status 0: fine. 1: the dataset or a path is wrong. 2: the command is wrong. 130: interrupted.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ashraf_atlas import __version__
from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.problems import DatasetError

FINE, WRONG, INTERRUPTED = 0, 1, 130
"""Exit statuses; argparse itself ends with 2 if the command is wrong."""

HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Command:
    """A subcommand: what it does in one line, how to call it, its options, and the function that runs it."""

    help: str
    example: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], None]


def main(argv: Sequence[str] | None = None) -> int:
    """Run `ashraf-atlas` with these arguments, the process's own by default; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="ashraf-atlas", description="A map of where people lived in exile, what happened to them, and who says so."
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
        sub.set_defaults(run=command.run)
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
    _serve_options(parser)
    parser.set_defaults(run=_serve)
    return _ended(parser, argv)


def _ended(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    """Run what the arguments say, tell what went wrong in plain words, and return the exit status."""
    arguments = parser.parse_args(argv)
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


class CommandError(Exception):
    """A command that cannot do its work for a reason that is no problem of the dataset; one sentence."""


def _folder_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="a dataset folder (the embedded story)")


def _serve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    parser.add_argument("--port", type=_port, default=8050, help="the port (%(default)s); 0 for a free one")
    parser.add_argument(
        "--base-path", type=_base_path, default="/", metavar="PATH", help="the path to serve under (/), such as /atlas/"
    )


def _serve_command_options(parser: argparse.ArgumentParser) -> None:
    _folder_option(parser)
    _serve_options(parser)


def _serve(arguments: argparse.Namespace) -> None:
    # the server and Dash are not loaded for the other commands
    from ashraf_atlas.serving import ServingError, serve

    try:
        serve(_folder(arguments), host=arguments.host, port=arguments.port, base_path=arguments.base_path)
    except ServingError as error:
        raise CommandError(str(error)) from error


def _check(arguments: argparse.Namespace) -> None:
    from ashraf_atlas.load import load
    from ashraf_atlas.schema import TABLES

    tables = load(_folder(arguments))
    counts = ", ".join(table.counted(len(tables[table.name])) for table in TABLES.values() if table.format != "toml")
    print(f"The dataset is valid: {counts}.")


def _basemap(arguments: argparse.Namespace) -> None:
    from ashraf_atlas.basemap import build_basemap
    from ashraf_atlas.basemap.registry import RegistryError
    from ashraf_atlas.load import load

    folder = _folder(arguments)
    load(folder)
    try:
        build_basemap(folder, lambda step: print(step, file=sys.stderr, flush=True))
    except tomllib.TOMLDecodeError as error:
        raise CommandError(f"basemap/recipe.toml is not valid TOML: {error}") from error
    except (RegistryError, OSError) as error:
        raise CommandError(str(error)) from error
    print(f"The base map is in {folder / 'basemap'}.")


def _folder(arguments: argparse.Namespace) -> Path:
    return arguments.folder or geodata_folder()


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"not a port: {text!r} (write a number from 0 to {HIGHEST_PORT})")
    return int(text)


def _base_path(text: str) -> str:
    path = f"/{text.strip('/')}/".replace("//", "/")
    if not re.fullmatch(r"/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*", path):
        raise argparse.ArgumentTypeError(f"not a path of a web address: {text!r} (write one such as /atlas/)")
    return path


COMMANDS: dict[str, Command] = {
    "serve": Command(
        "serve the embedded story, or the dataset in DIR",
        "serve my-story --port 9000",
        _serve_command_options,
        _serve,
    ),
    "check": Command(
        "check a dataset and list every problem as file:row:column: what: value: how to mend it",
        "check my-story",
        _folder_option,
        _check,
    ),
    "basemap": Command(
        "build the base map of a dataset anew from registry packages",
        "basemap my-story",
        _folder_option,
        _basemap,
    ),
}
"""Every subcommand by its name."""


if __name__ == "__main__":
    sys.exit(main())

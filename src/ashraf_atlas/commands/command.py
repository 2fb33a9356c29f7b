"""What a subcommand is, what stops one, and the arguments that several of them share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.schema import STORY

HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Command:
    """A subcommand: what it does in one line, how to call it, its options, and the function that runs it."""

    help: str
    example: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], None]
    """Its arguments also hold `fail`, which ends the program with a sentence on how the command is wrong."""


class CommandError(Exception):
    """A command that cannot do its work for a reason that is no problem of the dataset; one sentence."""


def folder_option(parser: argparse.ArgumentParser) -> None:
    """Let a command take a dataset folder."""
    help_ = "a dataset folder (the present one, if it holds story.toml; else the embedded story)"
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=help_)


def folder(arguments: argparse.Namespace) -> Path:
    """Return the dataset folder that a command was given; else the present one if it is one, else the embedded one.

    Who stands in a folder of their own means that: to check or export another would tell them that all is well.
    """
    here = Path()
    return arguments.folder or (here if (here / STORY.file).is_file() else geodata_folder())


def port(text: str) -> int:
    """Return a port as it is typed."""
    if not text.isascii() or not text.isdigit() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"not a port: {text!r} (write a number from 0 to {HIGHEST_PORT})")
    return int(text)


def base_path(text: str) -> str:
    """Return a path of a web address as it is typed, between slashes."""
    path = f"/{text.strip('/')}/".replace("//", "/")
    if not re.fullmatch(r"/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*", path):
        raise argparse.ArgumentTypeError(f"not a path of a web address: {text!r} (write one such as /atlas/)")
    return path

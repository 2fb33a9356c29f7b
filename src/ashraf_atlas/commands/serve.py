"""`ashraf-atlas serve`, which is also what `python app.py` does."""

from __future__ import annotations

import argparse
import os

from ashraf_atlas.commands.command import Command, CommandError, base_path, folder, folder_option, port
from ashraf_atlas.commands.site_options import site_options, wanted_options

MOST_WORKERS = 64
USUAL_WORKERS = 4


def serve_options(parser: argparse.ArgumentParser) -> None:
    """Let a command say where to serve."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    parser.add_argument("--port", type=port, default=8050, help="the port (%(default)s); 0 for a free one")
    parser.add_argument(
        "--base-path", type=base_path, default="/", metavar="PATH", help="the path to serve under (/), such as /atlas/"
    )
    site_options(parser)
    parser.add_argument(
        "--workers",
        type=workers,
        default=min(os.cpu_count() or 1, USUAL_WORKERS),
        metavar="N",
        help="processes that answer (one for each processor, up to four)",
    )
    parser.add_argument("--access-log", action="store_true", help="print a line for each request")
    parser.add_argument(
        "--watch",
        action="store_true",
        help="follow the files: reload open pages, and show problems in them until mended",
    )


def workers(text: str) -> int:
    """Return a number of processes as it is typed."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"not a number of processes: {text!r} (write one from 1 to {MOST_WORKERS})")
    return int(text)


def _options(parser: argparse.ArgumentParser) -> None:
    folder_option(parser)
    serve_options(parser)


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted."""
    # the server and Dash are not loaded for the other commands
    from ashraf_atlas.serving import Place, ServingError, serve
    from ashraf_atlas.site.folder import FrozenError

    place = Place(arguments.host, arguments.port, arguments.base_path, arguments.workers, arguments.access_log)
    try:
        serve(folder(arguments), place, wanted_options(arguments), watch=arguments.watch)
    except (ServingError, FrozenError) as error:
        raise CommandError(str(error)) from error


SERVE = Command(
    "serve the embedded story, or the dataset or frozen site in DIR", "serve my-story --port 9000", _options, run
)

"""`ashraf-atlas serve`, which is also what `python app.py` does."""

from __future__ import annotations

import argparse

from ashraf_atlas.commands.command import Command, CommandError, base_path, folder, folder_option, port


def serve_options(parser: argparse.ArgumentParser) -> None:
    """Let a command say where to serve."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    parser.add_argument("--port", type=port, default=8050, help="the port (%(default)s); 0 for a free one")
    parser.add_argument(
        "--base-path", type=base_path, default="/", metavar="PATH", help="the path to serve under (/), such as /atlas/"
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="follow the files: reload open pages, and show problems in them until mended",
    )


def _options(parser: argparse.ArgumentParser) -> None:
    folder_option(parser)
    serve_options(parser)


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted."""
    # the server and Dash are not loaded for the other commands
    from ashraf_atlas.serving import ServingError, serve

    try:
        serve(
            folder(arguments),
            host=arguments.host,
            port=arguments.port,
            base_path=arguments.base_path,
            watch=arguments.watch,
        )
    except ServingError as error:
        raise CommandError(str(error)) from error


SERVE = Command("serve the embedded story, or the dataset in DIR", "serve my-story --port 9000", _options, run)

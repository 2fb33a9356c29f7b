"""`ashraf-atlas freeze`: the whole dashboard as files for any web server, or as one file for a double click."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ashraf_atlas.commands.command import Command, CommandError, folder, folder_option
from ashraf_atlas.commands.site_options import site_options, wanted_options

BUILT = 0.2
"""Share of the whole, roughly: most of it is compressing."""


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to make, or with --single-file the HTML file")
    folder_option(parser)
    parser.add_argument("--single-file", action="store_true", help="one HTML file with everything in it")
    site_options(parser)


def run(arguments: argparse.Namespace) -> None:
    """Freeze the dashboard."""
    # Dash is not loaded for the other commands
    from ashraf_atlas.new_folder import NewFolderError
    from ashraf_atlas.progress import progress, stretch
    from ashraf_atlas.site.build import build_site
    from ashraf_atlas.site.folder import write_site
    from ashraf_atlas.site.single import single_file
    from ashraf_atlas.whole_file import UnwritableError, require_writable, write_whole

    options = wanted_options(arguments)
    try:
        if arguments.single_file:
            require_writable(arguments.out)
            with progress(sys.stderr) as tell:
                content = single_file(folder(arguments), options, tell)
            write_whole(arguments.out, content)
            print(f"{arguments.out}: {len(content) / 1e6:.1f} MB, opens in a browser by a double click.")
            return
        with progress(sys.stderr) as tell:
            site = build_site(folder(arguments), options, stretch(tell, 0, BUILT))
            write_site(site, arguments.out, stretch(tell, BUILT, 1))
    except (NewFolderError, UnwritableError) as error:
        raise CommandError(str(error)) from error
    print(f"{arguments.out}: {len(site.files)} files, edition {site.edition}, for any web server.")


FREEZE = Command(
    "write the whole dashboard as files for any web server",
    "freeze site --base-url https://example.org/atlas/",
    _options,
    run,
)

"""`ashraf-atlas basemap`."""

from __future__ import annotations

import argparse
import sys
import tomllib

from ashraf_atlas.commands.command import Command, CommandError, folder, folder_option


def run(arguments: argparse.Namespace) -> None:
    """Build the base map, and tell of each step."""
    from ashraf_atlas.basemap import build_basemap
    from ashraf_atlas.basemap.registry import RegistryError
    from ashraf_atlas.load import load

    where = folder(arguments)
    load(where)
    try:
        build_basemap(where, lambda step: print(step, file=sys.stderr, flush=True))
    except tomllib.TOMLDecodeError as error:
        raise CommandError(f"basemap/recipe.toml is not valid TOML: {error}") from error
    except (RegistryError, OSError) as error:
        raise CommandError(str(error)) from error
    print(f"The base map is in {where / 'basemap'}.")


BASEMAP = Command("build the base map of a dataset anew from registry packages", "basemap my-story", folder_option, run)

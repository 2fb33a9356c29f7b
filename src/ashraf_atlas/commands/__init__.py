"""The subcommands of `ashraf-atlas`, each in a module of its own; none of them loads the libraries of another."""

from __future__ import annotations

from ashraf_atlas.commands.basemap import BASEMAP
from ashraf_atlas.commands.check import CHECK
from ashraf_atlas.commands.command import Command
from ashraf_atlas.commands.export import EXPORT
from ashraf_atlas.commands.freeze import FREEZE
from ashraf_atlas.commands.importing import IMPORT
from ashraf_atlas.commands.new import NEW
from ashraf_atlas.commands.serve import SERVE

COMMANDS: dict[str, Command] = {
    "serve": SERVE,
    "freeze": FREEZE,
    "check": CHECK,
    "new": NEW,
    "import": IMPORT,
    "export": EXPORT,
    "basemap": BASEMAP,
}
"""Every subcommand by its name."""

"""Joins the browser's modules into one classic script, which needs no headers, no origin and no server.

It knows the few forms of import and export that the modules of `assets/` keep to, and refuses every other one: no
default, no star, no list, nothing that changes after it was exported, and no circle.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"([^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function\*? |const )(\w+)", re.MULTILINE)
FOREIGN = re.compile(r"^(?!\s*(?:\*|//|/\*))(?:(?:import|export)\b|.*\bimport(?:\(|\.meta\b)).*", re.MULTILINE)
"""Any other, outside comments."""

LEFT = "window.atlasModules"
"""Where a script leaves its modules for a later one."""

COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
"""A comment that has its lines to itself: a third of what the modules are. Licences begin with one star and stay."""


class JoiningError(Exception):
    """A module has a form of import or export that the joiner does not know."""


def joined(
    entries: tuple[str, ...], folder: Path, *, earlier: tuple[str, ...] = (), left: bool = False, after: str = ""
) -> str:
    """Return the modules at `entries` (paths below `folder`) and all they import as one classic script.

    `earlier` are the entries of a script that has run before: its modules are taken from there, if it was made with
    `left`, which leaves them for a later one. `after` is put at the end, in the same strict scope. Raises
    `JoiningError`.
    """
    modules: dict[str, str] = {}
    for entry in earlier:
        _visit(entry, folder, modules, ())
    there = len(modules)
    for entry in entries:
        _visit(entry, folder, modules, ())
    names = {path: f"m{number}" for number, path in enumerate(modules)}
    listed = [*names.values()]
    parts = [_wrapped(path, text, names) for path, text in [*modules.items()][there:]]
    before = [f"const {{ {', '.join(listed[:there])} }} = {LEFT};"] if there else []
    leaving = [f"{LEFT} = {{ {', '.join(listed)} }};"] if left else []
    return "\n".join(["(() => {", '"use strict";', *before, *parts, *leaving, after, "})();", ""])


def _visit(path: str, folder: Path, modules: dict[str, str], above: tuple[str, ...]) -> None:
    """Add what a module imports, then the module: in the order in which they can run."""
    if path in above:
        raise JoiningError(f"{' imports '.join((*above, path))}: a circle, of which no part can run first.")
    if path in modules:
        return
    text = (folder / path).read_text(encoding="utf-8")
    for _, address in IMPORT.findall(text):
        _visit(_below(path, address), folder, modules, (*above, path))
    modules[path] = text


def _wrapped(path: str, text: str, names: Mapping[str, str]) -> str:
    exported = [name for _, name in EXPORT.findall(text)]
    body = IMPORT.sub(lambda it: _taken(it[1], names[_below(path, it[2])]), text)
    body = COMMENT.sub("", EXPORT.sub(r"\1\2", body))
    if foreign := FOREIGN.search(body):
        raise JoiningError(f"{path}: {foreign[0].strip()!r} is no form of import or export that can be joined.")
    return f"const {names[path]} = (() => {{ // {path}\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _taken(listed: str | None, module: str) -> str:
    if listed is None:
        return ""
    return f"const {{{listed.replace(' as ', ': ')}}} = {module};"


def _below(path: str, address: str) -> str:
    if not address.startswith("."):
        raise JoiningError(f"{path}: {address!r} is not a module of this folder.")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))

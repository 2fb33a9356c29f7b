"""The scripts of the page: Dash's as one, Plotly's map, the atlas's own modules as one, and data as scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dash import Dash, dcc, html

from ashraf_atlas.site.joined import joined
from ashraf_atlas.site.plotly_map import plotly_map

UNUSED = ("dash_table", "plotly")
"""Of what Dash lists: not used here, and replaced by the smaller bundle."""

FOR_GRAPHS = ("polyfill", "dash_core_components")
"""Of what Dash lists: only its graphs need it here, so that it comes with Plotly."""

GRAPH = "async-graph"
"""What Dash loads when a graph is first needed."""

STORE = """window.atlasStore ??= () => null;
window.dash_core_components = { ...window.dash_core_components, Store: window.atlasStore };"""
"""A `dcc.Store` for the page that draws nothing: what it holds, Dash keeps in its own tree. It stays the same when
Dash's own components come, or else Dash would put another in its place."""

FIRST = ("client/answers.mjs", "client/fonts.mjs")
"""What asks for more: a language, fonts. The sooner it runs, the less is waited for."""

REST = "dashboard.mjs"
WATCHING = "client/watching.mjs"
START = "new DashRenderer();"
ON_LOAD = "//# allFunctionsCalledOnLoad"
LEFT_OUT = ("end_id", "dash_version_url")
ASKED = ("_dash-layout", "_dash-dependencies")


def dash_script(app: Dash) -> str:
    """Return every script that Dash needs for the page without graphs, in its order."""
    return "\n;\n".join([*_listed(app, lambda address: not _is_of(FOR_GRAPHS, address)), STORE])


def graphs_script(assets: Path) -> str:
    """Return what draws graphs: Plotly's map bundle, and what Dash needs for a graph."""
    app = Dash(__name__, include_assets_files=False, enable_mcp=False)  # any lists the same
    app.layout = html.Div()
    listed = [str(it["relative_package_path"]) for it in dcc._js_dist if it.get("async")]
    chunk = next(it for it in listed if Path(it).stem == GRAPH)
    graph = _without_map((Path(dcc.__file__).parents[1] / chunk).read_text(encoding="utf-8"))
    return "\n;\n".join([*_listed(app, partial(_is_of, FOR_GRAPHS)), plotly_map(assets), graph, STORE])


def _listed(app: Dash, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Yield the scripts that Dash lists for a page and that are used here, by whether their address is wanted."""
    client = app.server.test_client()
    for address in re.findall(r'<script src="([^"]+)"', client.get("/").get_data(as_text=True)):
        if wanted(address) and not _is_of(UNUSED, address):
            answer = client.get(address)
            assert answer.status_code == 200, address
            yield _without_map(answer.get_data(as_text=True))


def _is_of(names: tuple[str, ...], address: str) -> bool:
    return any(name in address for name in names)


def _without_map(script: str) -> str:
    """Return a script without the address of a map of its sources: those are not served."""
    return re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)


def dash_config(app: Dash) -> str:
    """Return the configuration that Dash reads from the page, as JSON that may stand in HTML.

    Without what is another each time, and without the address that Dash would ask for news of itself.
    """
    page = app.server.test_client().get("/").get_data(as_text=True)
    found = re.search(r'<script id="_dash-config" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    config = {name: value for name, value in json.loads(found[1]).items() if name not in LEFT_OUT}
    return json.dumps(config, separators=(",", ":")).replace("<", "\\u003c")


def dash_answers(app: Dash) -> dict[str, str]:
    """Return what Dash asks its server for, as JSON by the name of the address."""
    client = app.server.test_client()
    return {name: _written(_settled(client.get(f"/{name}").get_json())) for name in ASKED}


def _settled(tree: Any) -> Any:
    """Return a tree of components with their properties in an order: Dash gives them in another in each process."""
    if isinstance(tree, list):
        return [_settled(it) for it in tree]
    if not isinstance(tree, dict) or "namespace" not in tree:
        return tree
    props = {name: _settled(it) if name == "children" else it for name, it in sorted(tree["props"].items())}
    return {**tree, "props": props}


def _written(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def first_script(assets: Path) -> str:
    """Return those of the atlas's own modules that are to run before everything else."""
    return joined(FIRST, assets, left=True)


def called_on_load(script: str) -> str:
    """Return a script of which a browser is told that most functions run when the page comes.

    Chromium then makes them ready while it fetches the script, beside the page's own work; without that it would stop
    at each one that is called (the comment of V8's explicit compile hints, since Chromium 136). It must stand first.
    """
    return f"{ON_LOAD}\n{script}"


def atlas_script(assets: Path, *, watched: bool = False) -> str:
    """Return the others; they start Dash. `watched`: with what reloads the page when there is another."""
    return joined((REST, *([WATCHING] if watched else [])), assets, earlier=FIRST, after=START)


def watching_script(assets: Path) -> str:
    """Return only what reloads a page when its dataset changes."""
    return joined((WATCHING,), assets)


def data_script(**texts: str) -> str:
    """Return a script that holds JSON texts for the page, by name; parsed when they are wanted."""
    return "".join(f"(window.atlasData??={{}})[{json.dumps(name)}]={_literal(text)};\n" for name, text in texts.items())


def content_script(name: str, content: Any) -> str:
    """Return what a page needs sooner or later, such as a part of a long story, as a script that holds it by name."""
    return data_script(**{name: _written(content)})


def _literal(text: str) -> str:
    """Return a text as a literal of JavaScript, short for JSON: it is full of double quotes."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

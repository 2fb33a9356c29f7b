"""The static files of the pages beside the atlas: MapLibre alone, a line of text, its first words; a map's style."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from tests.benchmarks.pages.shown import GEODATA, geojson, shown, style, years

from ashraf_atlas.theme import tokens

LIBRARY = ("maplibre-gl.mjs", "maplibre-gl-shared.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css")
"""What a page needs of MapLibre's package; all of it is minified."""

PAGES = ("floor.html", "line.html")


REST = '<noscript class="written-rest">'
"""Where the first words of the atlas's page end."""


def write_folder(folder: Path, facts: dict[str, Any], maplibre: Path, site: Path) -> None:
    """Write the files; `maplibre` is where the package's modules are, `site` the frozen atlas."""
    (folder / "maplibre").mkdir(parents=True)
    (folder / "assets").mkdir()  # the usual page has its style from here too
    for name in LIBRARY:
        shutil.copyfile(maplibre / name, folder / "maplibre" / name)
    for name in PAGES:
        shutil.copyfile(Path(__file__).with_name(name), folder / name)
    page = (site / "index.html").read_text(encoding="utf-8")
    (folder / "words.html").write_text(first_words(page), encoding="utf-8")
    overview = json.loads((GEODATA / "basemap" / "overview.geojson").read_text(encoding="utf-8"))
    _write(folder / "assets" / "style.json", style(overview))
    _write(folder / "story.json", {**geojson(shown(facts)), **_first_view(facts)})


def first_words(page: str) -> str:
    """Return the atlas's page without all that it need not have: its first words in their style, no map and no script.

    What it takes to paint them is the least that the largest paint of the atlas can take.
    """
    words, found, _ = page.partition(REST)
    assert found, "the page does not say where its first words end"
    return re.sub(r"<script.*?</script>", "", words, flags=re.DOTALL) + "</div></main></div></body></html>"


def _first_view(facts: dict[str, Any]) -> dict[str, Any]:
    lat, lon, zoom = facts["story"]["defaultView"]
    colours = tokens("light")
    return {
        "first": years(facts)[0],
        "last": years(facts)[-1],
        "center": [lon, lat],
        "zoom": zoom,
        "colours": {"place": colours["presence"], "attack": colours["attack"]},
    }


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

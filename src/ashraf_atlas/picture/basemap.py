"""The base map as SVG: the layers of the page's map style, drawn for one view from shapes that were prepared once."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ashraf_atlas.basemap.style import DETAIL_ZOOM, detail_layers, map_style
from ashraf_atlas.picture.lettering import Town
from ashraf_atlas.picture.mercator import LATITUDE_LIMIT, TILE, View
from ashraf_atlas.picture.svg import element
from ashraf_atlas.theme import tokens

MARGIN = 12
"""Pixels drawn beyond the edge, so that what is cut there has its cut out of sight."""

FINE = 0.2
"""Pixels by which a simplified shape may be off."""

Shapes = Mapping[str, Any]
"""Kind → array of polygons or lines, in world pixels at zoom 0."""


@dataclass(frozen=True)
class Basemap:
    """A base map that is ready to be drawn again and again."""

    overview: Shapes
    detail: Shapes | None
    towns: tuple[Town, ...]
    """The most important first."""

    def drawn(self, view: View, theme: str, unit: float = 1) -> str:
        """Return the elements of land, waters and borders; `unit`: pixels of the picture that one of the view has."""
        colours = tokens(theme)
        close = self.detail is not None and view.zoom + math.log2(unit) >= DETAIL_ZOOM
        shapes = self.detail if close and self.detail is not None else self.overview
        layers = detail_layers(colours) if close else map_style(colours)["layers"]
        sea = element("rect", {"width": view.width, "height": view.height, "fill": colours["water"]})
        paths = {it["filter"][2]: None for it in layers if "filter" in it and it["filter"][2] != "sea"}
        made = {kind: _path(shapes[kind], view, FINE / unit) for kind in paths if kind in shapes}
        return sea + "".join(_layer(it, made, view.zoom) for it in layers if "filter" in it)


def basemap(folder: Path) -> Basemap:
    """Return the base map in a folder, read once for as long as its files stay the same."""
    files = [folder / f"{name}.geojson" for name in ("overview", "detail", "towns")]
    return _read(tuple((it, it.stat().st_mtime_ns if it.is_file() else 0) for it in files))


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[Path, int], ...]) -> Basemap:
    overview, detail, towns = (_features(path) if there else None for path, there in files)
    return Basemap(_shapes(overview or []), _shapes(detail) if detail else None, tuple(_towns(towns or [])))


def _features(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8-sig"))["features"]
    return found


def _towns(features: list[dict[str, Any]]) -> Iterator[Town]:
    for it in sorted(features, key=lambda it: float(it["properties"]["minzoom"])):
        lon, lat = it["geometry"]["coordinates"][:2]
        yield Town(it["properties"]["name"], lon, lat, it["properties"]["minzoom"])


def _shapes(features: list[dict[str, Any]]) -> Shapes:
    kinds: dict[str, list[Any]] = {}
    for feature in features:
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        kinds.setdefault(feature["properties"]["kind"], []).append(shape)
    return {kind: shapely.get_parts(shapely.transform(shapes, _projected)) for kind, shapes in kinds.items()}


def _projected(points: Any) -> Any:
    """World pixels at zoom 0 of longitudes and latitudes."""
    phi = np.radians(np.clip(points[:, 1], -LATITUDE_LIMIT, LATITUDE_LIMIT))
    y = (0.5 - np.arcsinh(np.tan(phi)) / (2 * math.pi)) * TILE
    return np.column_stack([(points[:, 0] + 180) / 360 * TILE, y])


def _path(shapes: Any, view: View, fine: float) -> str:
    """The outlines of shapes where they are seen; the world repeats itself beyond the date line."""
    scale, (left, top) = 2**view.zoom, view.corner
    world = TILE * scale
    first, last = math.floor((left - MARGIN) / world), math.floor((left + view.width + MARGIN) / world)
    copies = range(first, last + 1)
    return "".join(_copy(shapes, view, (left - it * world, top), scale, fine) for it in copies)


def _copy(shapes: Any, view: View, corner: tuple[float, float], scale: float, fine: float) -> str:
    (left, top), size = corner, (view.width, view.height)
    box = [(left - MARGIN) / scale, (top - MARGIN) / scale]
    box += [(left + size[0] + MARGIN) / scale, (top + size[1] + MARGIN) / scale]
    west, north, east, south = shapely.bounds(shapes).T
    near = shapes[(west <= box[2]) & (east >= box[0]) & (north <= box[3]) & (south >= box[1])]
    seen = shapely.clip_by_rect(near, *box)
    parts = shapely.get_parts(seen[~shapely.is_empty(seen)])
    parts = shapely.simplify(parts, fine / scale, preserve_topology=False)
    rings = [it for part in parts for it in (shapely.get_rings(part) if part.geom_type == "Polygon" else [part])]
    return "".join(_outline(shapely.get_coordinates(it) * scale - [left, top]) for it in rings if not it.is_empty)


def _outline(points: Any) -> str:
    """A line in tenths of a pixel, each point told by the way from the one before."""
    tenths = np.rint(points * 10).astype(int)
    steps = np.diff(tenths, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    if not len(steps):
        return ""
    start = f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l"
    return start + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in steps.tolist())


def _layer(layer: Mapping[str, Any], paths: Mapping[str, str], zoom: float) -> str:
    path = paths.get(layer["filter"][2])
    paint = {name.partition("-")[2]: _at(value, zoom) for name, value in layer["paint"].items()}
    if not path or paint["opacity"] == 0:
        return ""
    opacity = None if paint["opacity"] == 1 else paint["opacity"]
    if layer["type"] == "fill":
        return element("path", {"d": path, "fill": paint["color"], "fill-opacity": opacity, "fill-rule": "evenodd"})
    look = {"fill": "none", "stroke": paint["color"], "stroke-width": paint["width"], "stroke-opacity": opacity}
    return element("path", {"d": path, **look, "stroke-linejoin": "round", "stroke-linecap": "round"})


def _at(value: Any, zoom: float) -> Any:
    """A value of the style at a zoom: itself, or between the stops of an interpolation."""
    if not isinstance(value, list):
        return value
    stops = value[3:]
    return float(np.interp(zoom, stops[::2], stops[1::2]))

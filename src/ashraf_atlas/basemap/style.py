"""How the base map is drawn: a MapLibre style without glyphs and sprites, coloured by the tokens of a theme.

The first view is in the style itself. The finer map is one more source and its layers, which the browser adds when
the map is first zoomed in beyond `DETAIL_ZOOM`. It is opaque: its own sea and land lie over the first view's, so what
has not arrived yet is still there underneath, and nothing blinks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Layer = dict[str, Any]

DETAIL_ZOOM = 4.9
"""The zoom from which the finer map is wanted. It looks the same as the first view there, and then stays sharp."""

ATTRIBUTION = "Natural Earth · GSHHG · GeoNames"
"""What the licences of the map's material ask to be said on the map."""

FONTS = ["Inter"]

LINE_CONTRAST = 1.27
"""Contrast of shores and rivers against land: seen, but never taken for a line of the story."""


def map_style(theme: Mapping[str, str], *, labels: bool = False) -> dict[str, Any]:
    """Return the style of the first view.

    `theme` gives colours by token. With `labels` the map writes the towns' names itself; without, the browser does,
    where they are in the way of nothing.
    """
    sources = {"overview": _source(), **({"towns": _source()} if labels else {})}
    towns = [_town_dots(theme), _town_names(theme)] if labels else []
    return {"version": 8, "sources": sources, "layers": [_water(theme), *_geography(theme, "overview"), *towns]}


def detail_sources() -> dict[str, Layer]:
    """Return the sources to add once the map is zoomed in to `DETAIL_ZOOM`, by id."""
    return {"detail": _source()}


def detail_layers(theme: Mapping[str, str]) -> list[Layer]:
    """Return the layers of the finer map, bottom first, to be added over those of the first view."""
    sea = _fill("detail", "sea", theme["water"])
    return [{**layer, "minzoom": DETAIL_ZOOM} for layer in (sea, *_geography(theme, "detail"))]


def colours(layers: Iterable[Layer]) -> Iterator[dict[str, Any]]:
    """Yield each colour of the layers with the layer and the property that has it, for another theme to replace."""
    for layer in layers:
        for name, value in layer.get("paint", {}).items():
            if "color" in name:
                yield {"layer": layer["id"], "property": name, "value": value}


def _geography(theme: Mapping[str, str], source: str) -> list[Layer]:
    shore = _away_from(theme["land"], theme["water"])
    province = theme["province"]
    thin = _grow((3, 0.3), (6, 0.6), (10, 1))
    small = [
        _line(source, "province-line", province, _grow((6, 0.4), (10, 0.9)), _grow((6, 0), (7, 0.75))),
        _fill(source, "small-lake", theme["water"], _grow((5, 0), (6.2, 1))),
        _line(source, "small-river", shore, _grow((6, 0.3), (10, 1.2)), _grow((5.8, 0), (6.8, 1))),
    ]
    return [
        _fill(source, "land", theme["land"]),
        _fill(source, "province", theme["province-held"], _grow((3.5, 0), (4.6, 1))),
        _line(source, "province-held-line", province, _grow((4, 0.4), (8, 1.1)), _grow((3.8, 0), (5, 1))),
        *(small if source == "detail" else ()),
        _fill(source, "lake", theme["water"]),
        _line(source, "river", shore, _grow((3, 0.4), (6, 0.9), (10, 2)), _grow((2.5, 0.5), (5, 1))),
        _line(source, "land", shore, thin, name="shore"),
        _line(source, "lake", shore, thin, name="lake-shore"),
        _line(source, "border", theme["border"], _grow((2, 0.5), (5, 0.9), (10, 1.5))),
    ]


def _water(theme: Mapping[str, str]) -> Layer:
    return {"id": "water", "type": "background", "paint": {"background-color": theme["water"]}}


def _town_dots(theme: Mapping[str, str]) -> Layer:
    paint = {
        "circle-radius": _grow((3, 1.2), (9, 2)),
        "circle-color": theme["faint"],
        "circle-stroke-color": theme["land"],
        "circle-stroke-width": 1,
    }
    return {"id": "town-dots", "type": "circle", "source": "towns", "filter": TOWNS_SHOWN, "paint": paint}


def _town_names(theme: Mapping[str, str]) -> Layer:
    layout = {
        "text-field": ["get", "name"],
        "text-font": FONTS,
        "text-size": _grow((3, 10.5), (9, 12)),
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.5,
        "text-justify": "auto",
        "symbol-sort-key": ["get", "minzoom"],
    }
    paint = {"text-color": theme["faint"], "text-halo-color": theme["land"], "text-halo-width": 1.4}
    return {
        "id": "town-names",
        "type": "symbol",
        "source": "towns",
        "filter": TOWNS_SHOWN,
        "layout": layout,
        "paint": paint,
    }


TOWNS_SHOWN = ["<=", ["get", "minzoom"], ["+", ["zoom"], 0.7]]
"""A filter sees whole zooms only, so towns come a little before or after their own."""


def _source() -> Layer:
    """A source that the page fills: fetched by the map's worker, it would not come where a page has no origin."""
    return {"type": "geojson", "data": {"type": "FeatureCollection", "features": []}, "attribution": ATTRIBUTION}


def _fill(source: str, kind: str, colour: str, opacity: Any = 1) -> Layer:
    return {
        "id": f"{source}-{kind}",
        "type": "fill",
        "source": source,
        "filter": ["==", ["get", "kind"], kind],
        "paint": {"fill-color": colour, "fill-opacity": opacity},
    }


def _line(source: str, kind: str, colour: str, width: Any, opacity: Any = 1, *, name: str = "") -> Layer:
    return {
        "id": f"{source}-{name or kind}",
        "type": "line",
        "source": source,
        "filter": ["==", ["get", "kind"], kind],
        "layout": {"line-cap": "round", "line-join": "round"},
        "paint": {"line-color": colour, "line-width": width, "line-opacity": opacity},
    }


def _grow(*stops: tuple[float, float]) -> list[Any]:
    """Return a value that changes evenly with the zoom between stops of (zoom, value)."""
    return ["interpolate", ["linear"], ["zoom"], *(number for stop in stops for number in stop)]


def _away_from(ground: str, colour: str) -> str:
    """Return a colour moved away from the ground it lies on until a thin line of it can be seen there."""
    shades = [_moved(colour, ground, step / 10) for step in range(21)]
    return next((shade for shade in shades if contrast(shade, ground) >= LINE_CONTRAST), shades[-1])


def _moved(colour: str, ground: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{min(255, max(0, round(own + share * (own - under)))):02X}" for own, under in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (#RRGGBB), as WCAG 2.2 defines it."""
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))

"""The two pages that travel: the atlas on stage, and MapLibre alone."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from ashraf_atlas.basemap.registry import Package, fetch

Size = tuple[int, int]
Flight = dict[str, Any]

THE_MAP = "document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map"
ARRIVED = "html[data-ready=true][data-arrived=true]"

NOTE_FLIGHTS = f"""() => {{
    const map = {THE_MAP};
    const plain = ({{ lng, lat }}) => [lng, lat];
    const here = () => ({{ center: plain(map.getCenter()), zoom: map.getZoom() }});
    window.flights = [];
    const fly = map.flyTo.bind(map);
    map.flyTo = (options) => {{
        const {{ center, zoom, duration, easing }} = options;
        window.flights.push({{ from: here(), to: {{ center, zoom }}, duration, easing: String(easing) }});
        return fly(options);
    }};
}}"""
"""Keep what the atlas asks of its map, so that the bare page can be asked the same."""

COUNT_FRAMES = """() => {
    const { dataset } = document.documentElement;
    window.flights.length = 0;
    window.travelled = new Promise((resolve) => {
        const frames = [];
        const frame = (now) => {
            if (!dataset.arrived || frames.length) frames.push(now);
            if (dataset.arrived && frames.length) resolve(frames);
            else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    });
}"""
"""From the moment the atlas leaves a stop until it has arrived at the next one."""

STYLE = f"""() => {{
    const style = {THE_MAP}.getStyle();
    const own = ["overview", "detail"];
    return {{
        version: style.version,
        sources: Object.fromEntries(Object.entries(style.sources).filter(([id]) => own.includes(id))),
        layers: style.layers.filter((layer) => !layer.source || own.includes(layer.source)),
    }};
}}"""
"""The base map in its colours, without what Plotly adds for its traces."""

CAMERA = f"() => [...Object.values({THE_MAP}.getCenter()), {THE_MAP}.getZoom()]"


A_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True)
class Leg:
    """The way from one stop of the walk to the next."""

    stop: str
    """What is typed to go to the stop it leaves: its number, or its year."""

    degrees: float
    zooms: float

    @property
    def far(self) -> float:
        """Return how much of the map passes by, to put legs in order: a zoom level counts as much as 8 degrees."""
        return self.degrees + 8 * self.zooms


class Atlas:
    """The atlas on stage."""

    def __init__(self, browser: Browser, address: str, size: Size, search: str) -> None:
        self.page = _page(browser, size)
        self.page.goto(f"{address}{search}")
        self._arrive()
        self.page.wait_for_selector("html[data-complete=true]", state="attached")
        self.page.evaluate(NOTE_FLIGHTS)

    def legs(self) -> list[Leg]:
        """Go through the walk, without motion, and return how far it is from each stop to the next."""
        self.page.emulate_media(reduced_motion="reduce")
        self._press("Home")
        stops = [self._stop()]
        while len(stops) < 2 or stops[-1] != stops[-2]:
            self._press("ArrowRight")
            stops.append(self._stop())
        return [
            Leg(stop, math.dist(here[:2], there[:2]), abs(here[2] - there[2]))
            for (stop, here), (_, there) in pairwise(stops[:-1])
        ]

    def style(self) -> dict[str, Any]:
        style: dict[str, Any] = self.page.evaluate(STYLE)
        return style

    def travel(self, leg: Leg) -> tuple[list[float], Flight | None]:
        """Press → at the stop a leg leaves; return when each frame was, in ms, and what the map was asked to fly."""
        self.page.emulate_media(reduced_motion="reduce")
        self._press(*leg.stop, "Enter")
        self.page.emulate_media(reduced_motion="no-preference")
        self.page.wait_for_timeout(700)  # the caption comes in, and the browser tidies up
        self.page.evaluate(COUNT_FRAMES)
        self.page.keyboard.press("ArrowRight")
        frames = self.page.evaluate("() => window.travelled")
        flights = self.page.evaluate("() => window.flights")
        return frames, flights[-1] if flights else None

    def _press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.page.evaluate(A_FRAME)
        self._arrive()

    def _arrive(self) -> None:
        self.page.wait_for_selector(ARRIVED, state="attached")

    def _stop(self) -> tuple[str, list[float]]:
        return str(self.page.evaluate("() => atlas.state().step ?? atlas.state().year")), self.page.evaluate(CAMERA)


class Bare:
    """MapLibre alone, of the version that Plotly bundles, with the same base map and one point."""

    def __init__(self, browser: Browser, address: str, size: Size, library: Path, style: dict[str, Any]) -> None:
        self.page = _page(browser, size)
        self.page.route(f"{address}bare/*", lambda route: _give(route, library))
        self.page.goto(f"{address}bare/")
        self.page.wait_for_function("() => window.make")
        self.page.evaluate("style => window.make(style)", style)

    def travel(self, flight: Flight) -> list[float]:
        """Fly what the atlas flew; return when each frame was, in ms."""
        self.page.evaluate("flight => window.stand(flight)", flight)
        self.page.wait_for_timeout(700)
        frames: list[float] = self.page.evaluate("flight => window.fly(flight)", flight)
        return frames


def bundled_maplibre() -> Package:
    """Return the package of the MapLibre that is in Plotly's bundle, at its version."""
    bundle = (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    found = re.search(r"maplibre-gl-js/blob/v([\d.]+)/", bundle)
    if not found:
        raise SystemExit("Plotly's bundle does not say which MapLibre it holds.")
    return Package("maplibre-gl", found[1], "npm", "BSD-3-Clause", "the map library", "MapLibre")


def fetch_maplibre(folder: Path) -> Path:
    """Fetch it into a folder; return where its modules are."""
    return fetch(bundled_maplibre(), folder) / "dist"


def _page(browser: Browser, size: Size) -> Page:
    width, height = size
    page = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="no-preference"
    ).new_page()
    page.set_default_timeout(120_000)
    return page


def _give(route: Route, library: Path) -> None:
    name = route.request.url.rpartition("/")[2]
    path = library / name if name else Path(__file__).with_name("bare_map.html")
    # a service of modules must say that they are scripts, whatever the machine's table of types says
    kind = "text/javascript" if path.suffix == ".mjs" else "text/html"
    route.fulfill(path=path, content_type=kind)

"""What was measured, as figures and as a table."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser
from travel_pages import Leg, Size

GRAPHICS = """() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const told = gl?.getExtension('WEBGL_debug_renderer_info');
    return told ? gl.getParameter(told.UNMASKED_RENDERER_WEBGL) : 'not told';
}"""


@dataclass(frozen=True)
class Flown:
    """One leg in one round: when each frame was, in ms, in the atlas and on the bare page."""

    size: Size
    leg: Leg
    round: int
    atlas: list[float]
    bare: list[float]

    @property
    def ratio(self) -> float:
        return rate(self.atlas) / rate(self.bare)


def rate(frames: list[float]) -> float:
    """Return frames in a second."""
    return 1000 * (len(frames) - 1) / (frames[-1] - frames[0])


def slow(frames: list[float]) -> float:
    """Return the time in ms that 95 of 100 frames do not exceed."""
    spans = sorted(later - earlier for earlier, later in pairwise(frames))
    return spans[min(len(spans) - 1, int(len(spans) * 0.95))]


def machine(browser: Browser, maplibre: str) -> dict[str, Any]:
    """Return what the figures were measured with, and how much else the machine did."""
    page = browser.new_page()
    graphics = page.evaluate(GRAPHICS)
    page.close()
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.platform(),
        "chromium": browser.version,
        "graphics": graphics,
        "maplibre": maplibre,
    }


def record(flown: list[Flown], about: dict[str, Any]) -> dict[str, Any]:
    """Return everything that was measured, for a file."""
    rows = [
        {
            "size": list(it.size),
            "stop": it.leg.stop,
            "degrees": round(it.leg.degrees, 2),
            "zooms": round(it.leg.zooms, 2),
            "round": it.round + 1,
            "ratio": round(it.ratio, 3),
            **{
                name: {"frames": len(frames), "rate": round(rate(frames), 2), "p95": round(slow(frames), 1)}
                for name, frames in (("atlas", it.atlas), ("bare", it.bare))
            },
        }
        for it in flown
    ]
    return {"machine": about, "flown": rows}


def markdown(flown: list[Flown], about: dict[str, Any]) -> str:
    """Return a table: each leg over all rounds, then each size over all legs."""
    head = [
        "| Size | Leg | Atlas, frames/s | slow frame (p95) | MapLibre alone, frames/s | slow frame (p95) | Ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    rows = []
    for size in dict.fromkeys(it.size for it in flown):
        of_size = [it for it in flown if it.size == size]
        for leg in dict.fromkeys(it.leg for it in of_size):
            way = f"from {leg.stop}: {leg.degrees:.1f}°, {leg.zooms:.1f} zooms"
            rows.append(_row(size, way, [it for it in of_size if it.leg == leg]))
        rows.append(_row(size, "**all**", of_size))
    tail = ", ".join(f"{name} {value}" for name, value in about.items())
    rounds = max(it.round for it in flown) + 1
    return "\n".join([*head, *rows, "", f"Medians of {rounds} rounds, ratios with range. Measured with: {tail}.", ""])


def _row(size: Size, way: str, flown: list[Flown]) -> str:
    ratios = [it.ratio for it in flown]
    cells = [
        f"{size[0]}×{size[1]}",
        way,
        _median(rate(it.atlas) for it in flown),
        f"{_median(slow(it.atlas) for it in flown)} ms",
        _median(rate(it.bare) for it in flown),
        f"{_median(slow(it.bare) for it in flown)} ms",
        f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})",
    ]
    return f"| {' | '.join(cells)} |"


def _median(values: Iterable[float]) -> str:
    return f"{median(values):.1f}"

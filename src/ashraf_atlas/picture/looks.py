"""How what lies over the base map looks: the attributes of the page's style sheet (`10-map.css`), by what is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from ashraf_atlas.picture.svg import Look

Colours = Mapping[str, str]


def line(colours: Colours, *, now: bool, thin: bool, dashed: bool, selected: bool) -> Look:
    """Return the look of a relocation's line."""
    width, opacity, dashes = (2.6, None, "7.6 2.4") if now else (1.0, 0.42, "4 4")
    if thin and now:
        width, opacity, dashes = 1.1, 0.6, "6.1 3.9"
    if selected:
        width, opacity, dashes = 4.0, None, "9 1"
    return {
        "fill": "none",
        "stroke": colours["relocation"],
        "stroke-width": width,
        "stroke-opacity": opacity,
        "stroke-dasharray": dashes if dashed else None,
        "stroke-linecap": "butt" if dashed else "round",
        "stroke-linejoin": "round",
    }


def line_halo(colours: Colours) -> Look:
    """Return what keeps a line of the year apart from what it crosses."""
    halo: Look = {"fill": "none", "stroke": colours["land"], "stroke-width": 6, "stroke-opacity": 0.75}
    return {**halo, "stroke-linecap": "round"}


def presence(colours: Colours, state: str, custody: int | None, *, carried: bool) -> Look:
    """Return the look of a place's circle; its ring tells who was in control."""
    if state == "closed":
        return {"fill": colours["land"], "fill-opacity": 0.9, "stroke": colours["faint"], "stroke-width": 1.6}
    ring = colours["presence"] if custody is None else colours[f"custody-{custody % 8}"]
    if state == "unknown":
        return {
            "fill": colours["card"],
            "fill-opacity": 0.35,
            "stroke": ring,
            "stroke-width": 2,
            "stroke-dasharray": "3.5 3",
        }
    fill: Look = {"fill": colours["presence"], "fill-opacity": 0.1 if carried else 0.22}
    return {**fill, "stroke": ring, "stroke-width": 3}


def mark(colours: Colours, *, now: bool, counted: bool, filling: str) -> Look:
    """Return the look of an attack's mark."""
    colour = colours["attack" if now else "attack-earlier"] if counted else colours["soft"]
    return {
        "fill": colour if filling == "solid" else colours["land"],
        "fill-opacity": 0.62 if filling == "solid" and not now else None,
        "stroke": colour,
        "stroke-width": 1.8,
        "stroke-opacity": 0.7 if not now and not counted else None,
        "stroke-linejoin": "round",
        "stroke-dasharray": "2.6 2.2" if filling == "unsure" else None,
    }


def mark_halo(colours: Colours) -> Look:
    """Return what keeps a mark apart from what it lies on."""
    return {"fill": colours["land"], "stroke": colours["land"], "stroke-width": 5, "stroke-linejoin": "round"}


def mover(colours: Colours, *, unknown: bool, part: bool) -> Look:
    """Return the look of the people on their way."""
    if unknown or part:
        return {"fill": colours["land"], "stroke": colours["relocation"], "stroke-width": 2.4 if part else 2}
    return {"fill": colours["relocation"], "stroke": colours["land"], "stroke-width": 2}


def label(colours: Colours, tone: str, line: int) -> Look:
    """Return the look of a line of a label: in its colour, in a halo of the land's."""
    tones = {"anchor": "soft", "relocation": "relocation", "town": "faint"}
    colour = tones.get(tone, "soft" if line else "ink")
    return {
        "fill": colours[colour],
        "stroke": colours["land"],
        "stroke-width": 3 if tone == "town" else 3.5,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
    }

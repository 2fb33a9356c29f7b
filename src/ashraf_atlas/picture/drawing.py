"""A scene over its base map as SVG, layer by layer as the page draws it (`drawing.mjs`)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from ashraf_atlas.picture import looks
from ashraf_atlas.picture.fonts import SANS, Face
from ashraf_atlas.picture.labels import LINE, Label
from ashraf_atlas.picture.lettering import Scene, face_of
from ashraf_atlas.picture.shapes import head_path, mark_path
from ashraf_atlas.picture.shown import Circle, Line, Mark, Mover
from ashraf_atlas.picture.svg import Look, element, px, text

Colours = Mapping[str, str]
HEAD, THIN_HEAD = 11, 7
"""Length of an arrowhead."""

COUNT = Face(SANS, 11.5, 600)
"""How many are gathered in a mark."""


def drawn(scene: Scene, colours: Colours) -> str:
    """Return the elements of a scene, the lowest first; each thing is a group with its ref as `data-key`."""
    leaders = [it for it in scene.marks if it.leader]
    layers: dict[str, Iterable[tuple[str, str]]] = {
        "areas": ((it.ref, _area(it, colours)) for it in scene.circles if it.area),
        "lines": ((it.ref, _line(it, colours)) for it in scene.lines if it.way.points),
        "circles": ((it.ref, _circle(it, colours)) for it in reversed(scene.circles)),
        "leaders": ((it.ref, _leader(it, colours)) for it in leaders),
        "marks": ((it.ref, "".join(_mark(it, colours))) for it in scene.marks),
        "movers": ((it.ref, _mover(it, colours)) for it in scene.movers),
        "labels": ((it.wanted.ref, "".join(_label(it, colours))) for it in scene.labels),
    }
    return "".join(
        element("g", {"class": name}, "".join(element("g", {"data-key": ref}, shape) for ref, shape in things))
        for name, things in layers.items()
    )


def _area(it: Circle, colours: Colours) -> str:
    fill: Look = {"fill": colours["ink"], "fill-opacity": 0.045, "stroke": colours["faint"], "stroke-dasharray": "2 4"}
    return element("circle", {"cx": it.x, "cy": it.y, "r": it.area, **fill})


def _line(it: Line, colours: Colours) -> str:
    path = f"M{'L'.join(f'{round(x, 1):g} {round(y, 1):g}' for x, y in it.way.points)}"
    look = looks.line(colours, now=it.now, thin=it.thin, dashed=it.dashed, selected=it.selected)
    halo = element("path", {"d": path, **looks.line_halo(colours)}) if it.now and not it.thin else ""
    shape = halo + element("path", {"class": "now" if it.now else "earlier", "d": path, **look})
    if not it.now:
        return shape
    x, y = it.way.points[-1]
    head: Look = {
        "class": "head",
        "d": head_path(it.way.heading, THIN_HEAD if it.thin else HEAD),
        "transform": f"translate({px(x)} {px(y)})",
        "fill": colours["relocation"],
        "stroke": colours["land"],
        "paint-order": "stroke",
        "opacity": 0.6 if it.thin else None,
    }
    return shape + element("path", head)


def _circle(it: Circle, colours: Colours) -> str:
    at: Look = {"cx": it.x, "cy": it.y}
    state, carried = it.presence["state"], bool(it.presence["carried"])
    shapes = []
    if it.selected:
        chosen: Look = {"fill": "none", "stroke": colours["ink"], "stroke-width": 1.6}
        shapes.append(element("circle", {**at, "r": it.reach + 5, **chosen}))
    if it.low is not None and it.high is not None:
        width = max(it.high - it.low, 1.5)
        ring: Look = {"fill": "none", "stroke": colours["presence"], "stroke-opacity": 0.28, "stroke-width": width}
        shapes.append(element("circle", {"class": "range", **at, "r": (it.low + it.high) / 2, **ring}))
    name = f"presence {state}{' carried' if carried else ''}"
    look = looks.presence(colours, state, it.custody, carried=carried)
    shapes.append(element("circle", {"class": name, **at, "r": it.r, **look}))
    shapes.append(element("circle", {**at, "r": 1.6, "fill": colours["ink"], "fill-opacity": 0.5}))
    return "".join(shapes)


def _leader(it: Mark, colours: Colours) -> str:
    (x, y), length = it.home, math.dist((it.x, it.y), it.home) or 1
    ends: Look = {"x1": x, "y1": y, "x2": it.x - (it.x - x) / length * it.r, "y2": it.y - (it.y - y) / length * it.r}
    return element("line", {**ends, "stroke": colours["faint"], "stroke-opacity": 0.6})


def _mark(it: Mark, colours: Colours) -> Iterator[str]:
    at: Look = {"cx": it.x, "cy": it.y}
    if it.refs:
        ring: Look = {"fill": colours["land"], "stroke": colours["attack-earlier"], "stroke-width": 2}
        yield element("circle", {"class": "gathered", **at, "r": it.r, **ring})
        yield text(f"{len(it.refs):,}", it.x, it.y + 4.1, COUNT, {"fill": colours["ink"]}, "middle")
        return
    if it.selected:
        chosen: Look = {"fill": "none", "stroke": colours["attack"], "stroke-width": 2}
        yield element("circle", {"class": "chosen", **at, "r": it.r + 8, **chosen})
    shape: Look = {"d": mark_path(it.form, it.r), "transform": f"translate({px(it.x)} {px(it.y)})"}
    name = f"mark {'now' if it.now else 'earlier'} {it.filling}{'' if it.counted else ' operation'}"
    look = looks.mark(colours, now=it.now, counted=it.counted, filling=it.filling)
    yield element("path", {**shape, **looks.mark_halo(colours)})
    yield element("path", {"class": name, **shape, **look})


def _mover(it: Mover, colours: Colours) -> str:
    at: Look = {"cx": it.x, "cy": it.y}
    look = looks.mover(colours, unknown=it.unknown, part=it.part)
    shape = element("circle", {"class": "mover", **at, "r": it.r, **look})
    if not it.selected:
        return shape
    chosen: Look = {"fill": "none", "stroke": colours["relocation"], "stroke-width": 2}
    return element("circle", {"class": "chosen", **at, "r": it.r + 6, **chosen}) + shape


def _label(it: Label, colours: Colours) -> Iterator[str]:
    wanted, box = it.wanted, it.box
    x = box.right if it.align == "end" else (box.left + box.right) / 2 if it.align == "middle" else box.left
    for i, line in enumerate(wanted.lines):
        look = looks.label(colours, wanted.tone, i)
        yield text(line, x, box.top + LINE * (i + 0.76), face_of(wanted, i), look, it.align)
    if wanted.dot:
        dot: Look = {"fill": colours["faint"], "stroke": colours["land"]}
        yield element("circle", {"cx": wanted.x, "cy": wanted.y, "r": 1.9, **dot})

"""What the signs on a picture mean: only those that are on it, in the page's words (`legend.mjs`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ashraf_atlas.picture import looks
from ashraf_atlas.picture.lettering import Scene
from ashraf_atlas.picture.shapes import mark_path
from ashraf_atlas.picture.svg import element
from ashraf_atlas.picture.words import Words

Colours = Mapping[str, str]
Entry = tuple[str, str]
"""Words, and the sign around the origin."""


def entries(scene: Scene, words: Words, colours: Colours, select: str | None = None) -> Iterator[Entry]:
    """Yield the entries of a legend, the most important first; of attacks only the one that is selected."""
    marks = [it for it in scene.marks if it.now and not it.refs and (it.selected or not select)]
    now = {it.kind: it for it in marks}
    for id_ in (it for it in words.facts["kinds"] if it in now):
        look = looks.mark(colours, now=True, counted=now[id_].counted, filling="solid")
        yield words.kind(id_), element("path", {"d": mark_path(now[id_].form, 6), **look})
    for filling in ("hollow", "unsure"):
        if any(it.filling == filling for it in marks):
            look = looks.mark(colours, now=True, counted=True, filling=filling)
            yield words.say(f"legend.{filling}"), element("circle", {"r": 5.5, **look})
    if any(it.now for it in scene.lines):
        look = looks.line(colours, now=True, thin=False, dashed=False, selected=False)
        yield words.say("legend.relocation"), element("path", {"d": "M-8 0L8 0", **look})
    yield from _places(scene, words, colours)


def _places(scene: Scene, words: Words, colours: Colours) -> Iterator[Entry]:
    states = {it.presence["state"] for it in scene.circles}
    for state, key, r in (("known", "people", 6), ("unknown", "unknown", 6), ("closed", "closed", 4.5)):
        if state in states:
            look = looks.presence(colours, state, None, carried=False)
            yield words.say(f"legend.{key}"), element("circle", {"r": r, **look})
    rings = {it.custody: it.controller for it in scene.circles if it.custody is not None}
    for custody, controller in sorted(rings.items()):
        look = {**looks.presence(colours, "known", custody, carried=False), "fill": "none"}
        yield words.say("legend.custody", name=controller), element("circle", {"r": 6, **look})

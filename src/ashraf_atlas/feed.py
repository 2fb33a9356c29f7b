"""The corrections of a story as an Atom feed (RFC 4287), so that a reader can follow them."""

from __future__ import annotations

import re
import uuid
from datetime import date
from xml.etree import ElementTree

from ashraf_atlas.dates import period
from ashraf_atlas.story import Correction, Story

ATOM = "http://www.w3.org/2005/Atom"
FILE = "corrections.atom"
MEDIA_TYPE = "application/atom+xml"
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold; they are shown as replaced."""

PAGE = "../?select=page:corrections"
"""The page that shows them, from where the feed is."""


def feed(story: Story) -> bytes:
    """Return the feed, the newest correction first. It reads no clock: its date is that entry's, else the edition's."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(_name("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": story.head.language})
    newest = (story.corrections[0].date if story.corrections else period(story.head.issued)).end
    _add(root, "id", _urn(story.head.id))
    _add(root, "title", story.head.title)
    _add(root, "subtitle", story.head.citation)
    _add(root, "rights", f"{story.head.licence} {story.head.licence_url}")
    _add(root, "updated", _moment(newest or date(story.head.last_year, 1, 1)))
    _add(_add(root, "author"), "name", story.head.creator or story.head.title)
    _add(root, "link", rel="alternate", type="text/html", href=PAGE)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=FILE)
    for correction in story.corrections:
        root.append(_entry(correction, story))
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _entry(correction: Correction, story: Story) -> ElementTree.Element:
    entry = ElementTree.Element(_name("entry"))
    when = correction.date.end or date(story.head.last_year, 1, 1)
    _add(entry, "id", _urn(story.head.id, correction.id))
    _add(entry, "title", correction.what)
    _add(entry, "updated", _moment(when))
    _add(entry, "link", rel="alternate", type="text/html", href=PAGE)
    publishers = {source.id: f"{source.publisher}: {source.title}" for source in story.sources}
    lines = [f"{correction.before} → {correction.after}".strip(" →"), correction.why]
    lines += [publishers[id_] for id_ in correction.sources]
    _add(entry, "content", "\n".join(filter(None, lines)), type="text")
    return entry


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, _name(name), attributes)
    child.text = None if text is None else NO_XML.sub("\ufffd", text)
    return child


def _urn(*names: str) -> str:
    """An identifier that stays the same wherever the story is served."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("corrections", *names))).urn


def _name(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

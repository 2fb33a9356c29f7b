"""The story as KML 2.2 with time spans: the time slider of Google Earth shows who was where, year by year.

It names no picture on the web, so that opening it asks nobody for anything.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from ashraf_atlas.exports.bundle import Bundle, about
from ashraf_atlas.exports.kml_folders import Folders
from ashraf_atlas.exports.kml_parts import colour, described, extended, text
from ashraf_atlas.theme import THEMES

KML = "http://www.opengis.net/kml/2.2"

LOOK = THEMES["light"]
FAINT = 110
"""The alpha of what is carried forward, or of a number that is not known."""

STYLES: dict[str, tuple[str, str, dict[str, float]]] = {
    "place": ("IconStyle", colour(LOOK["soft"]), {"scale": 0.7}),
    "presence": ("IconStyle", colour(LOOK["presence"]), {}),
    "presence-carried": ("IconStyle", colour(LOOK["presence"], FAINT), {}),
    "presence-unknown": ("IconStyle", colour(LOOK["faint"], FAINT), {"scale": 0.5}),
    "relocation": ("LineStyle", colour(LOOK["relocation"]), {"width": 3}),
    "relocation-unknown": ("LineStyle", colour(LOOK["relocation"], FAINT), {"width": 1.5}),
    "attack": ("IconStyle", colour(LOOK["attack"]), {"scale": 1.1}),
    "operation": ("IconStyle", colour(LOOK["soft"]), {"scale": 0.9}),
}
"""By name: what is styled, its colour, and what else."""


def export(bundle: Bundle) -> bytes:
    """Return the document."""
    root = Element("kml", xmlns=KML)
    document = SubElement(root, "Document")
    said = about(bundle)
    text(document, "name", said["title"])
    text(document, "open", 1)
    described(document, [said["description"], said["citation"], f"{said['licence']}: {said['licence_url']}"])
    for name, (what, tint, more) in STYLES.items():
        style = SubElement(SubElement(document, "Style", id=name), what)
        text(style, "color", tint)
        for key, value in more.items():
            text(style, key, value)
    extended(document, said)
    write = Folders(bundle.story)
    write.places(_folder(document, write.say("kml.places"), ""))
    write.presence(_folder(document, write.say("kml.presence"), write.say("kml.presence_note")))
    write.relocations(_folder(document, write.say("kml.relocations"), write.say("kml.relocations_note")))
    write.attacks(_folder(document, write.say("kml.attacks"), write.say("kml.attacks_note")))
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode("utf-8") + b"\n"


def _folder(document: Element, name: str, note: str) -> Element:
    folder = SubElement(document, "Folder")
    text(folder, "name", name)
    described(folder, [note])
    return folder

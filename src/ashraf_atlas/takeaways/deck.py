"""An empty presentation that looks like the atlas: its colours and fonts as the theme, one layout with title and text.

Whoever edits it afterwards changes a colour or a font in one place, the theme.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from ashraf_atlas.theme import tokens

SERIF, SANS = "Cambria", "Calibri"
"""What every PowerPoint has; LibreOffice has fonts of the same widths for them."""

UNITS = 375
"""The stage is so many units high (assets/client/present/unit.mjs), and so is a slide."""

HEIGHT = 6858000
"""English metric units: 7.5 inches."""

POINTS = 540
"""The same in the measure of letters."""

COLOURS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "soft",
    "lt2": "card",
    "accent1": "relocation",
    "accent2": "attack",
    "accent3": "presence",
    "accent4": "custody-0",
    "accent5": "custody-1",
    "accent6": "custody-2",
    "hlink": "relocation",
    "folHlink": "soft",
}
"""Those of a theme, and the tokens that they are: text is dk1 and what is under it lt1, also where that is dark."""

LEFTOVERS = ("docProps/app.xml", "docProps/thumbnail.jpeg", "ppt/printerSettings/printerSettings1.bin")
"""Files of the library's own empty presentation that say nothing about this one."""


@dataclass(frozen=True)
class Box:
    """Where words stand on a slide, in units of the stage, and how they look."""

    left: float
    top: float
    width: float
    height: float
    size: float
    face: str
    """Of the theme: +mj-lt is the serif, +mn-lt the other."""
    colour: str = "tx1"
    bold: bool = False
    anchor: str = "t"
    """Whether they stand at the top or at the bottom (b) of the box."""
    align: str = "l"


def units(number: float) -> Emu:
    """Return a length on the stage as one on the slide."""
    return Emu(round(number * HEIGHT / UNITS))


def empty_deck(layout_name: str, language: str, title: Box, text: Box) -> Any:
    """Return a presentation without slides and with one layout, for texts in a language."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = units(UNITS * 16 / 9), units(UNITS)
    deck.element.sldSz.attrib.pop("type", None)  # it says 4:3
    layout = deck.slide_layouts.get_by_name("Title and Content")
    for other in [it for it in deck.slide_layouts if it is not layout]:
        deck.slide_layouts.remove(other)
    layout.element.cSld.set("name", layout_name)
    for holder in (deck.slide_master, layout):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.idx > 1:  # date, footer, number of the slide
                shape.element.getparent().remove(shape.element)
        for shape, box in zip(holder.placeholders, (title, text), strict=True):
            put(shape, box)
            style(shape, box, language)
    return deck


def put(shape: Any, box: Box) -> None:
    """Put a shape where its box is."""
    shape.left, shape.top, shape.width, shape.height = map(units, (box.left, box.top, box.width, box.height))


def style(shape: Any, box: Box, language: str) -> None:
    """Give a shape the letters of its box: no bullet, no space around, smaller if they do not fit."""
    body = shape.text_frame._txBody
    for old in body.xpath("a:bodyPr | a:lstStyle"):
        body.remove(old)
    frame = (
        f'<a:bodyPr {nsdecls("a")} wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{box.anchor}">'
        "<a:normAutofit/></a:bodyPr>"
    )
    letters = (
        f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr marL="0" indent="0" algn="{box.align}">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="{language}" sz="{round(box.size * POINTS / UNITS * 2) * 50}" b="{int(box.bold)}">'
        f'<a:solidFill><a:schemeClr val="{box.colour}"/></a:solidFill><a:latin typeface="{box.face}"/>'
        "</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )
    body.insert(0, parse_xml(frame))
    body.insert(1, parse_xml(letters))


def files_of(deck: Any, theme: str) -> dict[str, bytes]:
    """Return the files of a presentation by their paths, in the colours of a theme of the atlas."""
    made = io.BytesIO()
    deck.save(made)
    with zipfile.ZipFile(made) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name not in LEFTOVERS}
    names = "|".join(re.escape(it.removeprefix("ppt/")) for it in LEFTOVERS)
    attribute = rf'(?:Target="|PartName="/(?:ppt/)?)(?:{names})"'
    mention = re.compile(rf"<(?:Relationship|Override) [^>]*{attribute}[^>]*/>".encode())
    for path in [it for it in files if it.endswith((".rels", "[Content_Types].xml"))]:
        files[path] = mention.sub(b"", files[path])
    files["ppt/theme/theme1.xml"] = _themed(files["ppt/theme/theme1.xml"].decode("utf-8"), theme).encode("utf-8")
    return files


def _themed(xml: str, theme: str) -> str:
    colours = tokens(theme)
    for slot, token in COLOURS.items():
        colour = f'<a:{slot}><a:srgbClr val="{colours[token].removeprefix("#")}"/></a:{slot}>'
        xml = re.sub(rf"<a:{slot}>.*?</a:{slot}>", colour, xml, flags=re.DOTALL)
    for kind, face in (("major", SERIF), ("minor", SANS)):
        xml = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{face}", xml)
    return re.sub(r'( name=")Office( Theme)?"', r'\g<1>Atlas"', xml)

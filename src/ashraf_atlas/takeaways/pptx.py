"""The walk as a presentation: a slide for each stop, the map over all of it, and words that can be edited."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from ashraf_atlas.exports.bundle import about, issued
from ashraf_atlas.takeaways.browser import stage
from ashraf_atlas.takeaways.deck import UNITS, Box, empty_deck, files_of, put, style, units
from ashraf_atlas.takeaways.looks import WORDLESS
from ashraf_atlas.takeaways.stills import Still, stills
from ashraf_atlas.takeaways.wish import Wish
from ashraf_atlas.takeaways.words import Words
from ashraf_atlas.zipped import zipped

EDGE = 22
"""Units that words keep from the edge of a slide, as on the stage."""

BESIDE = EDGE + 168
WIDE = UNITS * 16 / 9 - BESIDE - EDGE

YEAR = Box(EDGE, 286, 164, 84, 78, "+mj-lt", bold=True, anchor="b")
TITLE = Box(BESIDE, 240, WIDE, 17, 12.5, "+mn-lt", "accent1", bold=True, anchor="b")
TEXT = Box(BESIDE, 258, WIDE, 70, 18, "+mj-lt")
SOURCES = Box(BESIDE, 336, WIDE, 19, 7.6, "+mn-lt", "tx2", anchor="b")
CREDITS = Box(BESIDE, 360, WIDE, 8, 5.6, "+mn-lt", "tx2", anchor="b", align="r")

MOST_SOURCES = 240
"""Characters in two lines of them; all of them are in the notes."""


def make(wish: Wish) -> bytes:
    """Return the presentation."""
    with stage(wish, WORDLESS) as on:
        taken = stills(on, wish)
    return presentation(wish, taken)


def presentation(wish: Wish, taken: list[Still]) -> bytes:
    """Return the presentation of pictures that are taken; the same ones give the same bytes."""
    words = Words(wish.bundle)
    said = about(wish.bundle)
    deck = empty_deck(said["title"], words.head.language, TITLE, TEXT)
    for still in taken:
        _add(deck, still, words)
    last = deck.slides[-1].notes_slide.notes_text_frame
    last.text = f"{last.text}\n\n{words.citation} {said['licence']}: {said['licence_url']}\n{words.credits}"
    day = issued(wish.bundle)
    about_it = deck.core_properties
    about_it.title, about_it.subject, about_it.author = said["title"], said.get("description", ""), said["creator"]
    about_it.comments = f"{said['citation']} {said['licence']}: {said['licence_url']}"
    about_it.version, about_it.language, about_it.keywords = said["version"], words.head.language, ""
    about_it.last_modified_by, about_it.revision = said["creator"], 1
    about_it.created = about_it.modified = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    return zipped(files_of(deck, wish.theme), day)


def _add(deck: Any, still: Still, words: Words) -> None:
    """Add the slide of a stop."""
    step = still.step
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    title, text = slide.placeholders
    picture = slide.shapes.add_picture(
        io.BytesIO(still.picture), 0, 0, width=deck.slide_width, height=deck.slide_height
    )
    title.element.addprevious(picture.element)  # under the words
    picture.name = words.say("map.name")
    picture.element.nvPicPr.cNvPr.set("descr", words.described(step, still.shown))
    top = round(still.top_of_text * UNITS, 1)
    put(title, replace(TITLE, top=top - TITLE.height - 2))
    put(text, replace(TEXT, top=top, height=SOURCES.top - top - 2))
    title.text, text.text = step.title, step.text
    boxes = [
        ("time.year", YEAR, str(step.year)),
        ("panel.sources", SOURCES, words.publishers(step, MOST_SOURCES)),
        ("takeaway.credits_name", CREDITS, words.credits),
    ]
    for name, box, said in boxes:
        shape = slide.shapes.add_textbox(*map(units, (box.left, box.top, box.width, box.height)))
        shape.name = words.say(name)
        style(shape, box, words.head.language)
        shape.text_frame.text = said
    if words.right_to_left:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                paragraph._p.get_or_add_pPr().set("rtl", "1")
    slide.notes_slide.notes_text_frame.text = "\n".join(
        [*([step.notes, ""] if step.notes else []), *_sources(step, words)]
    )


def _sources(step: Any, words: Words) -> list[str]:
    return [f"{words.say('panel.sources')}:", *(f"{words.source(it)} {it.url}".rstrip() for it in words.sources(step))]

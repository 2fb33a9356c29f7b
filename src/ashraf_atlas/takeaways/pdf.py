"""The walk as a handout on paper: picture, text and sources of each stop. Chromium prints it, so that text is text."""

from __future__ import annotations

import re
from html import escape

from playwright.sync_api import PdfMargins, Route

from ashraf_atlas.exports.bundle import issued
from ashraf_atlas.takeaways.browser import Stage, stage
from ashraf_atlas.takeaways.handout import handout
from ashraf_atlas.takeaways.looks import CAPTIONLESS
from ashraf_atlas.takeaways.stills import stills
from ashraf_atlas.takeaways.wish import Wish
from ashraf_atlas.takeaways.words import Words

SHEET = "handout"
"""The address of the page to print, beside that of the story: fonts come from there."""

MARGINS: PdfMargins = {"top": "14mm", "right": "18mm", "bottom": "16mm", "left": "18mm"}

FOOTER = """<div style="display:flex;justify-content:space-between;inline-size:100%;margin:0 18mm;
font:7pt sans-serif;color:#56616A"><span>{credits}</span><span class="pageNumber"></span></div>"""

_DATES = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}([^)]*)\)")


def make(wish: Wish) -> bytes:
    """Return the document."""
    with stage(wish, CAPTIONLESS) as on:
        taken = stills(on, wish)
        pictures = [f"{SHEET}-{number}.png" for number, _ in enumerate(taken, 1)]
        page = handout(wish.bundle, taken, pictures, notes=wish.notes)
        printed = _printed(on, page, dict(zip(pictures, (it.picture for it in taken), strict=True)), Words(wish.bundle))
    day = issued(wish.bundle).strftime("%Y%m%d").encode()
    return _DATES.sub(rb"/\1 (D:" + day + rb"000000\2)", printed)  # as long as before: offsets in the file hold


def _printed(on: Stage, html: str, pictures: dict[str, bytes], words: Words) -> bytes:
    """Print a page and its pictures as if the story's own server had sent them."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(on.address)
        if name in pictures:
            route.fulfill(body=pictures[name], content_type="image/png")
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    sheet = on.context.new_page()
    sheet.route(f"{on.address}{SHEET}*", answer)
    sheet.goto(f"{on.address}{SHEET}", wait_until="load")
    sheet.evaluate("document.fonts.ready.then(() => {})")
    return sheet.pdf(
        format="A4",
        margin=MARGINS,
        print_background=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOTER.format(credits=escape(words.credits)),
        tagged=True,
        outline=True,
    )

"""The handout as a page of HTML: a list of the stops, then a sheet for each. Every text stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import unquote

from ashraf_atlas.embedded import assets_folder
from ashraf_atlas.exports.bundle import Bundle, about
from ashraf_atlas.site.styles import inlined_fonts
from ashraf_atlas.story import Source
from ashraf_atlas.takeaways.stills import Still
from ashraf_atlas.takeaways.words import Words
from ashraf_atlas.theme import css_variables

STYLE = """
:root { --serif: "Source Serif 4", "Vazirmatn", Georgia, serif; --sans: "Inter", "Vazirmatn", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: none; font: 400 9.5pt/1.45 var(--sans); overflow-wrap: anywhere; }
a { color: var(--relocation); text-decoration: none; }
h1 { margin: 26mm 0 3mm; font: 650 34pt/1.08 var(--serif); letter-spacing: -0.015em; }
.subtitle { margin: 0 0 14mm; font: 400 13pt/1.4 var(--serif); color: var(--soft); }
h2 { margin: 0 0 3mm; font: 600 10pt/1.4 var(--sans); color: var(--soft); }
.stops { margin: 0; padding: 0; list-style: none; border-block-start: 0.3mm solid var(--line); }
.stops a { display: flex; gap: 6mm; padding: 1.5mm 0; border-block-end: 0.3mm solid var(--line); color: inherit; }
.stops b { min-inline-size: 12mm; font: 650 11pt/1.4 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.stops span { font: 400 11pt/1.4 var(--serif); }
.colophon { margin-block-start: 12mm; color: var(--soft); }
.colophon p { margin: 0 0 1.5mm; }
section { break-before: page; }
img { display: block; inline-size: 100%; border: 0.3mm solid var(--line); }
.head { display: flex; align-items: baseline; gap: 6mm; margin: 6mm 0 3mm; }
.year { flex: none; font: 650 40pt/0.9 var(--serif); letter-spacing: -0.03em; font-variant-numeric: lining-nums; }
section h2 { margin: 0; font: 650 19pt/1.15 var(--serif); color: var(--ink); }
.text { margin: 0 0 5mm; font: 400 14pt/1.42 var(--serif); }
h3 { margin: 5mm 0 1.5mm; font: 600 9.5pt/1.4 var(--sans); color: var(--soft); break-after: avoid; }
.notes { margin: 0 0 2mm; font: 400 11pt/1.5 var(--serif); white-space: pre-line; }
.sources { margin: 0; padding-inline-start: 5mm; columns: 2; column-gap: 8mm; font-size: 7.3pt; line-height: 1.38; }
.sources li { margin-block-end: 1mm; break-inside: avoid; }
.date { white-space: nowrap; }
.sources li::marker { color: var(--faint); }
"""


def handout(bundle: Bundle, taken: Sequence[Still], pictures: Sequence[str], *, notes: bool) -> str:
    """Return the page; `pictures` are the addresses of those of the stops."""
    words = Words(bundle)
    language = escape(words.head.language)
    direction = "rtl" if words.right_to_left else "ltr"
    return "".join(
        [
            f'<!DOCTYPE html><html lang="{language}" dir="{direction}" data-theme="light"><head><meta charset="utf-8">',
            f"<title>{escape(words.head.title)}</title>",
            f"<style>{inlined_fonts(assets_folder())}</style>",
            f"<style>{css_variables()}{STYLE}</style></head><body>",
            *_cover(bundle, words, taken),
            *(
                part
                for number, (still, picture) in enumerate(zip(taken, pictures, strict=True), 1)
                for part in _sheet(number, still, picture, words, notes=notes)
            ),
            "</body></html>",
        ]
    )


def _cover(bundle: Bundle, words: Words, taken: Sequence[Still]) -> Iterator[str]:
    said = about(bundle)
    yield f'<h1>{escape(said["title"])}</h1><p class="subtitle">{escape(said.get("description", ""))}</p>'
    yield f'<h2>{escape(words.say("stage.stops"))}</h2><ol class="stops">'
    for number, it in enumerate(taken, 1):
        stop = f"<b>{it.step.year}</b> <span>{escape(it.step.title)}</span>"
        yield f'<li><a href="#stop-{number}">{stop}</a></li>'
    yield '</ol><div class="colophon">'
    yield f"<p>{escape(words.citation)}</p>"
    licence = f'<a href="{escape(said["licence_url"])}">{escape(said["licence_url"])}</a>'
    yield f"<p>{escape(words.credits)}. {licence}</p></div>"


def _sheet(number: int, still: Still, picture: str, words: Words, *, notes: bool) -> Iterator[str]:
    step = still.step
    described = escape(words.described(step, still.shown))
    yield f'<section id="stop-{number}"><img src="{escape(picture)}" alt="{described}">'
    yield f'<div class="head"><span class="year">{step.year}</span> <h2>{escape(step.title)}</h2></div>'
    yield f'<p class="text">{escape(step.text)}</p>'
    if notes and step.notes:
        yield f'<h3>{escape(words.say("speaker.notes"))}</h3><p class="notes">{escape(step.notes)}</p>'
    yield f'<h3>{escape(words.say("panel.sources"))}</h3><ol class="sources">'
    yield from (f"<li>{_source(it, words)}</li>" for it in words.sources(step))
    yield "</ol></section>"


def _source(source: Source, words: Words) -> str:
    address = f' <a href="{escape(source.url)}">{escape(_readable(source.url))}</a>' if source.url else ""
    date = words.date(source)
    dated = f', <span class="date">{escape(date)}</span>' if date else ""
    return f"{escape(source.publisher)}: {escape(source.title)}{dated}.{address}"


def _readable(address: str) -> str:
    """A web address as it can be typed: without what a browser adds, other scripts as letters."""
    plain = unquote(address)
    return (plain if plain.isprintable() else address).removeprefix("https://").removeprefix("http://").rstrip("/")

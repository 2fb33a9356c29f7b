"""The written page of a story, of one year, or of one attack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from ashraf_atlas.basemap.style import ATTRIBUTION
from ashraf_atlas.parted import is_long
from ashraf_atlas.picture.sentences import year_sentence
from ashraf_atlas.picture.words import Words
from ashraf_atlas.written import sections
from ashraf_atlas.written.entries import entry
from ashraf_atlas.written.markup import tag
from ashraf_atlas.written.picture import maps

Facts = Mapping[str, Any]


FIRST_SCREEN = 8_000
"""Characters of HTML that fill the largest screen's panel: about 25 of its lines."""


class Written(NamedTuple):
    """A page in words: the style sheet of its map, for the head, and what stands in the body."""

    style: str
    body: Markup


def written(
    facts: Facts,
    basemap: Path,
    *,
    year: int | None = None,
    attack: str | None = None,
    root: str = "./",
    languages: Mapping[str, str] | None = None,
    scripts: str = "",
) -> Written:
    """Return the story in words and a map, in the language of `facts`: all of it, or that of a year or an attack.

    `root` is the way to the whole story, `languages` the way to the same in other languages, by code. `scripts` are
    elements of scripts that run once the page has been read: they stand between the words and the map.
    """
    words = Words(facts, facts["story"]["language"])
    shown = year if year is not None else _year_of(facts, attack)
    whole = year is None and attack is None
    told = _first_screen(_whole(words, root)) if whole else _part(words, shown, attack)
    select = f"attack:{attack}" if attack else None
    style, drawn = maps(facts, basemap, shown, select)
    body = tag(
        "div",
        tag("header", _title(words, whole, root), _languages(facts, languages or {})),
        tag("noscript", tag("p", facts["text"][words.language]["page.noscript"], class_="noscript")),
        tag(
            "main",
            # words before the map, which is much longer: they are painted while it is still on its way, and browsers
            # ask for the scripts while they read it
            tag("div", told, _colophon(words, root, whole), class_="written-words"),
            Markup(scripts),
            tag(
                "figure",
                drawn,
                tag("figcaption", year_sentence(words, shown), " ", tag("small", ATTRIBUTION)),
            ),
        ),
        tag("p", words.year(shown), class_="written-year", aria_hidden="true"),
        id="written",
        class_="written",
        lang=words.language,
        dir="rtl" if words.right_to_left else "ltr",
    )
    return Written(style, body)


def _year_of(facts: Facts, attack: str | None) -> int:
    first, last = facts["story"]["firstYear"], facts["story"]["lastYear"]
    if attack is None:
        return int(first)
    date = facts["attacks"][attack]["date"]
    return int(min(max(date["to"] if date["from"] is None else date["from"], first), last))


def _title(words: Words, whole: bool, root: str) -> list[Markup]:
    story = words.facts["story"]
    name = story["title"] if whole else tag("a", story["title"], href=root)
    return [tag("h1", name), tag("p", story["subtitle"])]


def _languages(facts: Facts, others: Mapping[str, str]) -> Markup | None:
    known = facts["languages"]
    links = [tag("a", known[it]["name"], href=path, lang=it, hreflang=it) for it, path in others.items()]
    return tag("p", Markup(" · ").join(links), class_="written-languages") if links else None


def _whole(words: Words, root: str) -> list[Markup | None]:
    facts = words.facts
    before = facts["before"]
    first = facts["story"]["firstYear"]
    years = [int(year) for year, it in facts["years"].items() if it["events"]]
    return [
        _dated(words.say("panel.before", year=words.year(first)), before, words) if before else None,
        *([_ways(words, years, root)] if is_long(facts) else [_year(words, it) for it in years]),
        None if is_long(facts) else sections.places(words),
        sections.checks(words),
        sections.controversies(words),
        sections.every_source(words),
    ]


def _ways(words: Words, years: Iterable[int], root: str) -> Markup:
    """The years of a long story: what happened in each in a sentence, and the way to its own page."""
    listed = (tag("li", tag("a", year_sentence(words, it), href=f"{root}year/{it}/")) for it in years)
    return tag("section", tag("h2", words.say("chronology.title")), tag("ul", list(listed)))


def _first_screen(sections: Iterable[Markup | None]) -> list[Markup]:
    """Leave what fills the first screen as it is, and what comes after it for browsers that run no script.

    The others show the page in words for a moment only, and reading all of it takes a poor phone half a second; they
    read it too if the scripts do not come (see `site/early.py`).
    """
    found = [it for it in sections if it]
    lengths = accumulate(map(len, found))
    fills = next((number for number, length in enumerate(lengths, 1) if length >= FIRST_SCREEN), len(found))
    rest = found[fills:]
    return [*found[:fills], *([tag("noscript", rest, class_="written-rest")] if rest else [])]


def _part(words: Words, year: int, attack: str | None) -> list[Markup | None]:
    if attack:
        return [tag("section", tag("h2", words.year(year)), entry(f"attack:{attack}", words))]
    return [_year(words, year)]


def _year(words: Words, year: int) -> Markup:
    return _dated(year_sentence(words, year), words.facts["years"][str(year)]["events"], words)


def _dated(title: str, refs: Iterable[str], words: Words) -> Markup:
    return tag("section", tag("h2", title), [entry(it, words) for it in refs])


def _colophon(words: Words, root: str, whole: bool) -> Markup:
    story = words.facts["story"]
    address = story["licenceUrl"]
    licence = tag("a", story["licence"], href=address, rel="license") if address else story["licence"]
    way = tag("p", tag("a", words.say("chronology.title"), href=root))
    return tag(
        "footer",
        None if whole else way,
        tag("p", words.say("colophon.licence"), " ", licence, ". ", words.say("colophon.cite"), " ", story["citation"]),
    )

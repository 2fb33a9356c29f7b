"""What happened, one entry after another, each with who says so and with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from ashraf_atlas.picture.counts import count_in_words
from ashraf_atlas.picture.dates import date_in_words
from ashraf_atlas.picture.sentences import killed_figure
from ashraf_atlas.picture.words import Words
from ashraf_atlas.written.markup import tag

Row = Mapping[str, Any]

BRACKET = re.compile(r"\s*\(.*", re.DOTALL)
"""Behind a publisher: what it is, or through whom it was read."""

ACCOUNTS = ("allegation", "responsibility", "denial", "inquiry", "statement")


def entry(ref: str, words: Words) -> Markup:
    """Return the entry of an event: `attack:ID`, `relocation:ID` or `context:ID`."""
    kind, _, id_ = ref.partition(":")
    made = {"attack": _attack, "relocation": _relocation, "context": _context}[kind]
    return made(words.facts[{"attack": "attacks", "relocation": "relocations", "context": "context"}[kind]][id_], words)


def sources(ids: Iterable[str], words: Words) -> Markup | None:
    """Return the sources of something as links to where they are, or else to their place in the list."""
    links = [_link(words.facts["sources"][it]) for it in ids if it in words.facts["sources"]]
    if not links:
        return None
    return tag("p", words.say("panel.sources"), ": ", Markup("; ").join(links), class_="written-sources")


def _link(source: Row) -> Markup:
    name = BRACKET.sub("", source["publisher"]) or source["publisher"]
    year = (source.get("date") or "")[:4]
    address = source.get("url") or f"#written-source-{source['id']}"
    return tag("a", f"{name} {year}".strip(), href=address)


def _article(ref: str, above: Iterable[str], title: str, *inside: Any) -> Markup:
    when = tag("p", " · ".join(it for it in above if it), class_="written-when")
    return tag("article", when, tag("h3", title), *inside, id=f"written-{ref.replace(':', '-')}")


def prose(text: str) -> Markup | None:
    """Return a paragraph, nothing for no text."""
    return tag("p", text) if text else None


def _attack(attack: Row, words: Words) -> Markup:
    place = words.place(words.facts["places"][attack["place"]])
    figure = killed_figure(words, attack)
    killed = figure and tag("p", tag("strong", figure.amount), f" {figure.what}. ", " · ".join(figure.lines))
    return _article(
        f"attack:{attack['id']}",
        (date_in_words(attack["date"], words), words.kind(attack["kind"]), place),
        attack["title"],
        prose(attack["summary"]),
        killed,
        _listed(words.say("panel.claims_table"), [_claim(it, words) for it in attack["claims"]]),
        [_accounts(kind, attack["accounts"], words) for kind in ACCOUNTS],
        sources(attack["sources"], words),
    )


def _claim(claim: Row, words: Words) -> Markup:
    """ "52 killed: United Nations (…), 3 September 2013; source"."""
    speakers = words.facts["speakers"]
    who = words.joined([speakers[it]["name"] for it in claim["speakers"] if it in speakers])
    figure = words.say(f"panel.small_{claim['metric']}", figure=count_in_words(claim, words))
    group = "" if claim["group"] == "story" else f" ({words.kind(claim['group'])})"
    said = f" ({claim['spokenBy']})" if claim["spokenBy"] else ""
    date = date_in_words(claim["reportDate"], words) if claim["reportDate"] else ""
    aside = words.say("panel.set_aside_because", reason=claim["reason"]) if claim["status"] != "counted" else ""
    told = [it for it in (f"{who}{said}", date, aside, claim["note"]) if it]
    links = [_link(words.facts["sources"][it]) for it in claim["sources"]]
    said_so = words.say("panel.claim", who=f"{figure}{group}", words=" · ".join(told))
    return tag("li", f"{said_so} [", Markup("; ").join(links), "]")


def _accounts(kind: str, accounts: Iterable[Row], words: Words) -> Markup | None:
    of_kind = [_account(it, words) for it in accounts if it["kind"] == kind]
    return _listed(words.say(f"panel.accounts_{kind}"), of_kind)


def _account(account: Row, words: Words) -> Markup:
    links = [_link(words.facts["sources"][it]) for it in account["sources"]]
    return tag("li", account["text"], " [", Markup("; ").join(links), "]")


def _relocation(relocation: Row, words: Words) -> Markup:
    places = words.facts["places"]
    ends = [words.place(places[it]) for it in (relocation["from"], relocation["to"]) if it]
    people = count_in_words(relocation, words)
    known = any(relocation[it] is not None for it in ("people", "low", "high"))
    moved = words.say("panel.people", figure=people, count=_number(relocation)) if known else people
    disputed = relocation["disputed"]
    return _article(
        f"relocation:{relocation['id']}",
        (date_in_words(relocation["date"], words), words.say(f"panel.relocation_{relocation['kind']}")),
        relocation["title"],
        tag("p", f" {words.say('panel.arrow')} ".join(ends), ": ", tag("strong", moved)),
        prose(relocation["description"]),
        disputed and tag("p", f"{words.say('panel.disputed_point')}: {disputed}"),
        (relocation["status"] != "counted"
        and tag("p", words.say("panel.set_aside_because", reason=relocation["reason"]))) or None,
        sources(relocation["sources"], words),
    )


def _number(count: Row) -> float:
    return float(next(count[it] for it in ("people", "high", "low") if count[it] is not None))


def _context(event: Row, words: Words) -> Markup:
    place = words.place(words.facts["places"][event["place"]]) if event["place"] else ""
    return _article(
        f"context:{event['id']}",
        (date_in_words(event["date"], words), words.kind(event["kind"]), place),
        event["title"],
        prose(event["summary"]),
        sources(event["sources"], words),
    )


def _listed(title: str, lines: list[Markup]) -> Markup | None:
    return tag("div", tag("h4", title), tag("ul", lines)) if lines else None

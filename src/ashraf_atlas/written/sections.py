"""What is not told in order of time: places with their counts, statements checked, disputes, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from ashraf_atlas.picture.counts import count_in_words
from ashraf_atlas.picture.dates import date_in_words
from ashraf_atlas.picture.words import Words
from ashraf_atlas.written.entries import prose, sources
from ashraf_atlas.written.markup import tag


def places(words: Words) -> Markup:
    """Return every place: who controlled it, and who was counted there."""
    made = [_place(it, words) for it in words.facts["places"].values() if it["counts"] or it["custody"]]
    return _section("places", words.say("search.group_place"), made)


def _place(place: dict[str, Any], words: Words) -> Markup:
    country = words.facts["countries"].get(place["country"], place["country"])
    opened, closed = (place[it] and date_in_words(place[it], words) for it in ("opened", "closed"))
    dates = [
        opened and f"{words.say('panel.opened')}: {opened}",
        closed and f"{words.say('panel.closed_row')}: {closed}",
    ]
    return tag(
        "article",
        tag("p", " · ".join(it for it in (place["adminArea"], country, *dates) if it), class_="written-when"),
        tag("h3", words.place(place)),
        prose(place["note"]),
        _table(words.say("panel.custody"), _custody(place, words)),
        _table(words.say("panel.counts"), _counts(place, words)),
        sources(place["sources"], words),
        id=f"written-place-{place['id']}",
    )


def _counts(place: dict[str, Any], words: Words) -> Iterator[Markup]:
    for it in place["counts"]:
        told = (words.kind(it["measure"]), it["description"], words.kind(it["sourceType"]))
        what = " · ".join(part for part in told if part)
        aside = words.say("panel.set_aside_because", reason=it["reason"]) if it["status"] != "counted" else ""
        yield tag(
            "li",
            f"{date_in_words(it['date'], words)}: ",
            tag("strong", count_in_words(it, words)),
            f" · {what}. {aside} {it['note']} ".replace("  ", " "),
            sources(it["sources"], words),
        )


def _custody(place: dict[str, Any], words: Words) -> Iterator[Markup]:
    for it in place["custody"]:
        said = " · ".join(part for part in (it["detail"], it["administration"], it["legalBasis"], it["note"]) if part)
        yield tag(
            "li",
            f"{date_in_words(it['date'], words)}: ",
            tag("strong", it["controller"]),
            f" · {said} " if said else " ",
            sources(it["sources"], words),
        )


def _table(title: str, lines: Iterator[Markup]) -> Markup | None:
    made = list(lines)
    return tag("div", tag("h4", title), tag("ul", made)) if made else None


def checks(words: Words) -> Markup | None:
    """Return the statements of the article, each with its verdict and what the sources say."""
    made = [
        tag(
            "article",
            tag("p", words.say("article.paragraph", paragraph=it["paragraph"]), class_="written-when"),
            tag("h3", it["statement"]),
            tag("p", tag("strong", it["verdict"]), ". ", it["finding"]),
            sources(it["sources"], words),
            id=f"written-check-{it['id']}",
        )
        for it in words.facts["checks"].values()
    ]
    return _section("checks", words.say("page.article"), made) if made else None


def controversies(words: Words) -> Markup | None:
    """Return every dispute with both its sides."""
    made = [
        tag(
            "article",
            tag("h3", it["topic"]),
            tag("p", tag("strong", it["claimedBy"]), ": ", it["claim"]),
            tag("p", tag("strong", words.say("article.reply", who=it["repliedBy"])), ": ", it["reply"]),
            sources(it["sources"], words),
        )
        for it in words.facts["controversies"].values()
    ]
    return _section("controversies", words.say("panel.disputes"), made) if made else None


def every_source(words: Words) -> Markup:
    """Return the list of all sources."""
    made = [_source(it, words) for it in words.facts["sources"].values()]
    return _section("sources", words.say("page.sources"), [tag("ul", made)])


def _source(source: dict[str, Any], words: Words) -> Markup:
    title = tag("a", source["title"], href=source["url"]) if source["url"] else source["title"]
    archived = source["archived"]
    return tag(
        "li",
        f"{source['publisher']}: ",
        title,
        f", {source['date']}" if source["date"] else "",
        f" · {words.kind(source['type'])}. {source['reliability']} ",
        (archived and tag("a", words.say("source.archived"), href=archived)) or None,
        id=f"written-source-{source['id']}",
    )


def _section(name: str, title: str, made: list[Markup]) -> Markup:
    return tag("section", tag("h2", title), made, id=f"written-{name}")

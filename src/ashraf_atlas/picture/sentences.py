"""A year and an attack in a line or two, counted and worded as on the page (`panel/year.mjs`, `panel/figures.mjs`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ashraf_atlas.picture.counts import count_in_words, span_in_words
from ashraf_atlas.picture.dates import date_in_words
from ashraf_atlas.picture.words import Words

Attack = Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """How many were killed: the figure, what it is, the range in the sources, and on whose word it rests."""

    amount: str
    what: str
    lines: tuple[str, ...]


def year_title(words: Words, year: int) -> str:
    """Return the year as one sentence of counts: "5 attacks, 66 people reported killed, 5 relocations"."""
    facts = words.facts["years"][str(year)]
    relocations = words.facts["relocations"]
    refs = [it.partition(":") for it in facts["events"]]
    # a part of a total shown that year is not counted beside it, nor a movement of several years that only began in it
    moves = sum(kind == "relocation" and relocations[id_]["drawn"] == "arc" for kind, _, id_ in refs)
    attacks, others = facts["attacks"], facts["others"]
    parts = [
        attacks and words.say("panel.year_attacks", count=attacks),
        attacks and _killed(words, facts["killed"]),
        others and words.say("panel.year_others", count=others),
        moves and words.say("panel.year_relocations", count=moves),
    ]
    if any(parts):
        return words.all([it for it in parts if it])
    return words.say("panel.year_events_only", count=len(refs)) if refs else words.say("panel.year_empty")


def year_sentence(words: Words, year: int) -> str:
    """Return the same with the year before it."""
    return words.say("sentence.year", year=words.year(year), what=year_title(words, year))


def when_and_where(words: Words, attack: Attack) -> str:
    """Return date and place of an attack."""
    place = words.facts["places"][attack["place"]]
    return f"{date_in_words(attack['date'], words)} · {words.place(place)}"


def killed_figure(words: Words, attack: Attack) -> Figure | None:
    """Return what is known of the killed; None for what is no attack, where nobody speaks of any."""
    estimate = attack["estimates"].get("killed", {}).get("story")
    if not estimate:
        if not attack["counted"]:
            return None
        return Figure(words.say("panel.not_known"), words.say("panel.counts_killed"), (words.say("panel.no_claim"),))
    basis = words.say(f"panel.basis_{estimate['basis']}", who=_speakers(words, estimate["speakers"]))
    lines = (_range(words, attack, estimate), basis)
    if estimate["best"] is None:
        return Figure(words.say("panel.disputed"), words.say("panel.counts_killed"), lines)
    amount = count_in_words({"best": estimate["best"], "qualifier": estimate["qualifier"]}, words)
    return Figure(amount, words.say("panel.counts_best_killed"), lines)


def _killed(words: Words, killed: Mapping[str, Any] | None) -> str:
    if not killed or killed["best"] is None:
        return words.say("panel.year_killed_unknown")
    key = "panel.year_killed_at_least" if killed["atLeast"] else "panel.year_killed"
    return words.say(key, count=killed["best"])


def _range(words: Words, attack: Attack, estimate: Mapping[str, Any]) -> str:
    """ "47–53 in the sources"; where there is no range, whether one source speaks or several agree."""
    if estimate["low"] != estimate["high"]:
        return words.say("panel.range", range=span_in_words(estimate, words))
    claims = [it for it in attack["claims"] if it["metric"] == "killed" and it["group"] == "story"]
    speakers = {speaker for it in claims if it["standing"] == "last word" for speaker in it["speakers"]}
    return words.say("panel.range_agreed" if len(speakers) > 1 else "panel.range_single")


def _speakers(words: Words, ids: list[str]) -> str:
    """ "a, b and c"."""
    speakers = words.facts["speakers"]
    return words.joined([speakers[it]["name"] if it in speakers else it for it in ids])

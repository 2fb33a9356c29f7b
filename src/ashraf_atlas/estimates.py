"""The figures of an attack: from what is claimed to best, low and high."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from ashraf_atlas.claims import Claim, Estimate, Speaker

EXACT = frozenset({"", "exact", "bodies counted"})
"""Qualifiers that say no more and no less than the figure."""

LOWER_BOUND = frozenset({"at least", "more than", "so far"})
"""Qualifiers that leave the figure open upwards: a sum with such a figure in it is itself a lower bound."""

Words = dict[str, tuple[Claim, ...]]
"""Speaker to last word: one claim, or several of one day that nothing sets apart."""


def estimate(
    claims: Sequence[Claim], stakeholders: Collection[str], speakers: Mapping[str, Speaker]
) -> Estimate | None:
    """Return best, low and high (people) of claims about one attack, metric and group; None if none counts.

    The rule is our own (design.md, section 3), not that of any casualty database:

    1. A claim that is set aside never counts, and an encyclopaedia never speaks.
    2. Each speaker counts once, with its last word: the latest by the end of its report date (undated is
       oldest); of one date the more exact; then the one whose date is narrower; then all, as a span.
    3. *best* is the UN's word; else that of the latest speaker who is no stakeholder, neither itself nor the
       one it is affiliated with; else, if all agree, theirs ("according to"); else there is none: disputed.
    4. *low* and *high* span all last words.

    Where the deciding word is itself a range, best stays empty and the basis still says whose word it is.
    """
    words = last_words(claims, speakers)
    if not words:
        return None
    said = _distinct(words.values())
    united = {who: word for who, word in words.items() if speakers[who].kind == "un"}
    outside = {who: word for who, word in words.items() if not _is_stakeholder(speakers[who], stakeholders)}
    if united:
        basis, deciding = "un", _latest(united)
    elif outside:
        basis, deciding = "outside", _latest(outside)
    elif len({_figure(claim) for claim in said}) == 1:
        basis, deciding = "agreed", words
    else:
        basis, deciding = "disputed", words
    carrying = () if basis == "disputed" else _distinct(deciding.values())
    figures = {_figure(claim) for claim in carrying}
    return Estimate(
        metric=said[0].metric,
        group=said[0].group,
        best=carrying[0].value if len(figures) == 1 else None,
        low=min(_span(claim)[0] for claim in said),
        high=max(_span(claim)[1] for claim in said),
        qualifier="; ".join(dict.fromkeys(it.qualifier for it in carrying if it.qualifier not in EXACT)),
        basis=basis,
        speakers=tuple(deciding),
        claims=tuple(claim.id for claim in carrying),
    )


def standings(claims: Sequence[Claim], speakers: Mapping[str, Speaker]) -> dict[str, str]:
    """Return what becomes of each claim (by id) about one attack, metric and group.

    "set aside"; "shown, not counted" (an encyclopaedia); "last word" (of at least one speaker); "superseded".
    """
    last = {claim.id for claim in _distinct(last_words(claims, speakers).values())}

    def standing(claim: Claim) -> str:
        if claim.status == "set aside":
            return "set aside"
        if not _who_count(claim, speakers):
            return "shown, not counted"
        return "last word" if claim.id in last else "superseded"

    return {claim.id: standing(claim) for claim in claims}


def last_words(claims: Sequence[Claim], speakers: Mapping[str, Speaker]) -> Words:
    """Return the last word of each speaker who counts, in the order in which the claims name them."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.status != "set aside":
            for speaker in _who_count(claim, speakers):
                said.setdefault(speaker, []).append(claim)
    return {speaker: _latest_of(theirs) for speaker, theirs in said.items()}


def _who_count(claim: Claim, speakers: Mapping[str, Speaker]) -> list[str]:
    return [speaker for speaker in claim.speakers if speakers[speaker].kind != "encyclopaedia"]


def _is_stakeholder(speaker: Speaker, stakeholders: Collection[str]) -> bool:
    return speaker.id in stakeholders or (speaker.affiliated_with or "") in stakeholders


def _latest(words: Words) -> Words:
    newest = max(_recency(word[0]) for word in words.values())
    return {speaker: word for speaker, word in words.items() if _recency(word[0]) == newest}


def _latest_of(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    newest = max(map(_recency, claims))
    return tuple(claim for claim in claims if _recency(claim) == newest)


def _recency(claim: Claim) -> tuple[date, bool, int]:
    """Later, then more exact, then of a narrower date: the greater counts."""
    when = claim.report_date
    end = (when.end if when else None) or date.min
    start = (when.start if when else None) or date.min
    return end, claim.qualifier in EXACT, (start - end).days


def _figure(claim: Claim) -> int | tuple[int, int]:
    """Return the figure itself, or low and high of a range that has none."""
    return _span(claim) if claim.value is None else claim.value


def _span(claim: Claim) -> tuple[int, int]:
    given = [number for number in (claim.low, claim.value, claim.high) if number is not None]
    return min(given), max(given)


def _distinct(words: Iterable[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for word in words for claim in word}.values())

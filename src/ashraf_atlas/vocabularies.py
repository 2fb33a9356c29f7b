"""The words that a column can be limited to by the program itself; those of a story are in its `kinds.csv`."""

from __future__ import annotations

Words = tuple[str, ...]

ROLES: Words = ("residence", "site", "anchor", "holder")
"""What a place is: people lived there; something happened there; it stands for a country; it is never drawn."""

STATUSES: Words = ("counted", "set aside")
TRANSLATION_STATUSES: Words = ("to be proofread", "proofread")
CONFIDENCES: Words = ("high", "medium", "low")

RELOCATIONS: Words = ("movement", "total", "offer")

ACCOUNTS: Words = ("allegation", "responsibility", "denial", "inquiry", "statement")

SPEAKERS: Words = (
    "un",
    "government",
    "ngo",
    "media",
    "party",
    "encyclopaedia",
    "academic",
    "person",
    "armed_group",
    "state_linked",
)

METRICS: Words = ("killed", "wounded", "missing", "detained")
ATTACKS = "attacks"
SUMS: Words = (*METRICS, ATTACKS)
"""What can be summed beside a statement: what is claimed, or the attacks themselves."""

STORY = "story"
"""The group of people whom the story is about, which every dataset has; marks and sums count them."""

KINDS_OF: Words = ("attack", "context", "people_group", "source_type", "measure")
"""What the words of `kinds.csv` are kinds of."""

FORMS: Words = ("square", "diamond", "triangle", "triangle_down", "star", "hexagon", "octagon", "plus", "cross")
"""The forms of marks on the map; `shapes.mjs` draws them."""

YES, NO = "yes", "no"
RANKS = {"first": 0, "outside": 1, "party": 2, "never": None}
"""Whose head count goes first of those of one date; what is never counted is only shown."""

COUNTS: dict[str, Words] = {
    "attack": (YES, NO),
    "context": ("", YES, NO),
    "people_group": ("",),
    "source_type": tuple(RANKS),
    "measure": (YES, NO),
}
"""What `counts` may say of a kind of each sort."""
